/** Many writes as one change: all or nothing. */
import { Batch, Receipt } from '@msp-impact/contract';
import { editsOf } from '../edit/edit.ts';
import { type App, actorOf, type Context } from './context.ts';
import { described, withExample } from './http/schema.ts';

const BATCH_LIMIT = 100_000_000;

const EXAMPLE = {
  summary: 'A second triage system stands by',
  writes: [
    { put: 'node', item: { id: 'second-triage', kind: 'product', name: 'Second triage system' } },
    {
      put: 'dependency',
      item: { id: 'second-triage->nhs-111-wales', from: 'second-triage', to: 'nhs-111-wales' },
    },
    { delete: 'contract', id: 'old-contract', ifRevision: 12 },
  ],
};

export function batchRoutes(app: App, { editor }: Context): void {
  app.post(
    '/batch',
    {
      config: { permission: 'graph:edit' },
      bodyLimit: BATCH_LIMIT,
      schema: described('batch', {
        tag: 'items',
        summary: 'Puts and deletes together, as one change that can be undone',
        description: 'ifRevision is the version of the item that was read; new items need none.',
        body: withExample(Batch, EXAMPLE),
        answers: { 200: Receipt },
      }),
    },
    async (request) => {
      const { writes, summary } = request.body;
      return editor.apply(editsOf(writes), { actor: actorOf(request), summary });
    },
  );
}
