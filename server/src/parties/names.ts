/** Names that are one but for how a company is constituted: `ACME (UK) Ltd.` and `Acme (UK) Limited`. */

const FORMS = new Set(
  `ltd limited plc llp lp llc inc incorporated corp corporation co company cic cio gmbh ag kg ug se
  sa sas sarl srl spa bv nv ab as asa oy oyj aps pty pte kk cyf cyfyngedig`.split(/\s+/),
);

/** Without legal form, case, accents, punctuation and a leading "the"; the name itself where nothing is left. */
export function plainName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[.'’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  const kept = [...words];
  while (kept.length > 1 && FORMS.has(kept.at(-1) as string)) kept.pop();
  if (kept.length > 1 && kept[0] === 'the') kept.shift();
  return kept.join(' ');
}
