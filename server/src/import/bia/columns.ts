/** The columns of business impact analyses, by the names that continuity teams give them. */
import type { ColumnMapping } from '@msp-impact/contract';
import { headerKey } from '../table.ts';
import { periodOfHeading, type Unit, unitOf } from './durations.ts';

export const ANALYSIS_COLUMNS = {
  activity: 'what is done: becomes a service',
  priority: '1 most critical to 5, or a word as critical or high',
  mtpd: 'maximum tolerable period of disruption: becomes the hours of the tolerance',
  rto: 'hours within which it must be back',
  systems: 'systems that it needs, separated by ; or line ends',
  suppliers: 'suppliers that it needs, separated by ; or line ends',
  workaround: 'how it is done without them',
  capacity: 'share that the workaround carries, 0 to 1 or percent',
  level: 'lowest level that is tolerated, 0 to 1 or percent',
  owner: 'who answers for it',
  people: 'people served',
  impact: 'impact 1 to 5 after the time that the heading names',
} as const;
export type AnalysisColumn = keyof typeof ANALYSIS_COLUMNS;

const WORDS: Record<Exclude<AnalysisColumn, 'impact'>, RegExp> = {
  activity:
    /^(?:(?:business|critical|key|priorit[iy]sed)?(?:activity|activities|process|function|service)(?:name|title)?|name|activityorservice|serviceactivity)$/,
  priority: /^(?:priority|criticality|tier|importance|rank|prioritylevel|category)$/,
  mtpd: /^(?:mtpd|mtpod|mao|mtd|maximumtolerable(?:periodof)?(?:disruption|downtime)|maximumacceptableoutage)/,
  rto: /^(?:rto|recoverytimeobjective|recoverytime)/,
  systems:
    /^(?:(?:key|critical|it|ict|digital)?(?:systems?|applications?|technology|software)(?:names?|used|required|needed)?)$/,
  suppliers:
    /^(?:(?:key|critical|external)?(?:suppliers?|vendors?|providers?|thirdpart(?:y|ies))(?:names?|used|required|needed)?)$/,
  workaround:
    /^(?:(?:manual)?workarounds?|contingency|contingencyarrangements?|fallback|alternatives?)$/,
  capacity: /^(?:workaroundcapacity|capacityofworkaround|workaround%|fallbackcapacity)$/,
  level: /^(?:(?:lowest|minimum)(?:level|servicelevel|acceptablelevel)|mbco|minimumlevelofservice)/,
  owner: /^(?:activity|service|process|business)?owner$/,
  people: /^(?:peopleserved|serviceusers|patients|customers)$/,
};

export interface AnalysisColumns {
  readonly at: ReadonlyMap<AnalysisColumn, number>;
  readonly impacts: readonly { readonly at: number; readonly hours: number }[];
}

/** What was told goes before what was guessed; '' keeps a column as an attribute. */
export function analysisColumns(
  headers: readonly string[],
  told: ColumnMapping[string] = {},
): AnalysisColumns {
  const at = new Map<AnalysisColumn, number>();
  const impacts: { at: number; hours: number }[] = [];
  const toldOf = (header: string) => (Object.hasOwn(told, header) ? told[header] : undefined);
  headers.forEach((header, i) => {
    const name = toldOf(header);
    if (name !== undefined && name !== 'impact' && name in ANALYSIS_COLUMNS) {
      at.set(name as AnalysisColumn, i);
    }
  });
  headers.forEach((header, i) => {
    const name = toldOf(header);
    if (header === '' || (name !== undefined && name !== 'impact')) return;
    const hours = periodOfHeading(header);
    if (hours !== undefined && (name === 'impact' || isPeriod(header))) {
      impacts.push({ at: i, hours });
      return;
    }
    // `Priority (1-5)`: the scale beside the word is no part of it.
    const keys = [header, header.replace(/\([^)]*\)/g, ' ')].map(headerKey);
    for (const [column, pattern] of Object.entries(WORDS)) {
      if (at.has(column as AnalysisColumn) || !keys.some((key) => pattern.test(key))) continue;
      at.set(column as AnalysisColumn, i);
      return;
    }
  });
  return { at, impacts: impacts.sort((a, b) => a.hours - b.hours) };
}

/** A heading of a period alone, or of an impact: `4 hours` and not `RTO 4 hours`. */
const isPeriod = (header: string) => /^\W*(?:impact|score|rating|\d|[<>≥≤]|within)/i.test(header);

/** An activity with how long it may be away, by any of the three ways in which that is said. */
export function isAnalysis(headers: readonly string[], told?: ColumnMapping[string]): boolean {
  const { at, impacts } = analysisColumns(headers, told);
  if (!at.has('activity')) return false;
  const needs = at.has('systems') || at.has('suppliers') || at.has('workaround');
  return at.has('mtpd') || impacts.length > 1 || (at.has('rto') && needs);
}

/** The unit that a heading gives its plain numbers: `MTPD (days)`. */
export function unitOfHeading(header: string): Unit | undefined {
  return header
    .split(/[^A-Za-z]+/)
    .slice(1)
    .map(unitOf)
    .find((unit) => unit !== undefined);
}
