/**
 * A business impact analysis as candidates: activities become services, with tolerance, recovery
 * time and priority; systems become products and suppliers suppliers, which the activity relies on.
 * Several rows of one activity are read together; of two different values the first counts.
 */
import type { Evidence, GraphNode, Rejected } from '@msp-impact/contract';
import type { Candidate } from '../candidate.ts';
import type { Fields } from '../columns.ts';
import { counted } from '../formats/words.ts';
import type { Names } from '../formats/xlsx/names.ts';
import { isNothing, isNotKnown, readShare } from '../sheet-columns.ts';
import { breathe, breathing, type ItemMaps } from '../stored.ts';
import { rejection, type Table, type TableRow } from '../table.ts';
import { readImpact, readNames, readPriority } from './cells.ts';
import { type AnalysisColumn, type AnalysisColumns, unitOfHeading } from './columns.ts';
import { readHours } from './durations.ts';
import { AnalysisLinks } from './links.ts';

/** The level of a tolerance of which the sheet says only for how long. */
export const ASSUMED_LEVEL = 0.5;
/** The impact, 1 to 5, from which a disruption is no longer tolerable. */
const INTOLERABLE = 4;

export interface AnalysisRead {
  readonly candidates: readonly Candidate[];
  readonly rejected: readonly Rejected[];
  readonly notes: readonly string[];
}

/** What the rows of one activity say together. */
interface Activity {
  readonly id: string;
  readonly row: number;
  readonly fields: Fields;
  readonly attributes: Record<string, string>;
  hours?: number;
  level?: number;
  fromImpacts?: boolean;
}

export async function readAnalysis(
  table: Table,
  columns: AnalysisColumns,
  names: Names,
  stored: ItemMaps,
  minimumLevel?: number,
): Promise<AnalysisRead> {
  const reader = new AnalysisReader(table, columns, names, stored);
  const breath = breathing();
  for (const row of table.rows) {
    if (breath.due()) await breathe();
    reader.read(row);
  }
  return reader.finish(minimumLevel);
}

class AnalysisReader {
  readonly #table: Table;
  readonly #columns: AnalysisColumns;
  readonly #names: Names;
  readonly #stored: ItemMaps;
  readonly #links: AnalysisLinks;
  readonly #activities = new Map<string, Activity>();
  readonly #rejected: Rejected[];
  readonly #others: readonly { header: string; at: number }[];

  constructor(table: Table, columns: AnalysisColumns, names: Names, stored: ItemMaps) {
    this.#table = table;
    this.#columns = columns;
    this.#names = names;
    this.#stored = stored;
    this.#links = new AnalysisLinks(stored, names, table.file);
    this.#rejected = [...table.rejected];
    const taken = new Set([...columns.at.values(), ...columns.impacts.map(({ at }) => at)]);
    this.#others = table.headers
      .map((header, at) => ({ header, at }))
      .filter(({ header, at }) => header !== '' && !taken.has(at));
  }

  read(row: TableRow): void {
    const cell = (column: AnalysisColumn) =>
      (row.cells[this.#columns.at.get(column) ?? -1] ?? '').trim();
    const name = cell('activity');
    const unfit = isNotKnown(name)
      ? 'the row names no activity'
      : name.length > 500 && 'a name has at most 500 characters';
    if (unfit) {
      this.#refuse(row, 'activity', unfit);
      return;
    }
    const activity = this.#activityOf(name, row);
    this.#numbers(activity, row, cell);
    this.#impacts(activity, row);
    this.#texts(activity, row, cell);
    const kept = (column: 'systems' | 'suppliers') =>
      readNames(cell(column)).filter((one) => !isNothing(one));
    const [systems, suppliers] = [kept('systems'), kept('suppliers')];
    this.#links.add(activity.id, systems, suppliers, row.row);
  }

  #refuse(row: TableRow, column: AnalysisColumn, reason: string): void {
    const at = this.#columns.at.get(column) ?? -1;
    const header = this.#table.headers[at] ?? column;
    const value = row.cells[at] ?? '';
    this.#rejected.push(rejection(this.#table.file, row.row, header, value, reason));
  }

  #activityOf(name: string, row: TableRow): Activity {
    const id = this.#names.listed('service', this.#names.find(name, ['service']) ?? '', name);
    const known = this.#activities.get(id);
    if (known) return known;
    const fields: Fields = this.#stored.node.has(id) ? { id } : { id, kind: 'service', name };
    const activity: Activity = { id, row: row.row, fields, attributes: {} };
    this.#activities.set(id, activity);
    return activity;
  }

