/** A report as headings with their lines: what Markdown and PDF have in common. */
import type { Bounds, Report, ReportPart, ReportRow } from '@msp-impact/contract';
import { plural, stateWord } from '../answers/words.ts';
import { hourText, people } from '../scenario/sentence.ts';
import { percent } from '../text/figures.ts';
import { clockIn } from './zone.ts';

export type Part = ReportPart;

/** Rows of a table, so that a report stays one page; the annex has all. */
const LISTED = 8;
const LIMITS = 6;
const TOLD = 5;

const TITLES = {
  plain: {
    situation: 'What is hit',
    aim: 'What matters first',
    limits: 'Limits that are missed or may be',
    change: 'Since the last report',
    harm: 'People',
    basis: 'What this rests on',
    calls: 'Whom to call',
    risk: 'For the risk register',
  },
  iimarch: {
    situation: 'Information',
    aim: 'Intent',
    limits: 'Method: limits that are missed or may be, in their order',
    change: 'Administration: since the last report',
    harm: 'Humanitarian issues: people',
    basis: 'Administration: what this rests on',
    calls: 'Communications: whom to call',
    risk: 'Risk assessment',
  },
} as const;
const SEQUENCE = {
  plain: ['situation', 'aim', 'limits', 'harm', 'change', 'calls', 'risk', 'basis'],
  iimarch: ['situation', 'aim', 'limits', 'change', 'basis', 'risk', 'calls', 'harm'],
} as const;

export function partsOf(report: Report): Part[] {
  const titles = TITLES[report.headings];
  const made = {
    situation: situation(report),
    aim: { lines: [aim(report)] },
    limits: limits(report),
    change: { lines: report.changes ?? ['This is the first report of its series.'] },
    harm: { lines: harm(report) },
    basis: { lines: basis(report) },
    calls: calls(report),
    risk: { lines: [report.risk] },
  };
  return SEQUENCE[report.headings].map((key) => ({ heading: titles[key], ...made[key] }));
}

/** `Report 3 · 2022-08-05 12:00 UTC · next due …`. */
export function subtitle({ number, at, author, nextDue, zone }: Report): string {
  const due = nextDue ? ` · next due ${clockIn(zone, nextDue)}` : '';
  return `Report ${number} · ${clockIn(zone, at)} · ${author}${due}`;
}

/** The time of an hour of the scenario, where its start is known. */
function clockOf({ start, zone }: Report, hour: number): string | undefined {
  if (start === undefined) return undefined;
  return clockIn(zone, new Date(Date.parse(start) + hour * 3.6e6).toISOString());
}

function moment(report: Report, hour: number): string {
  const text = hour === 0 ? 'at the start' : `after ${hourText(hour)}`;
  const clock = clockOf(report, hour);
  return clock === undefined ? text : `${text} (${clock})`;
}

/** ` (3–27)`: what else it may be. */
const ends = (range: Bounds | undefined) =>
  range && range.low < range.high ? ` (${range.low}–${range.high})` : '';

function situation(report: Report): Omit<Part, 'heading'> {
  const { down, degraded, atRisk, unknown, ranges } = report.counts;
  const when = report.atHour === undefined ? 'At their worst' : moment(report, report.atHour);
  const counted = [
    `${down} ${down === 1 ? 'service' : 'services'}${ends(ranges?.down)} ${down === 1 ? 'is' : 'are'} stopped`,
    `${degraded}${ends(ranges?.degraded)} reduced`,
    `${atRisk} on the last option`,
    `${unknown} not known`,
  ].join(', ');
  const hit = report.rows.filter(({ kind }) => kind === 'service');
  const services = hit.slice(0, LISTED);
  const listed =
    hit.length > LISTED
      ? ` Below are the first ${LISTED} of ${hit.length} that are hit: by the first limit missed, then the worst.`
      : '';
  return {
    lines: [
      `${when.charAt(0).toUpperCase()}${when.slice(1)}: ${counted}.${listed}`,
      ...checked(report),
    ],
    table: {
      head: ['Service', 'Left', 'Range', 'State', 'Normal again'],
      rows: services.map((row) => [
        row.name,
        percent(row.level),
        span(row),
        stateWord(row.state),
        row.recovered === undefined ? 'not in this time' : hourText(row.recovered),
      ]),
    },
  };
}

