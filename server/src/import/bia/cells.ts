/** Cells of impact analyses. undefined: the cell says nothing that can be read. */

const PRIORITIES: readonly (readonly [RegExp, number])[] = [
  [/^(?:critical|very high|essential|vital)/i, 1],
  [/^high/i, 2],
  [/^(?:medium|moderate|normal)/i, 3],
  [/^low/i, 4],
  [/^(?:very low|minimal|deferrable|none)/i, 5],
];
const IMPACTS: readonly (readonly [RegExp, number])[] = [
  [/^(?:none|negligible|insignificant|no impact)/i, 1],
  [/^(?:minor|low)/i, 2],
  [/^(?:moderate|medium)/i, 3],
  [/^(?:major|high)/i, 4],
  [/^(?:severe|catastrophic|critical|extreme|very high)/i, 5],
];

const wordIn = (words: readonly (readonly [RegExp, number])[], cell: string) =>
  words.find(([pattern]) => pattern.test(cell.trim()))?.[1];

/** `1`, `P1`, `Tier 2`, `Critical`. */
export function readPriority(cell: string): number | undefined {
  const digit = /^(?:p|tier|priority|category|level)?\s*([1-5])$/i.exec(cell.trim())?.[1];
  return digit === undefined ? wordIn(PRIORITIES, cell) : Number(digit);
}

/** `4`, `4 - Major`, `Major`: 1 none … 5 worst. */
export function readImpact(cell: string): number | undefined {
  const digit = /^([1-5])(?:\D.*)?$/s.exec(cell.trim())?.[1];
  if (digit !== undefined && !/^[1-5]\s*[.,/]\s*\d/.test(cell.trim())) return Number(digit);
  return wordIn(IMPACTS, cell);
}

/** Several names in a cell. Commas separate unless a company's form follows: `Acme, Inc.`. */
export function readNames(cell: string): string[] {
  return cell
    .split(/[;\n\r|•]+|,(?!\s*(?:inc|ltd|llc|llp|plc|limited|gmbh|corp)\b)/i)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
