/** Files that were sent beforehand, on disk until they are imported or forgotten. */
import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Milliseconds. */
const KEPT = 3_600_000;
const MOST = 100;

export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly at: number;
}

export class TooManyBytes extends Error {}

export class Uploads {
  readonly #files = new Map<string, UploadedFile>();
  #folder: string | undefined;

  /** Rejects with TooManyBytes, and with what the stream or the disk rejects with; nothing is kept then. */
  async add(name: string, bytes: Readable, limit: number): Promise<UploadedFile> {
    await this.#forget();
    this.#folder ??= mkdtempSync(join(tmpdir(), 'msp-impact-uploads-'));
    const id = randomUUID();
    const path = join(this.#folder, id);
    let size = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _, done) {
        size += chunk.length;
        if (size > limit) done(new TooManyBytes());
        else done(null, chunk);
      },
    });
    try {
      await pipeline(bytes, counted, createWriteStream(path, { mode: 0o600 }));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    const file: UploadedFile = { id, name, path, size, at: Date.now() };
    this.#files.set(id, file);
    return file;
  }

  get(id: string): UploadedFile | undefined {
    return this.#files.get(id);
  }

  async close(): Promise<void> {
    this.#files.clear();
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true });
  }

  async #forget(): Promise<void> {
    const old = [...this.#files.values()].filter(
      ({ at }, i) => Date.now() - at > KEPT || i < this.#files.size - MOST,
    );
    for (const { id, path } of old) {
      this.#files.delete(id);
      await rm(path, { force: true });
    }
  }
}
