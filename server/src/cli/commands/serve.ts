import { spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import type { Config } from '../../config.ts';
import { openStore } from '../../store/open.ts';
import type { CommandFile } from '../command.ts';
import { Failure } from '../failure.ts';
import type { Output } from '../output.ts';
import { settings } from '../source.ts';

export const serve: CommandFile = {
  declare: (program, output) => {
    program
      .command('serve')
      .summary('API and web view')
      .description(
        'Serves the API and the web view (settings: HOST, PORT, MSP_DATA, NEO4J_URI). An empty store gets the August 2022 sample.',
      )
      .option('--open', 'opens the web view in the browser')
      .action((options: { open?: boolean }) => run(options, output));
  },
};

/** Returns once the server has been told to stop and everything is closed. */
async function run({ open }: { open?: boolean }, output: Output): Promise<void> {
  const config = settings();
  // Only here: the other commands start faster without the server.
  const { buildApp } = await import('../../app.ts');
  const { seedIfEmpty } = await import('../../samples.ts');
  const store = await openStore(config);
  try {
    await seedIfEmpty(store);
    const logger = { level: config.logLevel, stream: process.stderr };
    const app = await buildApp({ store, config, logger: quietly(logger) });
    const stopped = signalled();
    try {
      await app.listen({ host: config.host, port: config.port });
      const address = addressOf(config, app.server.address() as AddressInfo);
      await output.write(`${address}\n`);
      if (open) openBrowser(address, output);
      await stopped;
    } catch (error) {
      throw listenFailure(error, config);
    } finally {
      await app.close();
    }
  } finally {
    await store.close();
  }
}

type Logger = { level: string; stream: NodeJS.WritableStream };

/** A line for every request is for those who ask for it (LOG_LEVEL=info). */
function quietly(logger: Logger): Logger {
  return process.env.LOG_LEVEL ? logger : { ...logger, level: 'warn' };
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process as usual. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

function addressOf({ host }: Config, { port }: AddressInfo): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}/`;
}

function listenFailure(error: unknown, { host, port }: Config): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return new Failure(
      `port ${port} is in use already; set PORT to another, or 0 for any free one`,
    );
  }
  if (code === 'EACCES')
    return new Failure(`port ${port} may not be used; set PORT to one above 1023`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new Failure(`HOST ${host} is no address of this machine`);
  }
  return error;
}

const OPENERS: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

function openBrowser(address: string, output: Output): void {
  const [command, ...first] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...first, address], { stdio: 'ignore', detached: true });
  child.on('error', () => output.say(`No browser could be opened: go to ${address}`));
  child.unref();
}
