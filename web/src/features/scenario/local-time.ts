/** Moments in the form that a date field takes: the reader's own clock, to the minute. */

const two = (n: number) => String(n).padStart(2, '0');

/** "2022-08-04T07:00"; empty without a start. */
export function localTime(start: string | undefined): string {
  const at = new Date(start ?? Number.NaN);
  if (Number.isNaN(at.getTime())) return '';
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** "BST": the zone that the clock has at that moment, or now. */
export function zoneOf(start: string | undefined): string {
  const at = start === undefined ? new Date() : new Date(start);
  if (Number.isNaN(at.getTime())) return '';
  const parts = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}
