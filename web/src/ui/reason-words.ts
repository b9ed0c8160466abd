/** The server's reasons speak the glossary's language; people read the words of the screen. */

const WORDS: readonly (readonly [string, string])[] = [
  ['nodes', 'entries'],
  ['node', 'entry'],
  ['dependencies', 'links'],
  ['dependency', 'link'],
  ['workarounds', 'other ways of working'],
  ['workaround', 'other way of working'],
  ['strength', 'share that relies on it'],
  ['bufferHours', 'hours it can run on'],
  ['substitutability', 'how hard to replace'],
  ['atLeast', '“needs some of these”'],
  ['zones', 'sets that are switched off together'],
  ['zone', 'set that is switched off together'],
];

/** Replaces whole words alone: an id such as `node-1` or `a.node` stays as it is. */
export function reasonWords(reason: string): string {
  return WORDS.reduce(
    (text, [word, shown]) =>
      text.replace(new RegExp(`(?<![\\w.:@/+~>-])${word}(?![\\w@/+~>-]|[.:]\\w)`, 'g'), shown),
    reason,
  );
}
