/** The change log, undo, and notes. */

import { randomUUID } from 'node:crypto';
import {
  ChangeAnswer,
  type ChangeSummary,
  ChangesAnswer,
  type ItemChange,
  ItemTypeSchema,
  NewNote,
  Note,
  NotesAnswer,
  Receipt,
} from '@msp-impact/contract';
import Type from 'typebox';
import { itemRevision } from '../edit/preconditions.ts';
import { malformed, notFound } from '../errors.ts';
import { fault } from '../rules/fault.ts';
import type { ChangeRecord } from '../store/port.ts';
import { type App, actorOf, type Context, snapshotFor } from './context.ts';
import { described, Nothing, withExample } from './http/schema.ts';

const LISTED = 50;
const ITEMS_LISTED = 200;
const read = { permission: 'graph:read' } as const;
const Revision = Type.Object({ revision: Type.Integer({ minimum: 1 }) });

export function historyRoutes(app: App, context: Context): void {
  changeRoutes(app, context);
  noteRoutes(app, context);
}

function changeRoutes(app: App, context: Context): void {
  const { store, editor } = context;
  app.get(
    '/changes',
    {
      config: read,
      schema: described('changes', {
        tag: 'history',
        summary: 'What was changed, newest first',
        querystring: Type.Object(
          {
            before: Type.Optional(Type.Integer({ minimum: 1 })),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
          },
          { additionalProperties: false },
        ),
        answers: { 200: ChangesAnswer },
      }),
    },
    async (request, reply) => {
      const { before, limit = LISTED } = request.query;
      const { revision } = await snapshotFor(context, reply);
      const from = before === undefined ? {} : { before };
      const records = await store.changes.list({ ...from, limit: limit + 1 });
      const changes = records.slice(0, limit).map(summaryOf);
      const next = records.length > limit ? { next: changes.at(-1)?.revision as number } : {};
      return { revision, changes, ...next };
    },
  );
  app.get(
    '/changes/:revision',
    {
      config: read,
      schema: described('change', {
        tag: 'history',
        summary: 'One change, item by item: before and after',
        params: Revision,
        answers: { 200: ChangeAnswer },
      }),
    },
    async (request) => {
      const { revision } = request.params;
      const record = await store.changes.get(revision);
      if (!record) throw notFound('change', String(revision), '$.params.revision');
      const items = await store.changes.items(revision, { offset: 0, limit: ITEMS_LISTED });
      const more = Math.max(0, record.items - items.length);
      return { ...summaryOf(record), changes: [...renaming(record), ...items], more };
    },
  );
  app.post(
    '/changes/:revision/undo',
    {
      config: { permission: 'graph:edit' },
      schema: described('undo', {
        tag: 'history',
        summary: 'Take a change back, as a new change; undoing that is redoing',
        description: '409 names the items when later changes touched them.',
        params: Revision,
        answers: { 200: Receipt },
      }),
    },
    async (request) => editor.undo(request.params.revision, actorOf(request)),
  );
}

function summaryOf({ revision, at, actor, summary, items, undoes }: ChangeRecord): ChangeSummary {
  return { revision, at, actor, summary, items, ...(undoes === undefined ? {} : { undoes }) };
}

function renaming({ graph }: ChangeRecord): ItemChange[] {
  return graph ? [{ type: 'graph', id: 'graph', before: graph.before, after: graph.after }] : [];
}

const About = Type.Object(
  { type: Type.Optional(ItemTypeSchema), id: Type.Optional(Type.String()) },
  { additionalProperties: false },
);

function noteRoutes(app: App, context: Context): void {
  const { notes } = context.store;
  app.get(
    '/notes',
    {
      config: read,
      schema: described('notes', {
        tag: 'history',
        summary: 'Notes: all of them, or those about one item (type and id)',
        querystring: About,
        answers: { 200: NotesAnswer },
      }),
    },
    async (request) => {
      const { type, id } = request.query;
      if ((type === undefined) !== (id === undefined)) {
        const missing = type === undefined ? 'type' : 'id';
        throw malformed(
          [fault(`$.query.${missing}`, undefined, 'is missing: name both or neither')],
          400,
        );
      }
      const about = type && id !== undefined ? { type, id } : undefined;
      return { notes: await notes.list(about) };
    },
  );
  app.post(
    '/notes',
    {
      config: { permission: 'notes:edit' },
      schema: described('addNote', {
        tag: 'history',
        summary: 'Question a node, link or contract; the note is kept with it',
        body: withExample(NewNote, {
          about: { type: 'dependency', id: 'adastra->nhs-111-england' },
          text: 'Is 85 % still right after the second contract?',
        }),
        answers: { 201: Note },
      }),
    },
    async (request, reply) => {
      const { about, text, author } = request.body;
      const snapshot = await context.holder.fresh();
      if (itemRevision(snapshot, about.type, about.id) === undefined) {
        throw malformed([fault('$.about.id', about.id, `no ${about.type} has this id`)]);
      }
      const note = {
        id: randomUUID(),
        about,
        text,
        author: author?.trim() || actorOf(request),
        at: new Date().toISOString(),
      };
      await notes.add(note);
      return reply.code(201).send(note);
    },
  );
  app.delete(
    '/notes/:id',
    {
      config: { permission: 'notes:edit' },
      schema: described('removeNote', {
        tag: 'history',
        summary: 'Remove a note',
        params: Type.Object({ id: Type.String() }),
        answers: { 204: Nothing },
      }),
    },
    async (request, reply) => {
      const { id } = request.params;
      if (!(await notes.remove(id))) throw notFound('note', id, '$.params.id');
      return reply.code(204).send();
    },
  );
}
