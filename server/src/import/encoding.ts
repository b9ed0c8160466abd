/** Bytes of a file as text, whatever spreadsheet wrote it. */

export interface Decoded {
  readonly text: string;
  /** Name of the encoding when it is none that says so itself: a guess to tell the user. */
  readonly guessed?: string;
}

/**
 * UTF-8; UTF-16 where a byte order mark says so; else Windows-1252, in which spreadsheets of
 * western countries save "CSV" unless told otherwise. Never throws for texts under 2²⁹ characters.
 */
export function decoded(bytes: Uint8Array): Decoded {
  const mark = `${bytes[0]} ${bytes[1]}`;
  if (mark === '255 254') return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (mark === '254 255') return { text: new TextDecoder('utf-16be').decode(bytes) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), guessed: 'Windows-1252' };
  }
}
