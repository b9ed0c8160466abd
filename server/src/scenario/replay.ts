/**
 * A replay: an incident of the past as a scenario on its sample, held against what was published
 * day by day. Whether a row agrees is computed here and nowhere written down beforehand; only the
 * reason why one does not is in the file.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { ReplayAnswer, ReplayRow, Scenario, State } from '@msp-impact/contract';
import { sampleDocument } from '../samples.ts';
import { buildSnapshot } from '../snapshot/build.ts';
import { nodeName, nodeOf } from '../snapshot/read.ts';
import { memoryReader } from '../store/memory-reader.ts';
import { stateOf } from './answer.ts';
import { stepsOf, valueAt } from './series.ts';
import { readScenario } from './shape.ts';
import { isRanged, type Simulated, simulateScenario } from './simulated.ts';

const FOLDER = new URL('../../../graph-seed/', import.meta.url);
/** Levels this close are the same level. */
const SAME = 1e-9;

/** graph-seed/<sample>/replay.json. */
export interface ReplayFile {
  readonly title: string;
  /** Where each number of scenario.json comes from. */
  readonly parameters: readonly {
    readonly path: string;
    readonly basis: 'stated' | 'reported' | 'assumed';
    /** Day on which it was known. */
    readonly known?: string;
    readonly source?: string;
    readonly reason: string;
  }[];
  readonly rows: readonly ReplayStatement[];
  /** What was published and cannot be held against a level, with the reason. */
  readonly notComparable?: NonNullable<ReplayAnswer['notComparable']>;
}

export interface ReplayStatement {
  /** Day of what is said; read at noon unless `at` says when. */
  readonly date: string;
  readonly at?: string;
  readonly subject: string;
  readonly statement: string;
  readonly source: string;
  /** The levels that the statement allows. */
  readonly level: { readonly low: number; readonly high: number };
  /** How the words became levels. */
  readonly reading: string;
  readonly whyNot?: string;
}

/** Undefined when the sample has no replay. Throws when its files do not fit each other. */
export async function replayOf(sample: string): Promise<ReplayAnswer | undefined> {
  const place = new URL(`${encodeURIComponent(sample)}/replay.json`, FOLDER);
  const document = sampleDocument(sample);
  if (!document || !existsSync(place)) return undefined;
  const file = JSON.parse(readFileSync(place, 'utf8')) as ReplayFile;
  const snapshot = buildSnapshot(await memoryReader(document).columns());
  const simulated = simulateScenario(snapshot, sampleScenario(sample) as Scenario);
  if (!simulated.ok) throw new Error(`${sample}: ${simulated.faults[0]?.reason}`);
  const rows = file.rows.map((row) => rowOf(simulated.value, row));
  return {
    id: sample,
    title: file.title,
    agreeing: rows.filter(({ agrees }) => agrees === 'yes').length,
    rows,
    assumptions: file.parameters.map(({ path, basis, known, reason }) => {
      return `${path} (${basis}${known ? `, known on ${known}` : ''}): ${reason}`;
    }),
    notComparable: [...(file.notComparable ?? [])],
  };
}

/** The scenario of a sample; undefined when it has none. Throws when the file is wrong. */
export function sampleScenario(sample: string): Scenario | undefined {
  const place = new URL(`${encodeURIComponent(sample)}/scenario.json`, FOLDER);
  if (!sampleDocument(sample) || !existsSync(place)) return undefined;
  const read = readScenario(readFileSync(place, 'utf8'));
  if (!read.ok) throw new Error(`${sample}: ${read.faults[0]?.path} ${read.faults[0]?.reason}`);
  return read.scenario;
}

function rowOf(simulated: Simulated, row: ReplayStatement): ReplayRow {
  const { snapshot, scenario, likely, low, high } = simulated;
  const node = nodeOf(snapshot, row.subject);
  if (node < 0) throw new Error(`${row.subject}: no node has this id`);
  const hour =
    (Date.parse(row.at ?? `${row.date}T12:00:00Z`) - Date.parse(scenario.start ?? '')) / 3.6e6;
  if (!(hour >= 0 && hour <= scenario.hours))
    throw new Error(`${row.date} lies outside the scenario`);
  const levelOf = (run: typeof likely) => valueAt(stepsOf(run, node), hour);
  const [level, worst, best] = [levelOf(likely), levelOf(low), levelOf(high)];
  const state: State = level < 1 ? stateOf(level, snapshot.graph.downAt[node] as number) : 'up';
  const agrees = agreement(row.level, level, worst, best);
  return {
    date: row.date,
    hour,
    subject: row.subject,
    name: nodeName(snapshot, node),
    statement: row.statement,
    source: row.source,
    reading: row.reading,
    model: {
      level,
      ...(isRanged(simulated) && worst !== best ? { range: { low: worst, high: best } } : {}),
      state,
    },
    agrees,
    ...(agrees === 'yes' || row.whyNot === undefined ? {} : { why: row.whyNot }),
  };
}

function agreement(
  said: { low: number; high: number },
  level: number,
  worst: number,
  best: number,
): ReplayRow['agrees'] {
  if (level >= said.low - SAME && level <= said.high + SAME) return 'yes';
  return worst <= said.high + SAME && best >= said.low - SAME ? 'within the range' : 'no';
}
