/** One file: streamed, cut into releases, each made small before the next is read. */
import type { Fault, Rejected } from '@msp-impact/contract';
import { fault } from '../../../rules/fault.ts';
import { rejection } from '../../table.ts';
import type { SourceFile } from '../format.ts';
import { utf8Chunks } from '../json/chunks.ts';
import { JsonScanner, type Piece } from '../json/scanner.ts';
import { isObject, type Json, objectIn, parsed, textIn } from '../json/text.ts';
import { webAddress } from './address.ts';
import { type Notice, noticeOf, type Package } from './notice.ts';
import { isPackage, isRecord, releasesIn } from './value.ts';

export interface Sink {
  readonly notice: (notice: Notice) => void;
  readonly reject: (one: Rejected) => void;
  readonly fail: (one: Fault) => void;
  readonly count: (releases: number) => void;
  /** The bytes were no UTF-8. */
  readonly guessed: (file: string) => void;
}

const LISTS = ['releases', 'records'];

/** Nothing of a value that turns out to be broken reaches the sink. */
export async function readFile(file: SourceFile, sink: Sink): Promise<void> {
  const reading = new Reading(file.name, sink);
  const lines = /\.(jsonl|ndjson|jsonlines)$/i.test(file.name) ? true : undefined;
  const scanner = new JsonScanner(reading, { lists: LISTS, lines });
  reading.isLines = () => scanner.lines;
  for await (const chunk of utf8Chunks(file)) {
    scanner.push(chunk);
    if (scanner.dead) break;
  }
  scanner.end();
  reading.end(scanner.values);
}

type Staged = { notice: Notice } | { rejected: Rejected };

class Reading {
  readonly #file: string;
  readonly #sink: Sink;
  #pack: Package = { releases: 0 };
  #staged: Staged[] = [];
  #failed = false;
  #broken = 0;
  isLines: () => boolean = () => false;

  constructor(file: string, sink: Sink) {
    this.#file = file;
    this.#sink = sink;
  }

  element({ bytes, index, line }: Piece): void {
    this.#read(bytes, this.isLines() ? line : index);
  }

  value({ bytes, line }: Piece): void {
    const read = parsed(bytes);
    if (!read) {
      this.broken(line, 'is no JSON');
      return;
    }
    if (read.guessed) this.#sink.guessed(this.#file);
    const { value } = read;
    if (isObject(value)) this.#endOf(value, line);
    else if (!Array.isArray(value)) this.#reject(line, 'is no JSON object');
    for (const one of this.#staged) {
      if ('notice' in one) this.#sink.notice(one.notice);
      else this.#sink.reject(one.rejected);
    }
    this.#sink.count(this.#staged.length);
    this.#begin();
  }

  broken(line: number, reason: string): void {
    this.#begin();
    if (this.isLines()) {
      this.#broken++;
      this.#sink.count(1);
      this.#sink.reject(rejection(this.#file, line, '', '', reason));
    } else if (!this.#failed) {
      this.#failed = true;
      this.#sink.fail(fault(`${this.#file}, line ${line}`, undefined, reason));
    }
  }

  /** @param values that were read well */
  end(values: number): void {
    if (values > 0 || this.#failed) return;
    const reason = this.#broken > 0 ? 'no line holds JSON' : 'the file is empty';
    this.#sink.fail(fault(this.#file, undefined, reason));
  }

  #begin(): void {
    this.#pack = { releases: 0 };
    this.#staged = [];
  }

  /** The value around the elements: what they were elements of is known only now. */
  #endOf(value: Json, row: number): void {
    // A record's releases were handed on one by one: they count only where nothing was compiled.
    const whole = isRecord(value) || !isPackage(value);
    if (whole && isObject(value.compiledRelease)) this.#staged = [];
    if (whole && (isObject(value.compiledRelease) || this.#staged.length === 0)) {
      this.#take(value, row);
    } else if (whole) this.#keepNewest();
    const publisher = textIn(objectIn(value, 'publisher'), 'name');
    const uri = webAddress(textIn(value, 'uri'));
    if (publisher !== undefined) this.#pack.publisher = publisher;
    if (uri !== undefined) this.#pack.uri = uri;
    this.#pack.releases = this.#staged.length;
  }

  #keepNewest(): void {
    const notices = this.#staged.filter((one) => 'notice' in one);
    const newest = notices.reduce((a, b) => (b.notice.time >= a.notice.time ? b : a), notices[0]!);
    if (newest) this.#staged = [newest];
  }

  #read(bytes: Uint8Array, row: number): void {
    const read = parsed(bytes);
    if (read?.guessed) this.#sink.guessed(this.#file);
    if (read) this.#take(read.value, row);
    else this.#reject(row, 'is no JSON');
  }

  #take(value: unknown, row: number): void {
    for (const one of releasesIn(value, row)) {
      if ('reason' in one) this.#reject(row, one.reason, one.column);
      else this.#stage(one.release, row);
    }
  }

  #stage(release: Json, row: number): void {
    const made = noticeOf(release, { file: this.#file, row }, this.#pack);
    this.#staged.push('ocid' in made ? { notice: made } : { rejected: made });
  }

  #reject(row: number, reason: string, column = ''): void {
    this.#staged.push({ rejected: rejection(this.#file, row, column, '', reason) });
  }
}
