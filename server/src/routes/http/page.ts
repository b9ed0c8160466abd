/** Where a list goes on, from a cursor; what is wrong with the cursor is told kindly. */
import { readCursor } from '../../answers/cursor.ts';
import { malformed, Refusal } from '../../errors.ts';
import { fault } from '../../rules/fault.ts';

/** Position of the first row. Throws 400 for a cursor of another list, 410 for one of an older graph. */
export function positionOf(
  cursor: string | undefined,
  revision: number,
  request: unknown,
  path = '$.cursor',
): number {
  if (cursor === undefined) return 0;
  const read = readCursor(cursor, revision, request);
  if (read.ok) return read.position;
  if (read.why === 'moved') {
    const detail = `The list was begun on version ${read.revision}; the graph is at version ${revision} now. Ask again from the start.`;
    const errors = [fault(path, cursor, `belongs to version ${read.revision}`)];
    throw new Refusal(410, 'The graph has moved on', { detail, errors });
  }
  const reason =
    read.why === 'unreadable' ? 'is no cursor of this server' : 'belongs to another request';
  throw malformed([fault(path, cursor, reason)], 400);
}
