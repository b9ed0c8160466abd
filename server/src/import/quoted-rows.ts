/** Rows of a table with quotes, from pieces of its text. */
import { finished } from 'node:stream/promises';
import type { Rejected } from '@msp-impact/contract';
import { type CsvError, type Options, type Parser, parse } from 'csv-parse';
import { TABLE_OPTIONS, unreadable } from './table.ts';

export interface Rows {
  readonly records: readonly { readonly row: number; readonly cells: string[] }[];
  readonly rejected: readonly Rejected[];
}

interface Place {
  readonly file: string;
  readonly separator: string;
  /** Rows, each of one line, that stand before the text. */
  readonly before: number;
}

export class QuotedRows {
  readonly #parser: Parser;
  #records: { row: number; cells: string[] }[] = [];
  #rejected: Rejected[] = [];
  #refused = 0;
  /** A row was too long: the parser has lost its place. */
  dead = false;
  ended = false;

  constructor({ file, separator, before }: Place) {
    const options: Options<string[]> = {
      ...TABLE_OPTIONS,
      delimiter: separator,
      on_record: (cells: string[], info) => {
        this.#records.push({ row: info.records + this.#refused + before, cells });
        return null; // taken: nothing waits in the stream
      },
      on_skip: (error?: CsvError) => {
        if (!error || this.dead) return undefined;
        this.#rejected.push(unreadable(file, error, this.#refused + before, before));
        this.#refused++;
        this.dead = error.code === 'CSV_MAX_RECORD_SIZE';
        return undefined;
      },
    };
    this.#parser = parse(options as Options);
    this.#parser.resume();
  }

  /** The rows that end in it. A transform without output works at once. */
  push(text: string): Rows {
    if (!this.dead) this.#parser.write(text);
    return this.#taken();
  }

  async end(): Promise<Rows> {
    this.ended = true;
    if (!this.dead) {
      this.#parser.end();
      await finished(this.#parser);
    }
    return this.#taken();
  }

  #taken(): Rows {
    const rows = { records: this.#records, rejected: this.#rejected };
    [this.#records, this.#rejected] = [[], []];
    return rows;
  }
}
