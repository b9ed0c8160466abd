/** Routes that are the same for every sort of saved papers. */
import type { TSchema } from 'typebox';
import Type from 'typebox';
import type { App } from './context.ts';
import { described, Nothing } from './http/schema.ts';
import * as papers from './papers.ts';

export const PaperParams = Type.Object({ id: Type.String({ minLength: 1, maxLength: 200 }) });
export const VersionQuery = Type.Object(
  { version: Type.Optional(Type.Integer({ minimum: 1 })) },
  { additionalProperties: false },
);

/** What the API's description says of one route. */
export interface Told {
  /** As `/scenarios`. */
  readonly place: string;
  readonly operation: string;
  readonly tag: 'questions' | 'scenarios';
  readonly summary: string;
}

/** GET place/:id/versions. */
export function versionsRoute(app: App, sort: papers.Sort, told: Told, answer: TSchema): void {
  const { place, operation, tag, summary } = told;
  app.get(
    `${place}/:id/versions`,
    {
      config: { permission: 'graph:read' },
      schema: described(operation, {
        tag,
        summary,
        params: PaperParams,
        answers: { 200: answer },
      }),
    },
    async (request) => {
      const { id } = request.params as { id: string };
      const versions = await papers.versionsOf(sort, id);
      return { versions: versions.map(papers.headOf) };
    },
  );
}

/** DELETE place/:id. */
export function removeRoute(app: App, sort: papers.Sort, told: Told): void {
  const { place, operation, tag, summary } = told;
  app.delete(
    `${place}/:id`,
    {
      config: { permission: 'scenarios:edit' },
      schema: described(operation, {
        tag,
        summary,
        params: PaperParams,
        answers: { 204: Nothing },
      }),
    },
    async (request, reply) => {
      const { id } = request.params as { id: string };
      await papers.removeFrom(sort, id, await papers.versionNamed(sort, request, id));
      return reply.code(204).send();
    },
  );
}
