/** The glossary's terms in the words that everyone reads (design of the screens: the same there). */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\btolerances\b/g, 'limits'],
  [/\btolerance\b/g, 'limit'],
  [/\bisolated\b/g, 'switched off'],
  [/\bscenario\b/g, 'plan'],
  [/: set declaredHour\b/g, ': set the hour at which it is declared'],
  [/\$(\.scenario)?\.outages\[\d+\] of (\S+)/g, 'the outage of $2'],
  [/\$(\.scenario)?\.(outages|isolations|cuts|observations)\[\d+\]/g, 'one entry'],
];

export function plainWords(text: string): string {
  return WORDS.reduce((so, [word, plain]) => so.replace(word, plain), text);
}
