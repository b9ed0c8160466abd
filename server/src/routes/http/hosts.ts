/**
 * The server has no sign-in yet, so it answers only who addresses it by its own name: a page of
 * another site that a browser shows (or that rebinds its name to this machine) gets nothing.
 */
import type { FastifyRequest } from 'fastify';
import type { Config } from '../../config.ts';
import { Refusal } from '../../errors.ts';

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Throws 403 for a foreign Host or Origin. */
export function checkHost(request: FastifyRequest, config: Config): void {
  const port = request.socket.localPort ?? config.port;
  const { host, origin } = request.headers;
  if (!isOwn(host, port, config)) throw foreign('Host', host);
  if (origin === undefined) return;
  if (
    !URL.canParse(origin) ||
    !isOwn(new URL(origin).host, port, config, new URL(origin).protocol)
  ) {
    throw foreign('Origin', origin);
  }
}

function isOwn(
  host: string | undefined,
  port: number,
  config: Config,
  protocol = 'http:',
): boolean {
  if (!host) return false;
  const [, name = '', given] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(host.toLowerCase()) ?? [];
  const { allowedHosts } = config;
  if (allowedHosts.includes(name) || allowedHosts.includes(`${name}:${given}`)) return true;
  const standard = protocol === 'https:' ? 443 : 80;
  return LOOPBACK.has(name) && Number(given ?? standard) === port;
}

function foreign(header: string, value: string | undefined): Refusal {
  const shown = value ? `"${value.slice(0, 200)}"` : 'missing';
  const detail = `${header} is ${shown}: this server answers as localhost alone. Set ALLOWED_HOSTS to the names by which it may be reached.`;
  return new Refusal(403, 'Not addressed by a name of this server', { detail });
}
