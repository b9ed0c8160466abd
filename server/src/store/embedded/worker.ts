/** The thread that holds the database. Requests are answered one by one, in the order they come. */
import { parentPort } from 'node:worker_threads';
import { ITEM_TYPES } from '@msp-impact/contract/codes';
import { type OpenFile, openFile } from './file.ts';
import { addNote, removeNote } from './notes.ts';
import * as papers from './papers.ts';
import { type Answer, type Calls, type Request, toFailure } from './protocol.ts';
import * as read from './read.ts';
import { WriteSession } from './write.ts';

let open: OpenFile | undefined;
let session: WriteSession | undefined;

function file(): OpenFile {
  if (!open) throw new Error('the store is closed');
  return open;
}

function inSession<T>(use: (session: WriteSession) => T): T {
  if (!session) throw new Error('no change has begun');
  try {
    return use(session);
  } catch (error) {
    session.abort();
    session = undefined;
    throw error;
  }
}

const calls: Calls = {
  open(folder) {
    open = openFile(folder);
  },
  close() {
    session?.abort();
    open?.reader.close();
    open?.writer.close();
    open = undefined;
  },
  check() {
    read.graphState(file().reader);
    file().reader.rows('SELECT 1 FROM item LIMIT 1');
  },
  revision: () => read.graphState(file().reader).revision,
  columns: (type, after, limit) => read.columns(file().reader, type, after, limit),
  allColumns: () => read.allColumns(file().reader),
  items: (type, ids) => read.items(file().reader, type, ids),
  standing: (type, items) => read.standing(file().reader, type, items),
  page: (type, after, limit) => read.page(file().reader, type, after, limit),
  commit(base, head, writes) {
    calls.begin(base, false);
    for (const type of ITEM_TYPES) calls.write(type, writes[type]);
    calls.complete();
    while (calls.step() > 0);
    return calls.finish(head);
  },
  begin(base, whole) {
    session = new WriteSession(file().writer, base, whole);
  },
  write: (type, writes) => inSession((one) => one.write(type, writes)),
  complete: () => inSession((one) => one.complete()),
  step: () => inSession((one) => one.step()),
  finish(head) {
    const receipt = inSession((one) => one.finish(head));
    session = undefined;
    return receipt;
  },
  abort() {
    session?.abort();
    session = undefined;
  },
  changes: (before, limit) => read.changes(file().reader, before, limit),
  changeItems: (revision, offset, limit) =>
    read.changeItems(file().reader, revision, offset, limit),
  notes: (type, id) => read.notes(file().reader, type, id),
  addNote: (note) => addNote(file().writer, note),
  removeNote: (id) => removeNote(file().writer, id),
  papers: (shelf, id) => papers.heads(file().reader, shelf, id),
  paper: (shelf, id, version) => papers.one(file().reader, shelf, id, version),
  savePaper: (shelf, head, body, expected) =>
    papers.save(file().writer, shelf, head, body, expected),
};

function answer({ seq, call, args }: Request): Answer {
  try {
    const run = calls[call] as (...args: unknown[]) => unknown;
    return { seq, value: run(...args) };
  } catch (error) {
    return { seq, failure: toFailure(error) };
  }
}

parentPort?.on('message', (request: Request) => parentPort?.postMessage(answer(request)));
