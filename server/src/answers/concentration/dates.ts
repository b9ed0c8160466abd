/** Days as YYYY-MM-DD, counted in UTC. */

const DAY = 86_400_000;

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + Math.round(days) * DAY).toISOString().slice(0, 10);
}

/** The same day so many months earlier; the last of the month where it has no such day. */
export function minusMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}
