/** What happens by itself on the timeline, as marks: those that would touch are one, with a number. */
import type { Lane, LaneEvent } from '@msp-impact/contract';
import { hourRange, whenWords } from '../../ui/hour-words.ts';
import { count } from '../../ui/words.ts';

export interface Mark {
  readonly key: string;
  readonly hour: number;
  readonly x: number;
  readonly labels: readonly string[];
  readonly ids: readonly string[];
}

export interface MarkLane {
  readonly id: 'workaround' | 'workaround-end' | 'recovery' | 'breach';
  readonly title: string;
  readonly verb: string;
  readonly marks: readonly Mark[];
}

interface Moment {
  readonly hour: number;
  readonly id: string;
  readonly label: string;
}

/** `gap`: the share of the width that one mark takes. */
export function markLanes(
  events: readonly LaneEvent[],
  hours: number,
  x: (hour: number) => number,
  gap: number,
): MarkLane[] {
  const of = (lane: Lane, at: (one: LaneEvent) => number | undefined): Moment[] =>
    events
      .filter((one) => one.lane === lane)
      .flatMap((one) => {
        const hour = at(one);
        return hour === undefined || hour > hours
          ? []
          : [{ hour, id: one.id, label: labelOf(one, hour) }];
      });
  const lane = (id: MarkLane['id'], title: string, verb: string, moments: Moment[]): MarkLane[] =>
    moments.length ? [{ id, title, verb, marks: clusters(moments, x, gap) }] : [];
  return [
    ...lane(
      'breach',
      'Limits missed',
      'miss their limit',
      of('breach', (one) => one.from),
    ),
    ...lane(
      'workaround',
      'Other ways start',
      'start',
      of('workaround', (one) => one.from),
    ),
    ...lane(
      'workaround-end',
      'Other ways end',
      'end',
      of('workaround', (one) =>
        one.until !== undefined && one.until < hours ? one.until : undefined,
      ),
    ),
    ...lane(
      'recovery',
      'Back to normal',
      'back to normal',
      of('recovery', (one) => one.from),
    ),
  ];
}

function labelOf({ label, lane, earliest, latest }: LaneEvent, hour: number): string {
  const ranged = lane !== 'workaround' && (earliest !== undefined || latest !== undefined);
  const range = ranged ? hourRange(hour, earliest, latest) : '';
  return range.includes('(') ? `${label}, hour ${range}` : label;
}

function clusters(moments: readonly Moment[], x: (hour: number) => number, gap: number): Mark[] {
  const marks: { hour: number; x: number; labels: string[]; ids: string[] }[] = [];
  for (const one of [...moments].sort((a, b) => a.hour - b.hour)) {
    const last = marks.at(-1);
    if (last && x(one.hour) - last.x < gap) {
      last.labels.push(one.label);
      last.ids.push(one.id);
    } else marks.push({ hour: one.hour, x: x(one.hour), labels: [one.label], ids: [one.id] });
  }
  return marks.map((mark) => ({ ...mark, key: `${mark.hour}` }));
}

const NAMED = 6;

/** "Hour 4: 3 miss their limit. NHS 111, GP out-of-hours, …" */
export function markWords(mark: Mark, verb: string): string {
  const when = whenWords(mark.hour);
  const named = mark.labels.slice(0, NAMED).join('; ');
  const more =
    mark.labels.length > NAMED ? `; and ${count(mark.labels.length - NAMED, 'other')}` : '';
  const many = mark.labels.length > 1 ? `${mark.labels.length} ` : '';
  return `${when.charAt(0).toUpperCase()}${when.slice(1)}: ${many}${verb}. ${named}${more}`;
}
