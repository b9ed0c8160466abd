/** What the model says of an incident of the past, beside what was published. */
import { ReplayAnswer, Scenario } from '@msp-impact/contract';
import Type from 'typebox';
import { notFound } from '../errors.ts';
import { replayOf, sampleScenario } from '../scenario/replay.ts';
import type { App } from './context.ts';
import { described } from './http/schema.ts';

const config = { permission: 'graph:read' } as const;
const Params = Type.Object({ id: Type.String({ maxLength: 200 }) });

export function replayRoutes(app: App): void {
  app.get(
    '/samples/:id/replay',
    {
      config,
      schema: described('replay', {
        tag: 'scenarios',
        summary: 'The replay of a sample: said by the model, said by the source, agrees or not',
        description: 'Always on the sample as it is delivered, whatever graph is loaded.',
        params: Params,
        answers: { 200: ReplayAnswer },
      }),
    },
    async (request) => {
      const { id } = request.params;
      const replay = await replayOf(id);
      if (!replay) throw notFound('replay', id, '$.params.id');
      return replay;
    },
  );
  app.get(
    '/samples/:id/scenario',
    {
      config,
      schema: described('sampleScenario', {
        tag: 'scenarios',
        summary: 'The scenario that comes with a sample',
        params: Params,
        answers: { 200: Scenario },
      }),
    },
    async (request) => {
      const { id } = request.params;
      const scenario = sampleScenario(id);
      if (!scenario) throw notFound('scenario of a sample', id, '$.params.id');
      return scenario;
    },
  );
}
