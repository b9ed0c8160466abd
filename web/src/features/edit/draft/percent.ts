/**
 * Shares 0..1 typed in percent. The decimal point moves in the text: 0.07 · 100 would show
 * 7.000000000000001, and a share must come back from its form as it went in.
 */

const NUMBER = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i;

/** The same digits with the point `places` to the right (negative: to the left), not rounded. */
function shift(text: string, places: number): string {
  const [, sign = '', whole = '', part = '', exponent = '0'] = NUMBER.exec(text) ?? [];
  const point = whole.length + Number(exponent) + places;
  const digits = whole + part;
  // Far outside the digits an exponent is easier to read than a row of zeros.
  if (point < -20 || point > digits.length + 20) return `${sign}${digits}e${point - digits.length}`;
  const left = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '';
  const right = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  const tidyLeft = left.replace(/^0+(?=\d)/, '') || '0';
  const tidyRight = right.replace(/0+$/, '');
  return `${sign}${tidyLeft}${tidyRight ? `.${tidyRight}` : ''}`;
}

/** 0.85 → "85"; nothing recorded → "". */
export function showPercent(share: number | undefined): string {
  return share === undefined ? '' : shift(String(share), 2);
}

/** As the product itself writes large numbers: 50,000 or 1,200,000.5. */
const THOUSANDS = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;

/** A comma before three digits parts thousands; any other single one is a decimal comma. */
function tidy(text: string): string {
  const plain = text.trim().replace(/\s*%$/, '');
  if (THOUSANDS.test(plain)) return plain.replaceAll(',', '');
  return plain.replace(/^([+-]?\d*),(\d+)$/, '$1.$2');
}

const isNumber = (text: string) => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text);

/**
 * A number as people type it: blanks around it, commas between thousands and a decimal
 * comma are fine. NaN when it is none.
 */
export function parseNumber(text: string): number {
  const plain = tidy(text);
  return isNumber(plain) ? Number(plain) : Number.NaN;
}

/** "85", "85 %" or "0,5" → 0.85, 0.85, 0.005; NaN when it is no number. */
export function parsePercent(text: string): number {
  const plain = tidy(text);
  return isNumber(plain) ? Number(shift(plain, -2)) : Number.NaN;
}
