/**
 * Cuts a stream of JSON into values that are small enough to parse, in constant memory: the objects
 * of a large list one by one, and JSON Lines value by value. It looks at quotes, brackets and line
 * ends alone; JSON.parse then has the last word on each piece. Linear; every byte is seen once.
 *
 * Whether line ends part values is learnt from the first one: a value that closes before it means
 * JSON Lines, where a bad line costs that line alone. Otherwise the file is one document, and a
 * fault in it ends the reading.
 */

export interface Piece {
  /** Key of the list at the top of the value that the piece is an element of; `` for a list alone. */
  readonly list: string | undefined;
  /** JSON text in UTF-8. A value whose lists were cut holds them empty. */
  readonly bytes: Uint8Array;
  /** Line on which the piece begins, from 1. */
  readonly line: number;
  /** Position in its list, from 1. */
  readonly index: number;
}

export interface Handler {
  /** A list begins that is cut. */
  readonly list?: (key: string) => void;
  /** An object of a cut list; the value around it has not ended yet. */
  readonly element: (piece: Piece) => void;
  /** The end of a value at the top. */
  readonly value: (piece: Piece) => void;
  /** The value that began is broken; elements of it that were handed on are void. */
  readonly broken: (line: number, reason: string) => void;
}

export interface ScanOptions {
  /** Keys at the top of a document whose lists are cut. */
  readonly lists: readonly string[];
  /** Known from the file's name; undefined: learnt. */
  readonly lines?: boolean | undefined;
  /** Bytes of one piece. */
  readonly maxPiece?: number;
}

const MAX_DEPTH = 100;
const MAX_PIECE = 32 << 20;
const MAX_KEY = 40;
const [QUOTE, BACKSLASH, COMMA, COLON, NEWLINE] = [0x22, 0x5c, 0x2c, 0x3a, 0x0a];
const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];

const BETWEEN = 'between two objects of a list stands one comma, after the last none';

export class JsonScanner {
  readonly #handler: Handler;
  readonly #lists: ReadonlySet<string>;
  readonly #max: number;
  #lines: boolean | undefined;
  #line = 1;
  #values = 0;
  /** A document with a fault: nothing more is read. */
  #dead = false;
  #skipping = false;
  #depth = 0;
  #string = false;
  #escaped = false;
  #key = ''; // last text at depth 1, where keys stand
  #keyed = false; // a colon followed it
  #list: string | undefined; // the list that is being cut
  #listDepth = 0;
  #inElement = false;
  #index = 0;
  #commas = 0; // since the last element of the list
  #begun = 1; // line of the value
  #elementLine = 1;
  readonly #head = new Part();
  readonly #element = new Part();

  constructor(handler: Handler, options: ScanOptions) {
    this.#handler = handler;
    this.#lists = new Set(options.lists);
    this.#lines = options.lines;
    this.#max = options.maxPiece ?? MAX_PIECE;
  }

  /** No use in reading on. */
  get dead(): boolean {
    return this.#dead;
  }
  /** Values that ended well, as far as brackets tell. */
  get values(): number {
    return this.#values;
  }
  get lines(): boolean {
    return this.#lines ?? false;
  }

