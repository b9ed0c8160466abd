/** Parties that may be one: proposed, shown, merged when somebody says so, or held apart. */
import {
  ApartEntry,
  ApartRequest,
  DuplicatesAnswer,
  MergeAnswer,
  type MergeOne,
  type MergeOutcome,
  MergeRequest,
} from '@msp-impact/contract';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { malformed, notFound, Refusal } from '../errors.ts';
import { apartKey, duplicatesAnswer } from '../parties/answer.ts';
import { factsOf } from '../parties/facts.ts';
import { type PlannedMerge, planMerge } from '../parties/merge.ts';
import { at, fault } from '../rules/fault.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { Conflict, type PaperHead, type Store } from '../store/port.ts';
import { type App, actorOf, type Context, snapshotFor } from './context.ts';
import { described, Nothing, withExample } from './http/schema.ts';

const read = { permission: 'graph:read' } as const;
const edit = { permission: 'graph:edit' } as const;
const tag = 'items';
/** Entries of parties held apart that are listed. */
const APART_LISTED = 500;
const Limit = Type.Object(
  { limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000, default: 500 })) },
  { additionalProperties: false },
);

export function partyRoutes(app: App, context: Context): void {
  duplicateRoute(app, context);
  mergeRoute(app, context);
  apartRoutes(app, context);
}

function duplicateRoute(app: App, context: Context): void {
  app.get(
    '/parties/duplicates',
    {
      config: read,
      schema: described('duplicates', {
        tag,
        summary: 'Suppliers that are likely one party, and registered numbers that cannot be right',
        querystring: Limit,
        answers: { 200: DuplicatesAnswer },
      }),
    },
    async (request, reply) => {
      const snapshot = await snapshotFor(context, reply);
      const facts = await factsOf(snapshot, context.store.reader);
      const heads = await context.store.apart.list();
      const held = new Set(heads.map(({ id }) => id));
      const apart = await apartEntries(context.store, heads.slice(0, APART_LISTED));
      return duplicatesAnswer(snapshot, facts, held, apart, request.query.limit ?? 500);
    },
  );
}

async function apartEntries({ apart }: Store, heads: readonly PaperHead[]): Promise<ApartEntry[]> {
  const papers = await Promise.all(heads.map(({ id }) => apart.get(id)));
  return papers.flatMap((paper) =>
    paper
      ? [{ key: paper.id, members: paper.body as string[], by: paper.author, at: paper.at }]
      : [],
  );
}

function mergeRoute(app: App, context: Context): void {
  app.post(
    '/parties/merge',
    {
      config: edit,
      schema: described('mergeParties', {
        tag,
        summary: 'Several suppliers become one: looked at (dryRun), or written',
        description:
          'Each merge is a change of its own, so that each can be undone alone. One that would break a rule is told and left; the others are written.',
        body: withExample(MergeRequest, {
          merges: [{ keep: 'advanced', others: ['advanced-ltd'] }],
          dryRun: true,
        }),
        answers: { 200: MergeAnswer },
      }),
    },
    async (request) => {
      const { merges, dryRun, ifRevision } = request.body;
      refuseTwice(merges);
      const snapshot = await context.holder.fresh();
      if (ifRevision !== undefined && ifRevision !== snapshot.revision) throw moved(snapshot);
      const outcomes: MergeOutcome[] = [];
      for (const [i, merge] of merges.entries()) {
        const path = at('$.merges', i);
        const outcome = dryRun
          ? (await planMerge(snapshot, context.store.reader, merge, path)).outcome
          : await write(context, request, merge, path);
        outcomes.push(await withNotes(context.store, outcome));
      }
      return {
        revision: context.holder.current().revision,
        written: outcomes.filter((one) => one.revision !== undefined).length,
        outcomes,
      };
    },
  );
}

/** A party that goes into one record cannot go into another as well. */
function refuseTwice(merges: readonly MergeOne[]): void {
  const seen = new Set<string>();
  const faults = merges.flatMap(({ keep, others }, i) =>
    [keep, ...others].flatMap((id) => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [fault(at('$.merges', i), id, 'is named twice; each party is merged once')];
    }),
  );
  if (faults.length > 0) throw malformed(faults);
}

function moved({ revision }: Snapshot): Refusal {
  return new Refusal(412, 'Someone changed this first', {
    detail: `The graph is at version ${revision} now: look at what would move again.`,
    errors: [fault('$.ifRevision', revision, `the graph is at version ${revision}`)],
  });
}

/** Carries a plan that cannot be out of the editor, which writes every plan that it is given. */
class CannotBe extends Error {
  readonly plan: PlannedMerge;
  constructor(plan: PlannedMerge) {
    super('the merge breaks a rule');
    this.plan = plan;
  }
}

async function write(
  context: Context,
  request: FastifyRequest,
  merge: MergeOne,
  path: string,
): Promise<MergeOutcome> {
  const actor = actorOf(request);
  let last: PlannedMerge | undefined;
  try {
    const { revision } = await context.editor.commit(async (snapshot) => {
      last = await planMerge(snapshot, context.store.reader, merge, path);
      if (last.outcome.faults) throw new CannotBe(last);
      const writes = last.edits.map(({ type, id, after }) => ({ type, id, after }));
      return { actor, summary: last.summary, writes };
    });
    return { ...(last as PlannedMerge).outcome, revision };
  } catch (error) {
    if (error instanceof CannotBe) return error.plan.outcome;
    throw error;
  }
}

async function withNotes({ notes }: Store, outcome: MergeOutcome): Promise<MergeOutcome> {
  if (outcome.faults) return outcome;
  const lists = await Promise.all(outcome.others.map((id) => notes.list({ type: 'node', id })));
  return { ...outcome, notes: lists.reduce((sum, list) => sum + list.length, 0) };
}

function apartRoutes(app: App, { store }: Context): void {
  app.post(
    '/parties/apart',
    {
      config: edit,
      schema: described('holdApart', {
        tag,
        summary: 'These are several parties: do not propose them again',
        body: withExample(ApartRequest, { members: ['acme-leeds', 'acme-york'] }),
        answers: { 200: ApartEntry },
      }),
    },
    async (request) => {
      const members = [...request.body.members].sort();
      const key = apartKey(members);
      const graphRevision = await store.reader.revision();
      const title = members.slice(0, 5).join(', ');
      const paper = { id: key, title, author: actorOf(request), graphRevision, body: members };
      const saved = await store.apart.save(paper, 0).catch((error) => {
        if (error instanceof Conflict) return store.apart.get(key);
        throw error;
      });
      if (!saved) throw new Refusal(409, 'It changed meanwhile', { detail: 'Try again.' });
      return { key, members, by: saved.author, at: saved.at };
    },
  );
  app.delete(
    '/parties/apart/:key',
    {
      config: edit,
      schema: described('proposeAgain', {
        tag,
        summary: 'Propose these parties again',
        params: Type.Object({ key: Type.String({ maxLength: 64 }) }),
        answers: { 204: Nothing },
      }),
    },
    async (request, reply) => {
      const { key } = request.params;
      const head = await store.apart.get(key);
      const removed = head && (await store.apart.remove(key, head.version));
      if (!removed) throw notFound('entry', key, '$.params.key');
      return reply.code(204).send();
    },
  );
}
