/** What could be done, in the words of the screen. */

import { lengthWords } from '../../ui/hour-words.ts';
import { setName as nameOfSet } from '../../ui/set-name.ts';
import { count, percent } from '../../ui/words.ts';
import type { MeasureDraft } from '../../url/measures-codec.ts';

type NameOf = (id: string) => string;

export const SORT_WORDS: Readonly<Record<MeasureDraft['do'], string>> = {
  workaround: 'Another way of working',
  supplier: 'A second supplier',
  buffer: 'Stock, cache or printed list',
  split: 'Not switched off together',
  restart: 'Quicker restart',
  exit: 'Exit plan: rely on it less',
};

/** "NHS 111: another way of working, 50 % from hour 4 for 14 days". */
export function measureName(measure: MeasureDraft, nameOf: NameOf): string {
  switch (measure.do) {
    case 'workaround': {
      const from = measure.afterHours ? ` after ${lengthWords(measure.afterHours)}` : '';
      const lasts =
        measure.lastsHours === undefined ? '' : ` for ${lengthWords(measure.lastsHours)}`;
      return `${nameOf(measure.node)}: another way of working, ${percent(measure.capacity)}${from}${lasts}`;
    }
    case 'supplier':
      return `${nameOf(measure.to)}: a second supplier beside ${nameOf(measure.beside)}`;
    case 'buffer':
      return `${nameOf(measure.to)}: runs on for ${lengthWords(measure.hours)} without ${nameOf(measure.from)}`;
    case 'split': {
      const [first = '', ...more] = measure.nodes;
      const others = more.length ? ` and ${count(more.length, 'other')}` : '';
      return `${nameOf(first)}${others}: no longer switched off with ${nameOfSet(measure.zone)}`;
    }
    case 'restart':
      return `${nameOf(measure.node)}: restarts within ${lengthWords(measure.hours)}`;
    case 'exit':
      return `${nameOf(measure.to)}: relies on ${nameOf(measure.from)} for ${percent(measure.strength)} only`;
  }
}
