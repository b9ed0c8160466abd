/** How far long work is, for whoever waits: on standard error, and only once it takes a while. */
import { hourText } from '../scenario/sentence.ts';
import type { Output } from './output.ts';

/** Milliseconds until the first line, and between two. */
const FIRST = 5_000;
const NEXT = 10_000;

/** `1,200 of 100,000 runs, about 14 minutes left; Ctrl C ends it.` */
export function tellProgress(
  output: Output,
  what: string,
  total: number,
  clock: () => number = () => performance.now(),
): (done: number) => void {
  const began = clock();
  let next = began + FIRST;
  return (done) => {
    const now = clock();
    if (now < next || done === 0 || done >= total) return;
    next = now + NEXT;
    const left = ((now - began) / done) * (total - done);
    const [some, all] = [done, total].map((n) => n.toLocaleString('en-GB'));
    output.say(`${some} of ${all} ${what}, about ${timeText(left)} left; Ctrl C ends it.`);
  };
}

function timeText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 60 ? `${seconds} seconds` : hourText(seconds / 3600);
}
