/** The built web view, when there is one. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { App } from '../context.ts';

/** As far from src/ as from dist/. */
const FOLDER = fileURLToPath(new URL('../../../../web/dist/', import.meta.url));

/** Serves the files; returns the first page, undefined when the web view was not built. */
export async function serveWeb(app: App): Promise<string | undefined> {
  if (!existsSync(`${FOLDER}index.html`)) return undefined;
  await app.register(fastifyStatic, {
    root: FOLDER,
    index: 'index.html',
    setHeaders: (reply, path) => {
      // Built files are named by their content; the page that names them is not.
      const isNamed = path.includes('/assets/');
      reply.setHeader(
        'cache-control',
        isNamed ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  return readFileSync(`${FOLDER}index.html`, 'utf8');
}
