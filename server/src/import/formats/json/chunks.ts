/** The bytes of a source file in pieces, as UTF-8 whatever Unicode encoding it has. */
import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';
import type { SourceFile } from '../format.ts';

const PIECE = 1 << 18;

/** Rejects when the file cannot be read from disk. UTF-16 is told by its mark; marks are left out. */
export async function* utf8Chunks(file: SourceFile): AsyncIterable<Uint8Array> {
  let decoder: TextDecoder | undefined;
  let first = true;
  for await (const chunk of rawChunks(file)) {
    let bytes = chunk;
    if (first) {
      first = false;
      decoder = utf16(chunk);
      if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) bytes = chunk.subarray(3);
    }
    yield decoder ? Buffer.from(decoder.decode(bytes, { stream: true })) : bytes;
  }
}

function utf16(chunk: Uint8Array): TextDecoder | undefined {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return new TextDecoder('utf-16le');
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return new TextDecoder('utf-16be');
  return undefined;
}

async function* rawChunks({ path, bytes }: SourceFile): AsyncIterable<Uint8Array> {
  if (bytes) {
    for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
  } else if (path !== undefined) {
    for await (const chunk of createReadStream(path, { highWaterMark: PIECE })) {
      yield chunk as Uint8Array;
    }
  }
}
