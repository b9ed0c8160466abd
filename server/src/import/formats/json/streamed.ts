/**
 * One JSON object whose long lists are read object by object: of a large file neither the bytes nor
 * the text are held, only what they say.
 */
import type { SourceFile } from '../format.ts';
import { utf8Chunks } from './chunks.ts';
import { JsonScanner, type Piece } from './scanner.ts';
import { isObject, type Json, parsed } from './text.ts';

/**
 * undefined: it cannot be read in pieces. Then it is broken, or unusual (a list that stands twice, deep
 * nesting, another encoding), and has to be read whole, which tells what is wrong with it.
 *
 * @param lists keys at the top whose lists may be long
 */
export async function streamedJson(
  file: SourceFile,
  lists: readonly string[],
): Promise<Json | undefined> {
  const reading = new Reading();
  const scanner = new JsonScanner(reading, { lists, lines: false });
  for await (const chunk of utf8Chunks(file)) {
    scanner.push(chunk);
    if (reading.failed) return undefined;
  }
  scanner.end();
  return reading.result();
}

class Reading {
  readonly #lists = new Map<string, unknown[]>();
  #whole: Json | undefined;
  failed = false;

  /** Of a list that stands twice the last counts: that cannot be seen from its elements. */
  list(key: string): void {
    if (key === '' || this.#lists.has(key)) this.failed = true;
    this.#lists.set(key, []);
  }

  element({ list = '', bytes }: Piece): void {
    this.#lists.get(list)?.push(this.#parsed(bytes));
  }

  value({ bytes }: Piece): void {
    const value = this.#parsed(bytes);
    if (this.#whole !== undefined || !isObject(value)) this.failed = true;
    else this.#whole = value;
  }

  broken(): void {
    this.failed = true;
  }

  result(): Json | undefined {
    if (this.failed || this.#whole === undefined) return undefined;
    const whole = this.#whole;
    // A list was cut out of each, and nothing stands in its place later on.
    const inPlace = [...this.#lists.keys()].every((key) => Array.isArray(whole[key]));
    return inPlace ? { ...whole, ...Object.fromEntries(this.#lists) } : undefined;
  }

  #parsed(bytes: Uint8Array): unknown {
    const read = parsed(bytes);
    if (!read || read.guessed) this.failed = true;
    return read?.value;
  }
}
