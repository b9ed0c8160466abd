/** Moments in the time of a zone: `2022-10-30 01:30 BST`, so an hour that its clocks repeat is told apart. */

/** Whether it is a zone of the IANA list, as Europe/London. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** A zone that is not known counts as UTC. */
export function clockIn(zone: string | undefined, iso: string): string {
  if (!zone || !isZone(zone)) return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).formatToParts(new Date(iso));
  const of = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((part) => part.type === type)?.value ?? '';
  const day = [of('year'), of('month'), of('day')].join('-');
  return `${day} ${of('hour')}:${of('minute')} ${of('timeZoneName')}`;
}
