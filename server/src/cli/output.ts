/** Standard output for answers, standard error for messages. Nothing here ends the process. */

export interface Output {
  /** Resolves when the text is handed over: with a slow reader, when it has read on. */
  write(text: string): Promise<void>;
  /** For people: one line on standard error. */
  say(line: string): void;
  /** Characters of a line; undefined when nobody sees a screen. */
  readonly width: number | undefined;
}

/** The reader went away (`msp-impact … | head`): no fault, and nothing more to say. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}

export function processOutput(): Output {
  const { stdout, stderr } = process;
  // Errors are told to whoever writes; unheard ones would end the process with a trace.
  stdout.on('error', () => {});
  stderr.on('error', () => {});
  return {
    width: stdout.isTTY ? stdout.columns : undefined,
    say: (line) => void stderr.write(`${line}\n`),
    write: (text) =>
      new Promise((resolve, reject) => {
        stdout.write(text, (error) => {
          if (!error) resolve();
          else reject(isGone(error) ? new ReaderGone() : error);
        });
      }),
  };
}

function isGone(error: Error): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'ECONNRESET';
}

export function writeJson(output: Output, value: unknown): Promise<void> {
  return output.write(`${JSON.stringify(value)}\n`);
}
