/** The text of a file in pieces, whatever spreadsheet wrote it; encoding.ts says which encodings. */
import { createReadStream } from 'node:fs';
import type { SourceFile } from './formats/format.ts';

/** Bytes of a piece: little of what is made of one is alive when memory is cleared. */
const PIECE = 1 << 16;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export async function* bytesOfFile({ path, bytes }: SourceFile): AsyncGenerator<Uint8Array> {
  if (bytes) {
    for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
  } else if (path !== undefined) {
    for await (const chunk of createReadStream(path, { highWaterMark: PIECE })) {
      yield chunk as Uint8Array;
    }
  }
}

/** Reads all of it: only at the end is it known that every byte is UTF-8. */
export async function encodingOf(file: SourceFile): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  try {
    for await (const chunk of bytesOfFile(file)) {
      if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
      if (first && chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
      first = false;
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
}

/** A mark at its beginning is left where it stands. */
export async function* textOfFile(
  file: SourceFile,
  encoding?: Encoding,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding ?? (await encodingOf(file)), { ignoreBOM: true });
  for await (const chunk of bytesOfFile(file)) {
    onBytes(chunk.length);
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const last = decoder.decode();
  if (last !== '') yield last;
}
