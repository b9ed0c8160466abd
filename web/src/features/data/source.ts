/** What someone brought in, and its first lines. Nothing here reads the whole text more than once. */

export interface SourceFile {
  readonly name: string;
  readonly text: string;
  /** Bytes of the file; of a paste its characters. */
  readonly size: number;
  /** Workbooks and packages, which are no text; `text` is empty then. */
  readonly bytes?: Uint8Array;
  /** Large files: `text` holds their beginning alone. */
  readonly file?: File;
}

/** Pasted, or dropped: one file, or tables that belong together. */
export interface Source {
  /** Names it in queries, so that its text never has to. */
  readonly key: number;
  readonly files: readonly [SourceFile, ...SourceFile[]];
}

/** Over this, a file is refused before it is sent. */
const MAX_BYTES = 2_000_000_000;
/** Over this, a file is sent as it is and read as a job. */
const LARGE = 5_000_000;
const BEGINNING = 100_000;
/** Lines shown, and characters looked at for them, however large the file. */
const PREVIEW_LINES = 5;
const PREVIEW_CHARS = 8_000;
const MAX_COLUMNS = 24;

let keys = 0;

export function pasted(text: string): Source {
  keys += 1;
  return { key: keys, files: [{ name: 'pasted text', text, size: text.length }] };
}

/** Rejects when a file cannot be read or is too large; the message is one plain sentence. */
export async function fromFiles(files: readonly [File, ...File[]]): Promise<Source> {
  const [first, ...rest] = files;
  const read: [SourceFile, ...SourceFile[]] = [await readFile(first)];
  for (const file of rest) read.push(await readFile(file));
  keys += 1;
  return { key: keys, files: read };
}

async function readFile(file: File): Promise<SourceFile> {
  if (file.size > MAX_BYTES) {
    throw new Error(
      `${file.name} is ${sizeWords(file.size)}; the most is ${sizeWords(MAX_BYTES)}.`,
    );
  }
  const { name, size } = file;
  const large = size > LARGE;
  const part = large ? file.slice(0, BEGINNING) : file;
  const bytes = await part.arrayBuffer().catch(() => {
    throw new Error(`${name} could not be read.`);
  });
  const rest = large ? { file } : {};
  if (isPackage(bytes)) return { name, size, text: '', bytes: new Uint8Array(bytes), ...rest };
  const text = decode(bytes);
  if (text.includes('\u0000')) {
    throw new Error(`${name} is neither text nor a workbook. Save the sheet as CSV and drop that.`);
  }
  return { name, text, size, ...rest };
}

/** Workbooks and packages are ZIP archives. */
function isPackage(bytes: ArrayBuffer): boolean {
  const [a, b, c, d] = new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength));
  return a === 0x50 && b === 0x4b && c === 3 && d === 4;
}

/** Read as a job. */
export function isLarge({ files }: Source): boolean {
  return files.some(({ file }) => file) || files.reduce((sum, { size }) => sum + size, 0) > LARGE;
}

/** In pieces: `String.fromCharCode` takes only so many arguments. */
export async function base64Of(bytes: Uint8Array): Promise<string> {
  const PIECE = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(text);
}

/** Spreadsheets save CSV as UTF-8, as UTF-16 with a mark, or in the Western code page of Windows. */
function decode(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** "812 bytes", "34 kB", "1.2 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${Number((bytes / 1_000_000).toPrecision(2))} MB`;
}

/** First lines as cells, or as they are where the text is no table. */
export type Preview =
  | {
      readonly shape: 'table';
      readonly rows: readonly (readonly string[])[];
      readonly more: boolean;
    }
  | { readonly shape: 'text'; readonly lines: readonly string[]; readonly more: boolean };

/** The separator that the first line holds most often, outside quotes. */
function separatorOf(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '');
  const times = (mark: string) => bare.split(mark).length - 1;
  return [',', ';', '\t'].reduce((best, mark) => (times(mark) > times(best) ? mark : best));
}

/** Cells of one line; a quoted line end is rare and shows as the end of the row. */
function cells(line: string, separator: string): string[] {
  const found: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i += 1) {
    const mark = line[i] as string;
    if (mark === '"' && quoted && line[i + 1] === '"') {
      cell += mark;
      i += 1;
    } else if (mark === '"') quoted = !quoted;
    else if (mark === separator && !quoted) {
      found.push(cell);
      cell = '';
    } else cell += mark;
  }
  return [...found, cell].slice(0, MAX_COLUMNS);
}

export function preview(text: string): Preview {
  const head = text.slice(0, PREVIEW_CHARS).replace(/^\ufeff/, '');
  const lines = head.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const first = lines.slice(0, PREVIEW_LINES);
  const more = lines.length > PREVIEW_LINES || text.length > PREVIEW_CHARS;
  if (/^\s*[[{]/.test(head)) {
    return { shape: 'text', lines: first.map((line) => line.slice(0, 200)), more };
  }
  const separator = separatorOf(first[0] ?? '');
  return { shape: 'table', rows: first.map((line) => cells(line, separator)), more };
}
