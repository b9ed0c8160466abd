/** Text inside XML 1.0: what it has no way to hold becomes U+FFFD. */

// Control characters but tab and line ends, halves of surrogate pairs, and two non-characters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Readers turn these into spaces or line feeds unless they are written so.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** For attribute values and for text between tags alike. */
export function xmlText(text: string): string {
  return text.replace(UNFIT, '\ufffd').replace(/[&<>"\t\n\r]/g, (mark) => MARKS[mark] as string);
}
