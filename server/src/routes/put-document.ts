/** A graph document in place of the graph. Its text goes to the importer as it came. */
import { GraphDocument, ImportAnswer } from '@msp-impact/contract';
import { Refusal } from '../errors.ts';
import { type App, actorOf, type Context } from './context.ts';
import { DOCUMENT_LIMIT, whichVersion } from './documents.ts';
import { ifMatchOf, setEtag } from './http/etag.ts';
import { described, withExample } from './http/schema.ts';
import { importInto } from './import.ts';

const EXAMPLE = {
  format: 'msp-impact-graph/1',
  name: 'A small graph',
  nodes: [
    { id: 'advanced', kind: 'supplier', name: 'Advanced' },
    { id: 'adastra', kind: 'product', name: 'Adastra' },
  ],
  dependencies: [{ id: 'advanced->adastra', from: 'advanced', to: 'adastra' }],
};

export function putDocumentRoute(app: App, context: Context): void {
  // In a scope of its own: elsewhere JSON bodies are parsed before they are looked at.
  app.register(async (plain) => {
    const scope = plain as App;
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_, text, done) =>
      done(null, text),
    );
    scope.put(
      '/document',
      {
        config: { permission: 'graph:edit' },
        bodyLimit: DOCUMENT_LIMIT,
        validatorCompiler: () => () => true,
        schema: described('writeDocument', {
          tag: 'documents',
          summary: 'A graph document in place of the graph; refused whole when it breaks a rule',
          description: 'If-Match names the version of the graph that it replaces.',
          body: withExample(GraphDocument, EXAMPLE),
          answers: { 200: ImportAnswer },
        }),
      },
      async (request, reply) => {
        const ifRevision = ifMatchOf(request);
        if (ifRevision === undefined) throw whichVersion();
        const text = (request.body ?? '') as unknown as string;
        const asked = { format: 'document', mode: 'replace', text, ifRevision } as const;
        const answer = await importInto(context, asked, actorOf(request)).catch(brokenJson);
        setEtag(reply, answer.revision);
        return answer;
      },
    );
  });
}

/** JSON that breaks off is told by line and column: no document at all, rather than a wrong one. */
function brokenJson(error: unknown): never {
  const errors = error instanceof Refusal ? error.extra.errors : undefined;
  if (errors?.length !== 1 || !errors[0]?.path.startsWith('line ')) throw error;
  const { path, reason } = errors[0];
  throw new Refusal(400, 'The body is not valid JSON', { detail: `${path}: ${reason}`, errors });
}
