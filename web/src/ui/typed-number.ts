/** Amounts as people type them: "200,000", "£150k", "1.5 million". */

const TIMES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};
const AMOUNT = /^[£€$]?(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?(k|thousand|m|million|bn|billion)?$/;

/** At least 0; undefined where it cannot be read, as "50,00", which may mean two things. */
export function typedNumber(text: string): number | undefined {
  const found = AMOUNT.exec(text.toLowerCase().replace(/\s|gbp/g, ''));
  const [, whole = '', part = '', unit] = found ?? [];
  if (whole === '' && part === '') return undefined;
  const value = Number(`${whole.replaceAll(',', '')}${part}`) * (unit ? (TIMES[unit] ?? 1) : 1);
  return Number(value.toPrecision(15));
}
