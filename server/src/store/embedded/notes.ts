/** Notes in the embedded store. */
import type { NoteRecord } from '../port.ts';
import type { Connection } from './driver.ts';
import { typeNumber } from './read.ts';

/** A note with an id that is there already is left as it is. */
export function addNote(connection: Connection, note: NoteRecord): void {
  connection.run(
    'INSERT OR IGNORE INTO note (id, type, about, text, author, at) VALUES (?, ?, ?, ?, ?, ?)',
    note.id,
    typeNumber(note.about.type),
    note.about.id,
    note.text,
    note.author,
    note.at,
  );
}

export function removeNote(connection: Connection, id: string): boolean {
  return connection.run('DELETE FROM note WHERE id = ?', id) > 0;
}
