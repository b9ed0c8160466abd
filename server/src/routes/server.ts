/** Is it up, can it answer, which one is it. */
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { GRAPH_FORMAT, Live, Ready, Version } from '@msp-impact/contract';
import { StoreFault } from '../store/port.ts';
import type { App, Context } from './context.ts';
import { described } from './http/schema.ts';

/** Milliseconds that the store has to prove itself. */
const PATIENCE = 2_000;
const config = { permission: 'server:read' } as const;

const { version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { version: string };

export function serverRoutes(app: App, { store, holder }: Context): void {
  app.get(
    '/health/live',
    {
      config,
      schema: described('live', {
        tag: 'server',
        summary: 'The program runs',
        answers: { 200: Live },
      }),
    },
    async () => ({ status: 'ok' as const }),
  );
  app.get(
    '/health/ready',
    {
      config,
      schema: described('ready', {
        tag: 'server',
        summary: 'The store answers',
        answers: { 200: Ready, 503: Ready },
      }),
    },
    async (_request, reply) => {
      const { kind } = store;
      const detail = await reasonNotReady(store);
      if (detail === undefined) {
        return { status: 'ok' as const, store: kind, revision: holder.current().revision };
      }
      return reply.code(503).send({ status: 'failing' as const, store: kind, detail });
    },
  );
  app.get(
    '/version',
    {
      config,
      schema: described('version', {
        tag: 'server',
        summary: 'Versions of the program, of Node and of the document format',
        answers: { 200: Version },
      }),
    },
    async () => ({ version, node: process.version, store: store.kind, format: GRAPH_FORMAT }),
  );
}

/** undefined: it is. */
async function reasonNotReady({ check }: Context['store']): Promise<string | undefined> {
  const silent = `The store gave no answer within ${PATIENCE / 1000} seconds.`;
  const late = setTimeout(PATIENCE, silent, { ref: false });
  const checked = check().then(
    () => undefined,
    (error: Error) => (error instanceof StoreFault ? error.message : 'The store failed.'),
  );
  return Promise.race([checked, late]);
}
