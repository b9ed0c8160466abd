/** Where an item is from, in the words of the graph document. */
import type { Evidence } from '@msp-impact/contract';
import { readDay } from '../dates.ts';

export interface Origin {
  readonly file: string;
  /** Address at which the source itself says that it is published. */
  readonly url?: string | undefined;
  /** ISO 8601. */
  readonly date?: string | undefined;
  readonly publisher?: string | undefined;
}

/** `stated` when the data carries the address at which it is published; else `assumed`. */
export function evidenceOf({ file, url, date, publisher }: Origin, what = ''): Evidence[] {
  const known = url !== undefined && /^https?:\/\/\S{1,1900}$/.test(url);
  const read = date === undefined ? undefined : readDay(date);
  const evidence: Evidence = {
    claim: `From ${file}${what ? `: ${what}` : ''}`.slice(0, 1000),
    confidence: known ? 'stated' : 'assumed',
  };
  if (publisher) evidence.publisher = publisher.slice(0, 500);
  if (known) evidence.url = url;
  if (read && 'day' in read) evidence.date = read.day;
  return [evidence];
}

/** The same, for what the source does not say itself. */
export function assumedFrom({ file }: Origin, reasoning: string): Evidence[] {
  return [{ claim: `From ${file}: ${reasoning}`.slice(0, 1000), confidence: 'assumed' }];
}
