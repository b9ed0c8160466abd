/** Mappings of columns, saved under a name; every version of each is kept. */
import { MappingAnswer, MappingList, SavedMapping } from '@msp-impact/contract';
import Type from 'typebox';
import type { Paper } from '../store/port.ts';
import { slug } from '../text/slug.ts';
import { type App, actorOf, type Context } from './context.ts';
import { ifMatchOf, setEtag } from './http/etag.ts';
import { described, Nothing, withExample } from './http/schema.ts';
import * as papers from './papers.ts';

const read = { permission: 'graph:read' } as const;
const edit = { permission: 'graph:edit' } as const;
const Params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 200 }) });
const EXAMPLE = {
  name: 'County register of contracts',
  kind: 'contracts',
  columns: { 'Firm awarded': 'supplier', 'Sum (£)': 'value', Lot: '' },
  valueBasis: 'total',
};

export function mappingRoutes(app: App, context: Context): void {
  const { mappings } = context.store;
  const sort: papers.Sort = { shelf: mappings, noun: 'mapping', shown: answerOf };
  app.get(
    '/mappings',
    {
      config: read,
      schema: described('mappings', {
        tag: 'documents',
        summary: 'Saved mappings of columns, by name',
        answers: { 200: MappingList },
      }),
    },
    async () => {
      const papers = await Promise.all((await mappings.list()).map(({ id }) => mappings.get(id)));
      const found = papers.flatMap((paper) => (paper ? [answerOf(paper)] : []));
      found.sort((a, b) => a.mapping.name.localeCompare(b.mapping.name, 'en'));
      return { mappings: found };
    },
  );
  app.post(
    '/mappings',
    {
      config: edit,
      schema: described('saveMapping', {
        tag: 'documents',
        summary: 'Save a mapping under its name; one of the same name gets a further version',
        description: 'If-Match, where given, names the version that was changed.',
        body: withExample(SavedMapping, EXAMPLE),
        answers: { 201: MappingAnswer },
      }),
    },
    async (request, reply) => {
      const mapping = request.body;
      const id = slug(mapping.name);
      const before = await mappings.get(id);
      const expected = ifMatchOf(request) ?? before?.version ?? 0;
      const author = actorOf(request);
      const graphRevision = await context.store.reader.revision();
      const paper = { id, title: mapping.name, author, graphRevision, body: mapping };
      const head = await papers.saveOver(sort, paper, expected);
      setEtag(reply, head.version);
      const place = `/api/v1/mappings/${encodeURIComponent(id)}`;
      return reply
        .code(201)
        .header('location', place)
        .send(answerOf({ ...head, body: mapping }));
    },
  );
  app.delete(
    '/mappings/:id',
    {
      config: edit,
      schema: described('removeMapping', {
        tag: 'documents',
        summary: 'Remove a mapping from the list',
        params: Params,
        answers: { 204: Nothing },
      }),
    },
    async (request, reply) => {
      const { id } = request.params;
      const { version } = await papers.stored(sort, id);
      await papers.removeFrom(sort, id, ifMatchOf(request) ?? version);
      return reply.code(204).send();
    },
  );
}

function answerOf({ id, version, at, author, body }: Paper): MappingAnswer {
  return { id, version, at, author, mapping: body as SavedMapping };
}
