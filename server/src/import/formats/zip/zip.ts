/**
 * Zip archives from strangers: counted while they unfold, so that a bomb, a lie about sizes or a
 * path that leads out ends in a reason. Archives inside archives stay closed.
 */
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

export interface ZipLimits {
  /** Bytes of all entries together, unfolded. */
  readonly total: number;
  readonly entries: number;
}

export const ZIP_LIMITS: ZipLimits = { total: 200 << 20, entries: 5000 };

export type Unzipped =
  | { readonly entries: ReadonlyMap<string, Uint8Array> }
  | { readonly reason: string };

/** @param wanted names to unfold; others are counted alone */
export async function unzipped(
  bytes: Uint8Array,
  wanted: (name: string) => boolean = () => true,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<Unzipped> {
  if (bytes.length === 0) return { reason: 'the file is empty' };
  let zip: ZipFile | undefined;
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    zip = await fromBufferPromise(buffer, { lazyEntries: true, strictFileNames: true });
    return { entries: await unfold(zip, wanted, limits) };
  } catch (error) {
    return { reason: reasonOf(error as Error) };
  } finally {
    zip?.close();
  }
}

/** Told to the user as it is. */
class TooMuch extends Error {}

async function unfold(zip: ZipFile, wanted: (name: string) => boolean, limits: ZipLimits) {
  if (zip.entryCount > limits.entries) throw new TooMuch(`has more than ${limits.entries} files`);
  const entries = new Map<string, Uint8Array>();
  let left = limits.total;
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName;
    if (name.endsWith('/') || !wanted(name)) continue;
    if (entries.has(name)) throw new TooMuch(`holds ${name} twice`);
    const content = await contentOf(zip, entry, left, limits.total);
    left -= content.length;
    entries.set(name, content);
  }
  return entries;
}

async function contentOf(zip: ZipFile, entry: Entry, left: number, total: number) {
  const tooMuch = `unfolds to more than ${total >> 20} MB: it may be a bomb`;
  if (entry.uncompressedSize > left) throw new TooMuch(tooMuch);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    size += (piece as Buffer).length;
    if (size > left) throw new TooMuch(tooMuch); // whatever the entry says of itself
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces);
}

function reasonOf(error: Error): string {
  if (error instanceof TooMuch) return error.message;
  return `is no zip archive that can be read: ${error.message}`;
}
