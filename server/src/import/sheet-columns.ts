/** The columns of the analyst's sheet, by the names that people give them, and its cells. */
import { headerKey } from './table.ts';

export const SHEET_COLUMNS = [
  'system',
  'supplier',
  'product',
  'service',
  'area',
  'share',
  'contract end',
] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

const NAMES: Record<SheetColumn, string> = {
  system: 'system,systemname,systemtype,epr,eprsystem,platform',
  supplier:
    'supplier,suppliername,suppliers,vendor,vendorname,provider,providername,msp,manufacturer,contractor,currentsupplier',
  product: 'product,productname,application,applicationname,app,software,solution,module',
  service: 'service,servicename,services,businessservice,function,usedby,usedfor,departmentservice',
  area: 'area,areaname,region,regionname,nation,country,trust,healthboard,board,icb,location,locality,district,county,place,organisation,organization,site',
  share:
    'share,share%,%share,percentage,percent,%,marketshare,coverage,dependency,dependency%,reliance%,strength%,strength,reliance',
  'contract end':
    'contractend,contractenddate,contractends,enddate,end,expiry,expirydate,contractexpiry,contractexpirydate,expires,renewal,renewaldate',
};
const BY_KEY = new Map(
  SHEET_COLUMNS.flatMap((column) =>
    NAMES[column].split(',').map((name) => [name, column] as const),
  ),
);

export function sheetColumn(header: string): SheetColumn | undefined {
  return BY_KEY.get(headerKey(header));
}

/** `Supplier` and not `Vendor`. */
export function isVeryName(header: string, column: SheetColumn): boolean {
  return headerKey(header) === headerKey(column);
}

/** A supplier and one other column make a sheet. */
export function isSheet(headers: readonly string[]): boolean {
  const found = new Set(headers.map(sheetColumn).filter((column) => column !== undefined));
  return found.has('supplier') && found.size > 1;
}

const NOT_KNOWN =
  /^(?:|[-–—?]+|unknown|not known|unk|n\/?k|tbc|tbd|to be confirmed|not recorded|no data|(?:data )?withheld|data not available|not disclosed|redacted|n\/?a|not available)\.?$/i;
const NOTHING =
  /^(?:none|no system(?: installed| in use)?|no supplier|not applicable|nil|not in use|paper(?: only)?)\.?$/i;

/** Nobody has recorded it: never the name of anything. */
export const isNotKnown = (cell: string) => NOT_KNOWN.test(cell.trim());
const OPEN_ENDED =
  /^(?:rolling(?: (?:contract|monthly|annual(?:ly)?))?|ongoing|on-?going|open[- ]?ended|perpetual|evergreen|indefinite|no end(?: date)?|until terminated|(?:monthly|annual(?:ly)?|yearly) rolling)\.?$/i;
/** A contract that goes on until somebody ends it: no day can be recorded. */
export const isOpenEnded = (cell: string) => OPEN_ENDED.test(cell.trim());

/** Recorded that there is none. */
export const isNothing = (cell: string) => NOTHING.test(cell.trim());

/** `70-90%`, `0.7 to 0.9`: both ends as shares; undefined: no range. */
export function readShareRange(cell: string): { low: number; high: number } | undefined {
  const [, first, percent, second] =
    /^([\d.,]+)\s*(%?)\s*(?:-|–|to)\s*([\d.,]+\s*%?)$/i.exec(cell.trim()) ?? [];
  if (first === undefined || second === undefined) return undefined;
  // The sign behind the second number is meant for both, and so is a number above 1.
  const isPercent = second.endsWith('%') || percent === '%' || Number(second) > 1;
  const [low, high] = [first, second.replace('%', '').trim()].map((end) =>
    readShare(isPercent ? `${end}%` : end),
  );
  return low === undefined || high === undefined || low > high ? undefined : { low, high };
}

/** Why a cell is no share. */
export function noShareReason(cell: string): string {
  const number = Number(/^(\d+(?:\.\d+)?)\s*%?$/.exec(cell.trim())?.[1]);
  return number > 100
    ? 'is over 100 %: a share is at most the whole'
    : 'must be a share, as 0.85, 85 %, 85 or 70-90 %';
}

/** 0.85, 0,85, 85 %, 85: shares 0..1. Numbers above 1 are percent. undefined: no share. */
export function readShare(cell: string): number | undefined {
  const [, digits, percent] = /^(\d+(?:[.,]\d+)?|[.,]\d+)\s*(%?)$/.exec(cell.trim()) ?? [];
  if (digits === undefined) return undefined;
  const number = Number(digits.replace(',', '.'));
  const share = percent || number > 1 ? Number((number / 100).toPrecision(12)) : number;
  return share <= 1 ? share : undefined;
}
