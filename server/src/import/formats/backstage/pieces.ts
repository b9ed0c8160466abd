/**
 * The documents of a YAML text one by one, from a stream of it. A line that begins with three dashes
 * begins a document, whatever it stands in. Directives may hold for what follows: from the first on
 * the rest of a text is one piece.
 */

export interface YamlPiece {
  readonly text: string;
  /** Lines before it. */
  readonly lines: number;
}

/** Characters of one document. */
const LONGEST = 32 << 20;
export const TOO_LONG = `has a document of more than ${LONGEST >> 20} million characters; split it`;

export class TooLong extends Error {}

/** @throws TooLong */
export async function* yamlPieces(texts: AsyncIterable<string>): AsyncGenerator<YamlPiece> {
  const parts = new Parts();
  let lines = 0;
  for await (const text of texts) {
    for (const piece of parts.push(text)) {
      yield { text: piece, lines };
      lines += newlines(piece);
    }
  }
  yield { text: parts.rest(), lines };
}

const DIRECTIVE = /^%/m;
const BEGINNINGS = /(?<=\n)(?=---[ \t\r\n])/;
/** Characters that may belong to the beginning of a document, the line end before it included. */
const EDGE = 5;

/** Put together only where a document ends: what comes is looked at once. */
class Parts {
  #parts: string[] = [];
  #length = 0;
  #edge = '';
  /** A directive was met. */
  #whole = false;

  /** The documents that are complete. */
  push(given: string): readonly string[] {
    const text = this.#length === 0 ? given.replace(/^\ufeff/, '') : given;
    const seen = this.#edge + text;
    this.#parts.push(text);
    this.#length += text.length;
    this.#edge = seen.slice(-EDGE);
    this.#whole ||= DIRECTIVE.test(this.#length === text.length ? seen : ` ${seen}`);
    if (!this.#whole && BEGINNINGS.test(seen)) return this.#cut();
    if (this.#length > LONGEST) throw new TooLong(TOO_LONG);
    return [];
  }

  rest(): string {
    return this.#parts.join('');
  }

  #cut(): readonly string[] {
    const pieces = this.rest().split(BEGINNINGS);
    const last = pieces.pop() ?? '';
    this.#parts = [last];
    this.#length = last.length;
    return pieces;
  }
}

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
