/** Codes of currencies, ISO 4217. */

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** The code in capitals; undefined: no currency has it. */
export function currencyCode(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return CODES.has(code) ? code : undefined;
}