  #numbers(activity: Activity, row: TableRow, cell: (column: AnalysisColumn) => string): void {
    const hours = (column: 'mtpd' | 'rto') => this.#hours(row, column, cell(column));
    const mtpd = hours('mtpd');
    if (mtpd !== undefined) activity.hours ??= mtpd;
    const rto = hours('rto');
    if (rto !== undefined) activity.fields.rtoHours ??= rto;
    const read = (
      column: AnalysisColumn,
      to: (cell: string) => number | undefined,
      how: string,
    ) => {
      const text = cell(column);
      if (isNotKnown(text)) return undefined;
      const number = to(text);
      if (number === undefined)
        this.#refuse(row, column, `${how}; the activity is kept without it`);
      return number;
    };
    const priority = read('priority', readPriority, 'must be 1 to 5, or as critical, high, low');
    if (priority !== undefined) activity.fields.priority ??= priority;
    const level = read('level', readShare, 'must be a share, as 0.5 or 50 %');
    if (level !== undefined) activity.level ??= level;
    const people = read('people', wholeNumber, 'must be a whole number');
    if (people !== undefined) activity.fields.people ??= people;
  }

  #hours(row: TableRow, column: 'mtpd' | 'rto', text: string): number | undefined {
    if (isNotKnown(text)) return undefined;
    const header = this.#table.headers[this.#columns.at.get(column) ?? -1] ?? '';
    const read = readHours(text, unitOfHeading(header));
    if ('hours' in read) return read.hours;
    this.#refuse(row, column, `${read.reason}; the activity is kept without it`);
    return undefined;
  }

  /** The first time at which the impact is intolerable stands for an MTPD that nobody gives. */
  #impacts(activity: Activity, row: TableRow): void {
    for (const { at, hours } of this.#columns.impacts) {
      const text = (row.cells[at] ?? '').trim();
      const header = this.#table.headers[at] ?? '';
      if (isNotKnown(text)) continue;
      keep(activity.attributes, header, text);
      const impact = readImpact(text);
      if (impact === undefined) {
        const reason = 'must be an impact, 1 to 5, or as minor, major; it is left out';
        this.#rejected.push(rejection(this.#table.file, row.row, header, text, reason));
      } else if (impact >= INTOLERABLE && activity.hours === undefined) {
        activity.hours = hours;
        activity.fromImpacts = true;
      }
    }
  }

  #texts(activity: Activity, row: TableRow, cell: (column: AnalysisColumn) => string): void {
    const owner = cell('owner');
    if (!isNotKnown(owner)) activity.fields.owner ??= { name: owner };
    const workaround = cell('workaround');
    const capacity = readShare(cell('capacity'));
    if (!isNotKnown(workaround) && !isNothing(workaround)) {
      const header = this.#table.headers[this.#columns.at.get('workaround') ?? -1] ?? 'workaround';
      if (capacity === undefined) keep(activity.attributes, header, workaround);
      else activity.fields.workarounds ??= [{ name: workaround.slice(0, 500), capacity }];
    }
    for (const { header, at } of this.#others) {
      const text = row.cells[at] ?? '';
      if (text.trim() !== '') keep(activity.attributes, header, text);
    }
  }

  finish(minimumLevel: number | undefined): AnalysisRead {
    const all = [...this.#activities.values()];
    const nodes = all.map((one) => this.#candidate(one, minimumLevel));
    return {
      candidates: [...nodes, ...this.#links.candidates()],
      rejected: this.#rejected,
      notes: [...this.#notes(all, minimumLevel), ...this.#links.notes()],
    };
  }

  #candidate(one: Activity, minimumLevel: number | undefined): Candidate {
    const { file, headers } = this.#table;
    const before = this.#stored.node.get(one.id);
    const fields = { ...one.fields };
    const mine: Evidence[] = [{ claim: `From ${file}`, confidence: 'assumed' }];
    const stored = minimumLevel === undefined ? before?.tolerance?.minimumLevel : undefined;
    const told = one.level ?? stored;
    if (one.hours !== undefined) {
      const level = told ?? minimumLevel ?? ASSUMED_LEVEL;
      fields.tolerance = { minimumLevel: level, maxHours: one.hours };
      if (told === undefined) mine.push(aboutLevel(file, level, minimumLevel !== undefined));
    }
    if (Object.keys(one.attributes).length > 0) fields.attributes = one.attributes;
    // A stored level stays, and with it what was said of where it came from.
    const levelStays = one.level === undefined && stored !== undefined;
    fields.evidence = joined(before, mine, file, levelStays);
    const at = (column: AnalysisColumn, otherwise: string) =>
      headers[this.#columns.at.get(column) ?? -1] ?? otherwise;
    const columnOf = (path: string) => columnNamed(path, at);
    const covered = new Set(Object.keys(fields));
    return { type: 'node', fields, covered, file, row: one.row, columnOf, allEvidence: true };
  }

  #notes(all: readonly Activity[], minimumLevel: number | undefined): string[] {
    const { file } = this.#table;
    const notes: string[] = [];
    const impacts = all.filter((one) => one.fromImpacts).length;
    const assumed = all.filter((one) => one.hours !== undefined && one.level === undefined).length;
    const level = minimumLevel ?? ASSUMED_LEVEL;
    if (impacts > 0) {
      const which = counted(impacts, 'activity', 'activities');
      notes.push(
        `${file}: of ${which} the time until disruption is intolerable is the first at which the impact reaches ${INTOLERABLE} (assumed).`,
      );
    }
    if (assumed > 0) {
      const which = counted(assumed, 'activity says', 'activities say');
      notes.push(
        `${file}: ${which} for how long a disruption is tolerable, not at which level: at least ${level} is ${minimumLevel === undefined ? 'assumed' : 'taken as you said'}.`,
      );
    }
    const none = all.filter((one) => one.hours === undefined).length;
    if (none > 0)
      notes.push(`${file}: ${counted(none, 'activity has', 'activities have')} no tolerance.`);
    return notes;
  }
}

function wholeNumber(cell: string): number | undefined {
  const text = cell.replace(/[,\s]/g, '');
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function aboutLevel(file: string, level: number, asked: boolean): Evidence {
  const why = asked ? 'given when the file was read' : 'assumed';
  const claim = `Lowest tolerated level ${level} ${why}: ${file} says for how long, not how low`;
  return { claim, confidence: 'assumed' };
}

/** What stood there before, but for what this file said when it was read before. */
function joined(
  before: GraphNode | undefined,
  mine: Evidence[],
  file: string,
  levelStays: boolean,
): Evidence[] {
  const isOurs = ({ claim, confidence }: Evidence) => {
    if (confidence !== 'assumed') return false;
    const ofLevel = claim.startsWith('Lowest tolerated level') && claim.includes(file);
    return claim === `From ${file}` || (ofLevel && !levelStays);
  };
  const others = (before?.evidence ?? []).filter((one) => !isOurs(one));
  const [from, ...level] = mine as [Evidence, ...Evidence[]];
  const at = (before?.evidence ?? []).findIndex(({ claim }) => claim === from.claim);
  // In the place that it had: reading the same file again changes nothing.
  return at < 0
    ? [...others, ...mine]
    : [...others.slice(0, at), from, ...others.slice(at), ...level];
}

/** The first word on a thing stays; further rows of the activity add to it. */
function keep(attributes: Record<string, string>, header: string, text: string): void {
  const before = Object.hasOwn(attributes, header) ? attributes[header] : undefined;
  const value = before === undefined || before === text ? text : `${before}; ${text}`;
  Object.defineProperty(attributes, header, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function columnNamed(path: string, at: (column: AnalysisColumn, otherwise: string) => string) {
  if (/^(?:name|id)/.test(path)) return at('activity', 'activity');
  if (path.startsWith('tolerance.minimumLevel')) return at('level', 'level');
  if (path.startsWith('tolerance')) return at('mtpd', 'mtpd');
  if (path === 'rtoHours') return at('rto', 'rto');
  if (path.startsWith('workarounds')) return at('workaround', 'workaround');
  if (path === 'priority' || path === 'people') return at(path, path);
  return path.startsWith('owner') ? at('owner', 'owner') : path;
}
