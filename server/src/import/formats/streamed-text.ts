/** A file of text as a stream, or why it is none. */
import { bytesOfFile, encodingOf, textOfFile } from '../text-stream.ts';
import type { SourceFile } from './format.ts';
import { NO_TEXT, packedReason } from './text.ts';

export type StreamedText =
  | { readonly texts: AsyncIterable<string>; readonly note: string | undefined }
  | { readonly reason: string };

/** Characters in which what is no text shows itself. */
const BEGINNING = 2000;

/** The texts follow each other; a mark stands before the first. */
export async function streamedText(file: SourceFile): Promise<StreamedText> {
  try {
    const packed = packedReason((await firstOf(bytesOfFile(file))) ?? new Uint8Array());
    if (packed) return { reason: packed };
    const encoding = await encodingOf(file);
    const beginning = (await firstOf(textOfFile(file, encoding))) ?? '';
    if (beginning.slice(0, BEGINNING).includes('\0')) return { reason: NO_TEXT };
    const guessed = encoding === 'windows-1252';
    const note = guessed ? `${file.name} is not UTF-8: it was read as Windows-1252.` : undefined;
    return { texts: textOfFile(file, encoding), note };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return { reason: `cannot be read: ${(error as Error).message}` };
  }
}

async function firstOf<T>(list: AsyncIterable<T>): Promise<T | undefined> {
  for await (const one of list) return one;
  return undefined;
}
