/** The glossary's terms that people must not have to read: the left column of the table of words. */
const INTERNAL = [
  'down',
  'degraded',
  'at-risk',
  'unknown',
  'failed',
  'compromised',
  'isolated',
  'severed',
  'zones?',
  'mark(ed)? down',
  'blast radius',
  'upstream',
  'downstream',
  'strength',
  'cut sets?',
  'at least \\d+ of \\d+',
  'counterfactuals?',
  'buffers?',
  'workarounds?',
  'restart lag',
  'breach(es)?',
  'HHI',
  'effective suppliers',
  'CR4',
  'ultimate parent',
  'fourth part(y|ies)',
  'substitutability',
  'Monte Carlo',
  'percentile',
  'revisions?',
  'conflicts?',
  'nodes?(?!\\.csv)', // the file keeps its name
  'edges?',
];
const PATTERN = new RegExp(`\\b(${INTERNAL.join('|')})\\b`, 'gi');
const SPOKEN = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'];

/** Every internal word that is seen or heard in `root`, outside of Details. */
export function internalWords(root: Element): string[] {
  const copy = root.cloneNode(true) as Element;
  for (const details of copy.querySelectorAll('details, style, script')) details.remove();
  const texts = [...copy.querySelectorAll('*')].flatMap((element) => [
    ...SPOKEN.map((name) => element.getAttribute(name) ?? ''),
    ...[...element.childNodes]
      .filter((child) => child.nodeType === 3)
      .map((child) => child.nodeValue ?? ''),
  ]);
  return texts.flatMap((text) =>
    [...text.matchAll(PATTERN)].map((match) => `${match[0]} in “${text.trim()}”`),
  );
}
