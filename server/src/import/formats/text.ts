/** A source file as text, or why it is none. */
import { readFileSync } from 'node:fs';
import type { Fault } from '@msp-impact/contract';
import { fault } from '../../rules/fault.ts';
import { decoded } from '../encoding.ts';
import type { SourceFile } from './format.ts';

/** Characters that a text can have. */
const LONGEST = 0x1fffffe8;
/** How many brackets may stand inside each other: what comes after may walk down recursively. */
export const MAX_DEPTH = 200;

export type ReadText =
  | { readonly text: string; readonly note: string | undefined }
  | { readonly error: Fault };

/** UTF-8, UTF-16 with its mark, else Windows-1252; the mark is left out. */
export function textOf(file: SourceFile): ReadText {
  const bytes = bytesOf(file);
  if (typeof bytes === 'string') return { error: fault(file.name, undefined, bytes) };
  const packed = packedReason(bytes);
  if (packed) return { error: fault(file.name, undefined, packed) };
  if (bytes.length > LONGEST) {
    return { error: fault(file.name, bytes.length, 'the file is too large; split it') };
  }
  const { text, guessed } = decoded(bytes);
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (plain.slice(0, 2000).includes('\0')) {
    return { error: fault(file.name, undefined, NO_TEXT) };
  }
  if (plain.trim() === '') return { error: fault(file.name, undefined, 'the file is empty') };
  const note = guessed && `${file.name} is not UTF-8: it was read as ${guessed}.`;
  return { text: plain, note };
}

function bytesOf({ bytes, path }: SourceFile): Uint8Array | string {
  if (bytes) return bytes;
  try {
    return readFileSync(path ?? '');
  } catch (error) {
    return `cannot be read: ${(error as Error).message}`;
  }
}

export const NO_TEXT = 'is no text, or UTF-16 without its mark; save it as UTF-8';

/** Why a file that begins so is none of text. */
export function packedReason(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 9) < 9) {
    return 'is a zip package or a workbook; unpack it and import the file inside';
  }
  return bytes[0] === 0x1f && bytes[1] === 0x8b
    ? 'is packed with gzip; unpack it first'
    : undefined;
}

/** Deepest nesting of { and [ outside strings. Linear. */
export function jsonDepth(text: string): number {
  let depth = 0;
  let most = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      for (at++; at < text.length && text.charCodeAt(at) !== 0x22; at++) {
        if (text.charCodeAt(at) === 0x5c) at++;
      }
    } else if (code === 0x7b || code === 0x5b) most = Math.max(most, ++depth);
    else if (code === 0x7d || code === 0x5d) depth--;
  }
  return most;
}
