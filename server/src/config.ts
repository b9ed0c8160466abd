/** Settings, all from the environment. Each bad value is told in one line that names it. */
import { resolve } from 'node:path';

export interface Neo4jSettings {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Absent: the server's default database. */
  readonly database?: string;
}

export interface Config {
  /** Absolute path of the data folder of the embedded store. */
  readonly dataFolder: string;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Present: the store is this Neo4j, else the embedded one. */
  readonly neo4j?: Neo4jSettings;
  /** Names beside the loopback ones by which the server may be addressed, with or without a port. */
  readonly allowedHosts: readonly string[];
  readonly logLevel: string;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly errors: string[] };

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
const NEO4J_SCHEMES = ['neo4j:', 'neo4j+s:', 'neo4j+ssc:', 'bolt:', 'bolt+s:', 'bolt+ssc:'];

const DEFAULT_PORT = 3111;

type Env = Readonly<Record<string, string | undefined>>;

/** An empty variable counts as not set. */
export function readConfig(env: Env): ConfigResult {
  const errors: string[] = [];
  const neo4j = readNeo4j(env, errors);
  const config: Config = {
    dataFolder: resolve(env.MSP_DATA || './data'),
    host: env.HOST || '127.0.0.1',
    port: readPort(env.PORT, errors),
    ...(neo4j ? { neo4j } : {}),
    allowedHosts: readHosts(env.ALLOWED_HOSTS, errors),
    logLevel: readLogLevel(env.LOG_LEVEL, errors),
  };
  if (/[\s/]/.test(config.host)) {
    errors.push(`HOST is "${config.host}": name an address or host to listen on, as 127.0.0.1`);
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, config };
}

function readPort(text: string | undefined, errors: string[]): number {
  if (!text) return DEFAULT_PORT;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  errors.push(`PORT is "${text}": it must be a whole number from 0 to 65535`);
  return DEFAULT_PORT;
}

function readHosts(text: string | undefined, errors: string[]): string[] {
  const hosts = (text ?? '').split(',').map((one) => one.trim().toLowerCase());
  const named = hosts.filter((one) => one !== '');
  for (const host of named) {
    if (/^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d+)?$/.test(host)) continue;
    errors.push(
      `ALLOWED_HOSTS names "${host}": give host names, with a port or without, as map.example.org`,
    );
  }
  return named;
}

function readLogLevel(text: string | undefined, errors: string[]): string {
  if (!text || LOG_LEVELS.includes(text)) return text || 'info';
  errors.push(`LOG_LEVEL is "${text}": it must be one of ${LOG_LEVELS.join(', ')}`);
  return 'info';
}

function readNeo4j(env: Env, errors: string[]): Config['neo4j'] {
  const uri = env.NEO4J_URI;
  if (!uri) return undefined;
  if (!URL.canParse(uri) || !NEO4J_SCHEMES.includes(new URL(uri).protocol)) {
    errors.push(`NEO4J_URI is "${uri}": it must be an address as neo4j://localhost:7687`);
  }
  if (!env.NEO4J_PASSWORD) errors.push('NEO4J_PASSWORD is not set: NEO4J_URI needs one');
  return {
    uri,
    user: env.NEO4J_USER || 'neo4j',
    password: env.NEO4J_PASSWORD ?? '',
    ...(env.NEO4J_DATABASE ? { database: env.NEO4J_DATABASE } : {}),
  };
}
