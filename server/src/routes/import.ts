/** Documents and tables in: looked at, then written as one change. */
import type { ImportAnswer, ImportRequest } from '@msp-impact/contract';
import { malformed, Refusal } from '../errors.ts';
import { type Beside, importText } from '../import/import.ts';
import { fault } from '../rules/fault.ts';
import { Conflict } from '../store/port.ts';
import type { Context } from './context.ts';

/** Throws 422 with every fault when a document is refused, 412 when the graph has moved on. */
export async function importInto(
  { store, editor }: Context,
  request: ImportRequest,
  actor: string,
  beside: Beside = {},
): Promise<ImportAnswer> {
  const look = await importText(request, store.reader, beside);
  if (request.dryRun) return look.answer;
  let imported = look;
  let first = true;
  const receipt = await editor
    .commit(async ({ revision }) => {
      if (!first || look.answer.revision !== revision)
        imported = await importText(request, store.reader, beside);
      first = false;
      const { answer, writes = [], parts = [], replacement, name } = imported;
      if (answer.revision !== revision) throw new Conflict(answer.revision);
      if (answer.errors.length > 0) throw malformed(answer.errors);
      refuseMoved(request.ifRevision, revision);
      beside.watch?.signal.throwIfAborted();
      const summary = summaryOf(request, answer);
      if (replacement) return { actor, summary, ...replacement };
      const total = parts.reduce((sum, part) => sum + part.count, writes.length);
      if (total === 0) throw new NothingToWrite();
      // Thrown from within the change, the reason to stop takes all of it back.
      const onWritten = (done: number) => {
        beside.watch?.signal.throwIfAborted();
        beside.watch?.report('writing', done, total);
      };
      const more = parts.length > 0 ? { parts } : {};
      const named = name === undefined ? {} : { name };
      return { actor, summary, writes, onWritten, ...named, ...more };
    })
    .catch((error) => {
      if (error instanceof NothingToWrite) return undefined;
      throw error;
    });
  const { answer } = imported;
  return { ...answer, written: true, revision: receipt?.revision ?? answer.revision };
}

/** Everything that was read is there already: no change, no new version. */
class NothingToWrite extends Error {}

function refuseMoved(ifRevision: number | undefined, revision: number): void {
  if (ifRevision === undefined || ifRevision === revision) return;
  const detail = `The graph is at version ${revision}; this was compared with version ${ifRevision}. Look at the difference again.`;
  const errors = [fault('$.ifRevision', ifRevision, `the graph is at version ${revision}`)];
  throw new Refusal(412, 'Someone changed the graph first', { detail, errors });
}

function summaryOf({ name }: ImportRequest, { format, mode, read }: ImportAnswer): string {
  const from = name ? ` from ${name}` : '';
  const what = format === 'document' ? 'a graph document' : `${read} rows`;
  return `${mode === 'replace' ? 'Loaded' : 'Imported'} ${what}${from}`.slice(0, 500);
}