/** What was seen and counts, in one line. */
function checked(report: Report): string[] {
  const { checks = [] } = report;
  if (checks.length === 0) return [];
  const told = checks.slice(0, TOLD).map(({ name, level, state, hour, by }) => {
    const seen = state === 'degraded' ? `reduced to ${percent(level)}` : stateWord(state);
    return `${name} ${seen} (${by ? `${by}, ` : ''}${clockOf(report, hour) ?? moment(report, hour)})`;
  });
  const rest = checks.length - told.length;
  const all = [...told, ...(rest > 0 ? [`${rest} more`] : [])].join('; ');
  return [`Checked, and counted as it was seen: ${all}.`];
}

function span({ range }: ReportRow): string {
  return range ? `${percent(range.low)} to ${percent(range.high)}` : '';
}

/** That a list goes on. */
function more(count: number, shown: number): string[] {
  return count > shown ? [`The first ${shown} of ${count}.`] : [];
}

function aim(report: Report): string {
  const first = report.breaches.find(({ hour }) => hour !== undefined);
  if (!first) return 'No limit on record is missed by the point answer.';
  const { name, minimumLevel, maxHours, hour } = first;
  const limit = `${percent(minimumLevel)} for ${hourText(maxHours)}`;
  return `${name} first: its limit (${limit}) is missed ${moment(report, hour as number)}.`;
}

function limits(report: Report): Omit<Part, 'heading'> {
  if (report.breaches.length === 0) return { lines: ['None.'] };
  const hour = (value: number | undefined, none: string) =>
    value === undefined ? none : hourText(value);
  return {
    lines: [[missedWords(report), ...more(report.breaches.length, LIMITS)].join(' ')],
    table: {
      head: ['Service', 'Limit', 'Missed after', 'Earliest', 'Latest', 'How sure'],
      rows: report.breaches
        .slice(0, LIMITS)
        .map((one) => [
          one.name,
          `${percent(one.minimumLevel)} for ${hourText(one.maxHours)}`,
          hour(one.hour, 'not likely'),
          hour(one.earliest, 'not missed'),
          hour(one.latest, 'not missed'),
          one.certainty,
        ]),
    },
  };
}

/** How many of the table are missed, and how many only may be. */
function missedWords({ breaches }: Report): string {
  const missed = breaches.filter(({ hour }) => hour !== undefined).length;
  const may = breaches.length - missed;
  const likely = missed === 1 ? '1 limit is missed' : `${missed || 'No'} limits are missed`;
  return may > 0 ? `${likely}, ${may} more may be if things go badly.` : `${likely}.`;
}

function harm({ people: { known, personHours, range, unknownRegions }, hours }: Report): string[] {
  if (!known) return ['Not known: no region has a population on record.'];
  const bounds = range ? ` (${people(range.low)} to ${people(range.high)})` : '';
  const missing =
    unknownRegions > 0
      ? [`${plural(unknownRegions, 'region')} without a population on record are not counted.`]
      : [];
  return [`${people(personHours)}${bounds} are lost within ${hourText(hours)}.`, ...missing];
}

function basis({ evidence, assumptions, graph, graphRevision }: Report): string[] {
  const { links, stated, reported, assumed, none } = evidence;
  return [
    `${plural(links, 'link carries', 'links carry')} this: ${stated} stated, ${reported} reported, ${assumed} assumed, ${none} without evidence.`,
    `Graph: ${graph || 'without a name'}, version ${graphRevision}.`,
    ...assumptions.slice(0, TOLD),
    ...more(assumptions.length, TOLD),
  ];
}

function calls({ calls: all, contacts = true }: Report): Omit<Part, 'heading'> {
  if (all.length === 0) return { lines: ['No owner is on record for what is hit.'] };
  const told = [...more(all.length, LISTED), ...(contacts ? [] : ['Contacts are left out.'])];
  const head = ['For', 'Who', 'First limit missed after'];
  const rows = all.slice(0, LISTED).map(({ name, owner, contact, hour, earliest }) => {
    const possible = earliest === undefined ? 'none' : `at worst ${hourText(earliest)}`;
    const when = hour === undefined ? possible : hourText(hour);
    return [name, owner, when, ...(contacts ? [contact ?? 'not on record'] : [])];
  });
  return {
    lines: told.length > 0 ? [told.join(' ')] : [],
    table: { head: contacts ? [...head, 'Contact'] : head, rows },
  };
}
