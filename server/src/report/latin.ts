/** The fonts that every PDF reader has know the letters of Western Europe alone (Windows-1252). */

const REPLACED: Readonly<Record<string, string>> = {
  '→': '->',
  '≤': '<=',
  '≥': '>=',
  '−': '-',
  '×': 'x',
  '\u202f': ' ',
  '\u2009': ' ',
};
const KEPT = /[\x20-\x7e\xa0-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;

/** The text with what those fonts lack replaced: by its plain letters where it has some, else by `?`. */
export function latin(text: string): string {
  return [...text.replace(/\s+/g, ' ')].map(letter).join('');
}

function letter(one: string): string {
  if (KEPT.test(one)) return one;
  const replaced = REPLACED[one];
  if (replaced !== undefined) return replaced;
  const plain = one.normalize('NFKD').replace(/\p{M}/gu, '');
  return [...plain].every((part) => KEPT.test(part)) && plain !== '' ? plain : '?';
}
