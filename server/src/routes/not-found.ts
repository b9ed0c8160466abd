/** Addresses that lead nowhere: 405 with Allow where another method would do, the web view, or 404. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../errors.ts';
import type { App } from './context.ts';

interface Known {
  readonly method: string;
  readonly matches: RegExp;
}

/**
 * Notes every route as it is added: call it before the first. Throws at one of the API that names
 * no permission: the sign-in to come must find none that was forgotten.
 */
export function collectRoutes(app: App): readonly Known[] {
  const known: Known[] = [];
  app.addHook('onRoute', ({ method, url, config }) => {
    if (url.startsWith('/api/v1/') && !config?.permission) {
      throw new Error(`${method} ${url} names no permission`);
    }
    if (url.includes('*')) return;
    const pattern = url
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[^\w-]/g, '\\$&')))
      .join('/');
    const matches = new RegExp(`^${pattern}/?$`);
    for (const one of [method].flat()) known.push({ method: one, matches });
  });
  return known;
}

/** @param page the web view's first page; undefined when it was not built */
export function answerNotFound(known: readonly Known[], page: string | undefined) {
  return (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0] as string;
    const methods = [
      ...new Set(known.filter(({ matches }) => matches.test(path)).map((one) => one.method)),
    ];
    if (methods.length > 0 && !methods.includes(request.method)) {
      const allow = methods.sort().join(', ');
      throw new Refusal(405, 'This method is not for this address', {
        detail: `${request.method} is not possible here; possible: ${allow}.`,
        headers: { allow },
      });
    }
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const isPage = reads && !path.startsWith('/api') && !/\.\w+$/.test(path);
    if (isPage && page !== undefined) return reply.type('text/html; charset=utf-8').send(page);
    throw new Refusal(404, 'Nothing is here', {
      detail: `There is nothing at ${path.slice(0, 500)}.`,
    });
  };
}
