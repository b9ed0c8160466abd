/** Mappings of columns, saved under a name; every version of each is kept. */
import { MappingAnswer, MappingList, SavedMapping } from '@msp-impact/contract';
import Type from 'typebox';
import { notFound, Refusal } from '../errors.ts';
import { fault } from '../rules/fault.ts';
import { Conflict, type Paper } from '../store/port.ts';
import { slug } from '../text/slug.ts';
import { type App, actorOf, type Context } from './context.ts';
import { ifMatchOf, setEtag } from './http/etag.ts';
import { described, Nothing, withExample } from './http/schema.ts';

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
      const head = await mappings.save(paper, expected).catch((error) => stale(id, error));
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
      const paper = await mappings.get(id);
      if (!paper) throw notFound('mapping', id, '$.params.id');
      const expected = ifMatchOf(request) ?? paper.version;
      await mappings.remove(id, expected).catch((error) => stale(id, error));
      return reply.code(204).send();
    },
  );
}

function answerOf({ id, version, at, author, body }: Paper): MappingAnswer {
  return { id, version, at, author, mapping: body as SavedMapping };
}

/** Somebody else saved it first. */
function stale(id: string, error: unknown): never {
  if (!(error instanceof Conflict)) throw error;
  throw new Refusal(412, 'Someone changed this first', {
    detail: `${id} is at version ${error.revision} now.`,
    errors: [fault('$.headers.if-match', null, `${id} is at version ${error.revision}`)],
  });
}
