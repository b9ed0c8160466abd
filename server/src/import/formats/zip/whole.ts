/** The bytes of a source file, unless it is too large to be held. */
import { readFile, stat } from 'node:fs/promises';
import type { SourceFile } from '../format.ts';

const MOST = 256 << 20;

export type Whole = { readonly bytes: Uint8Array } | { readonly reason: string };

export async function wholeOf({ path, bytes }: SourceFile): Promise<Whole> {
  if (bytes) return { bytes };
  if (path === undefined) return { reason: 'is not there' };
  try {
    const { size } = await stat(path);
    if (size > MOST) return { reason: `is larger than ${MOST >> 20} MB` };
    return { bytes: await readFile(path) };
  } catch (error) {
    return { reason: `cannot be read: ${(error as NodeJS.ErrnoException).code}` };
  }
}
