/** Addresses that lead nowhere: 405 with Allow where another method would do, the web view, or 404. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../errors.ts';
import type { App } from '../context.ts';

interface Known {
  readonly method: string;
  readonly matches: RegExp;
  /** Parts of the address that may be anything. */
  readonly open: number;
}

/**
 * Notes every route as it is added: call it before the first. Throws at one of the API that names
 * no permission: the sign-in to come must find none that was forgotten. From then on a method that
 * an address has not is refused, before anybody asks what its body is.
 *
 * @returns throws 405 at a request whose address has other methods
 */
export function watchRoutes(app: App): (request: FastifyRequest) => void {
  const known: Known[] = [];
  app.addHook('onRoute', ({ method, url, config }) => {
    if (url.startsWith('/api/v1/') && !config?.permission) {
      throw new Error(`${method} ${url} names no permission`);
    }
    if (url.includes('*')) return;
    for (const one of [method].flat()) known.push({ method: one, ...pattern(url) });
  });
  app.addHook('onRequest', async (request) => {
    if (request.is404) refuseOtherMethod(request, known);
  });
  return (request) => refuseOtherMethod(request, known);
}

function pattern(url: string): Omit<Known, 'method'> {
  const parts = url.split('/');
  const isOpen = (part: string) => part.startsWith(':');
  const text = parts
    .map((part) => (isOpen(part) ? '[^/]+' : part.replace(/[^\w-]/g, '\\$&')))
    .join('/');
  return { matches: new RegExp(`^${text}/?$`), open: parts.filter(isOpen).length };
}

function refuseOtherMethod({ url, method }: FastifyRequest, known: readonly Known[]): void {
  const here = known.filter(({ matches }) => matches.test(pathOf(url)));
  // `/jobs/import` is an address of its own, and no job's of that name.
  const closest = Math.min(...here.map(({ open }) => open));
  const methods = new Set(here.filter(({ open }) => open === closest).map((one) => one.method));
  if (methods.size === 0 || methods.has(method)) return;
  const allow = [...methods].sort().join(', ');
  throw new Refusal(405, 'This method is not for this address', {
    detail: `${method} is not possible here; possible: ${allow}.`,
    headers: { allow },
  });
}

/**
 * @param refuse what watchRoutes returned: reads find the web view's files first, and come here late
 * @param page the web view's first page; undefined when it was not built
 */
export function answerNotFound(
  refuse: (request: FastifyRequest) => void,
  page: string | undefined,
) {
  return (request: FastifyRequest, reply: FastifyReply) => {
    refuse(request);
    const path = pathOf(request.url);
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const isPage = reads && !path.startsWith('/api') && !/\.\w+$/.test(path);
    if (isPage && page !== undefined) return reply.type('text/html; charset=utf-8').send(page);
    throw new Refusal(404, 'Nothing is here', {
      detail: `There is nothing at ${path.slice(0, 500)}.`,
    });
  };
}

const pathOf = (url: string) => url.split('?')[0] as string;
