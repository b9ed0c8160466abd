/** Periods of notice as registers write them: the unit stands in the cell, or in the heading. */
export type NoticeUnit = 'days' | 'weeks' | 'months' | 'years';

/** Working days and calendars differ: a month is 30 days here, as everywhere in the product. */
const DAYS: Readonly<Record<NoticeUnit, number>> = { days: 1, weeks: 7, months: 30, years: 365 };
const CELL = /^(\d+(?:\.\d+)?)\s*(days?|weeks?|wks?|months?|mths?|years?|yrs?)?\.?$/i;

function unitOf(word: string): NoticeUnit | undefined {
  const [, start] = /(day|week|wk|month|mth|year|yr)/i.exec(word) ?? [];
  if (start === undefined) return undefined;
  const first = start[0]?.toLowerCase();
  return first === 'd' ? 'days' : first === 'w' ? 'weeks' : first === 'm' ? 'months' : 'years';
}

/** `Notice (months)`, `Notice period, weeks`; undefined: the heading names no unit. */
export function noticeUnit(heading: string): NoticeUnit | undefined {
  const units = heading.split(/[^a-z]+/i).filter((word) => /^(d|w|m|y)/i.test(word));
  for (const word of units) {
    const unit = /^(days?|weeks?|wks?|months?|mths?|years?|yrs?)$/i.test(word) && unitOf(word);
    if (unit) return unit;
  }
  return /(days|weeks|months|years)$/i.test(heading) ? unitOf(heading) : undefined;
}

export interface NoticeRead {
  readonly days: string;
  /** Nobody says which unit it is: taken as days. */
  readonly assumed: boolean;
}

/** What is no period stays what it is, and the check of the shape tells. */
export function readNotice(cell: string, heading: NoticeUnit | undefined): NoticeRead | undefined {
  const [, number, word = ''] = CELL.exec(cell.trim()) ?? [];
  if (number === undefined) return undefined;
  const unit = unitOf(word) ?? heading;
  const days = Math.round(Number(number) * DAYS[unit ?? 'days']);
  return { days: String(days), assumed: unit === undefined && Number(number) > 0 };
}
