/** Long texts out. A small one is read whole before a byte is sent, so its faults are still told. */
import { Readable } from 'node:stream';
import { Conflict } from '../../store/port.ts';

const HELD_BACK = 8_000_000;
const ATTEMPTS = 3;

/**
 * The text, or a stream of it when it is long; a long one breaks off if the graph moves on meanwhile.
 * Rejects with Conflict (after some attempts) or StoreFault.
 */
export async function textOrStream(
  pieces: () => AsyncIterable<string>,
): Promise<string | Readable> {
  for (let left = ATTEMPTS; ; left--) {
    try {
      return await begin(pieces()[Symbol.asyncIterator]());
    } catch (error) {
      if (!(error instanceof Conflict) || left <= 1) throw error;
    }
  }
}

async function begin(rest: AsyncIterator<string>): Promise<string | Readable> {
  const held: string[] = [];
  for (let size = 0; size < HELD_BACK; ) {
    const next = await rest.next();
    if (next.done) return held.join('');
    held.push(next.value);
    size += next.value.length;
  }
  return Readable.from(continued(held, rest), { objectMode: false });
}

async function* continued(held: readonly string[], rest: AsyncIterator<string>) {
  yield* held;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