  push(chunk: Uint8Array): void {
    this.#head.chunk(chunk);
    this.#element.chunk(chunk);
    for (let i = 0; i < chunk.length && !this.#dead; ) {
      if (this.#skipping) i = this.#skip(chunk, i);
      else if (this.#string) i = this.#inString(chunk, i);
      else {
        this.#outside(chunk[i] as number, i);
        i++;
      }
    }
    this.#head.keep();
    this.#element.keep();
    if (Math.max(this.#head.size, this.#element.size) > this.#max) {
      this.#break(`one value is larger than ${this.#max >> 20} MB`);
    }
  }

  end(): void {
    if (this.#depth > 0 && !this.#dead) {
      this.#break('the file ends in the middle of a value: it is not complete');
    }
  }

  /** To the end of the line, after a fault in JSON Lines. */
  #skip(chunk: Uint8Array, from: number): number {
    const at = chunk.indexOf(NEWLINE, from);
    if (at < 0) return chunk.length;
    this.#skipping = false;
    return at; // counted as a line end outside a value
  }

  #inString(chunk: Uint8Array, from: number): number {
    let i = from;
    if (this.#escaped) {
      this.#escaped = false;
      i++;
    }
    const ofKey = this.#depth === 1 && this.#list === undefined;
    for (; i < chunk.length; i++) {
      const c = chunk[i] as number;
      if (c === QUOTE) {
        this.#string = false;
        return i + 1;
      }
      if (c === BACKSLASH) {
        if (i + 1 === chunk.length) this.#escaped = true;
        i++;
      } else if (c === NEWLINE) {
        this.#break('a text is not closed on its line');
        return this.#lines ? i : chunk.length;
      } else if (ofKey && this.#key.length < MAX_KEY) this.#key += String.fromCharCode(c);
    }
    return chunk.length;
  }

  #outside(c: number, i: number): void {
    if (c === QUOTE) this.#quote();
    else if (c === OPEN || c === OPEN_LIST) this.#open(c, i);
    else if (c === CLOSE || c === CLOSE_LIST) this.#close(i);
    else if (c === NEWLINE) this.#newline();
    else if (c === 0x20 || c === 0x09 || c === 0x0d) return;
    else if (this.#depth === 0) this.#break('is no JSON object');
    else if (c === COMMA) {
      this.#keyed = false;
      if (this.#betweenElements) this.#commas++;
    } else if (c === COLON && !this.#betweenElements) this.#keyed = this.#depth === 1;
    else if (this.#betweenElements) this.#break(`${this.#list || 'the list'} must hold objects`);
  }

  get #betweenElements(): boolean {
    return this.#list !== undefined && !this.#inElement && this.#depth === this.#listDepth;
  }

  #quote(): void {
    if (this.#depth === 0) {
      this.#break('is no JSON object');
      return;
    }
    if (this.#betweenElements) {
      this.#break('a list of objects holds a text');
      return;
    }
    this.#string = true;
    if (this.#depth === 1 && !this.#keyed) this.#key = '';
  }

  #open(c: number, i: number): void {
    if (this.#depth === 0) {
      this.#begun = this.#line;
      this.#index = 0;
      this.#head.start(i);
    }
    if (this.#betweenElements) {
      if (c !== OPEN) {
        this.#break('a list of objects holds a list');
        return;
      }
      if (this.#commas !== Math.min(this.#index, 1)) {
        this.#break(BETWEEN);
        return;
      }
      this.#commas = 0;
      this.#inElement = true;
      this.#elementLine = this.#line;
      this.#element.start(i);
    }
    this.#depth++;
    if (this.#depth > MAX_DEPTH) {
      this.#break(`is nested deeper than ${MAX_DEPTH} levels`);
      return;
    }
    if (this.#list === undefined && c === OPEN_LIST) this.#maybeCut(i);
  }

  #maybeCut(i: number): void {
    if (this.#depth === 1) this.#list = '';
    else if (this.#depth === 2 && this.#keyed && this.#lists.has(this.#key)) this.#list = this.#key;
    else return;
    this.#handler.list?.(this.#list);
    this.#listDepth = this.#depth;
    this.#commas = 0;
    this.#head.stop(i + 1);
  }

  #close(i: number): void {
    if (this.#depth === 0) {
      this.#break('closes more brackets than it opens');
      return;
    }
    this.#depth--;
    if (this.#list !== undefined && this.#depth === this.#listDepth && this.#inElement) {
      this.#inElement = false;
      const bytes = this.#element.take(i + 1);
      this.#handler.element({
        list: this.#list,
        bytes,
        line: this.#elementLine,
        index: ++this.#index,
      });
    } else if (this.#list !== undefined && this.#depth < this.#listDepth) {
      if (this.#commas > 0) {
        this.#break(BETWEEN);
        return;
      }
      this.#list = undefined;
      this.#head.start(i);
    }
    if (this.#depth === 0) this.#endValue(i);
  }

  #endValue(i: number): void {
    this.#values++;
    this.#keyed = false;
    const bytes = this.#head.take(i + 1);
    this.#handler.value({ list: undefined, bytes, line: this.#begun, index: this.#values });
  }

  #newline(): void {
    this.#line++;
    if (this.#depth === 0) {
      if (this.#values > 0) this.#lines ??= true;
    } else if (this.#lines) {
      this.#line--;
      this.#break('the line ends in the middle of a value');
      this.#line++;
      this.#skipping = false;
    } else this.#lines = false;
  }

  #break(reason: string): void {
    const line = this.#depth > 0 && this.#lines ? this.#begun : this.#line;
    this.#handler.broken(line, reason);
    this.#depth = 0;
    this.#string = this.#escaped = this.#keyed = this.#inElement = false;
    this.#list = undefined;
    this.#head.clear();
    this.#element.clear();
    if (this.#lines) this.#skipping = true;
    else this.#dead = true;
  }
}

/** Bytes of one piece, gathered over chunks. */
class Part {
  #chunk: Uint8Array = new Uint8Array();
  #from = -1; // where it began or goes on in the chunk; -1: not gathering
  #kept: Uint8Array[] = [];
  size = 0;

  chunk(chunk: Uint8Array): void {
    this.#chunk = chunk;
    if (this.#from >= 0) this.#from = 0;
  }
  start(at: number): void {
    this.#from = at;
  }
  stop(at: number): void {
    if (this.#from < 0) return;
    this.#add(this.#chunk.subarray(this.#from, at));
    this.#from = -1;
  }
  /** The chunk ends: what of it belongs to the piece must outlive it. */
  keep(): void {
    if (this.#from >= 0) this.#add(this.#chunk.subarray(this.#from));
  }
  take(at: number): Uint8Array {
    this.stop(at);
    const bytes =
      this.#kept.length === 1 ? (this.#kept[0] as Uint8Array) : Buffer.concat(this.#kept);
    this.clear();
    return bytes;
  }
  clear(): void {
    this.#from = -1;
    this.#kept = [];
    this.size = 0;
  }
  #add(bytes: Uint8Array): void {
    this.#kept.push(bytes);
    this.size += bytes.length;
  }
}
