/** What routes of saved papers share: which version was read, and what is told when another came first. */
import type { FastifyRequest } from 'fastify';
import { notFound, Refusal } from '../errors.ts';
import { fault } from '../rules/fault.ts';
import { Conflict, type NewPaper, type Paper, type PaperHead, type Shelf } from '../store/port.ts';
import { slug } from '../text/slug.ts';
import { ifMatchOf } from './http/etag.ts';

/** Papers of one sort. */
export interface Sort {
  readonly shelf: Shelf;
  /** As in "There is no scenario with the id …". */
  readonly noun: string;
  /** What a refusal holds as the paper that is there now. */
  readonly shown: (paper: Paper) => unknown;
}

/** Names tried when several are called the same. */
const TRIES = 50;

/** The fields of a head as the API names them. */
export function headOf({ title, id, version, at, author, graphRevision }: PaperHead) {
  return { id, name: title, version, at, author, graphRevision };
}

export function byName(a: { name: string; id: string }, b: { name: string; id: string }): number {
  return a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1);
}

/** Throws 404. */
export async function stored({ shelf, noun }: Sort, id: string, version?: number): Promise<Paper> {
  const paper = await shelf.get(id, version);
  if (paper) return paper;
  const which = version === undefined ? id : `${id}, version ${version}`;
  throw notFound(noun, which, '$.params.id');
}

/** Newest first. Throws 404. */
export async function versionsOf({ shelf, noun }: Sort, id: string): Promise<PaperHead[]> {
  const versions = await shelf.versions(id);
  if (versions.length === 0) throw notFound(noun, id, '$.params.id');
  return versions;
}

/** Throws 404, 428 when no version is named. */
export async function versionNamed(sort: Sort, request: FastifyRequest, id: string) {
  const expected = ifMatchOf(request);
  if (expected !== undefined) return expected;
  const { version } = await stored(sort, id);
  throw new Refusal(428, 'Which version was changed?', {
    detail: `Send the version of ${id} that was changed, as If-Match.`,
    errors: [fault('$.headers.if-match', null, `${id} is at version ${version}`)],
  });
}

/** A further version over `expected`. Throws 412 with what is there now, 404 when nothing ever was. */
export async function saveOver(sort: Sort, paper: NewPaper, expected: number): Promise<PaperHead> {
  return sort.shelf.save(paper, expected).catch((error) => refuseStale(sort, paper.id, error));
}

/**
 * A new paper under the id that is wanted, else under the first free one that is made from its title.
 * Throws 409 when it is taken.
 */
export async function saveNew(
  sort: Sort,
  paper: Omit<NewPaper, 'id'>,
  wanted: string | undefined,
): Promise<PaperHead> {
  const base = wanted ?? slug(paper.title);
  for (let attempt = 1; attempt <= (wanted === undefined ? TRIES : 1); attempt++) {
    const id = attempt === 1 ? base : `${base}-${attempt}`;
    if (await sort.shelf.get(id)) continue;
    try {
      return await sort.shelf.save({ ...paper, id }, 0);
    } catch (error) {
      // Somebody else took the id between the look and the save.
      if (!(error instanceof Conflict)) throw error;
    }
  }
  throw await taken(sort, base);
}

async function taken({ shelf, noun }: Sort, id: string): Promise<Refusal> {
  const there = await shelf.get(id);
  const by = there ? `, saved by ${there.author} on ${timeText(there.at)}` : '';
  return new Refusal(409, 'It exists already', {
    detail: `${id} exists already${by}.`,
    errors: [fault('$.id', id, `a ${noun} with this id exists already`)],
  });
}

/** Throws 404, 412. */
export async function removeFrom(sort: Sort, id: string, expected: number): Promise<void> {
  const removed = await sort.shelf.remove(id, expected).catch((e) => refuseStale(sort, id, e));
  if (!removed) throw notFound(sort.noun, id, '$.params.id');
}

/**
 * Somebody else saved first: 412 with what is there now, who saved it and when. Throws on what is no
 * conflict.
 */
export async function refuseStale(sort: Sort, id: string, error: unknown): Promise<never> {
  if (!(error instanceof Conflict)) throw error;
  const paper = await sort.shelf.get(id);
  if (!paper) {
    await versionsOf(sort, id);
    const detail = `${id} was removed meanwhile.`;
    throw new Refusal(412, 'Someone removed this first', { detail, current: null });
  }
  const { version, author, at } = paper;
  throw new Refusal(412, 'Someone changed this first', {
    detail: `${id} is at version ${version} now, saved by ${author} on ${timeText(at)}.`,
    errors: [fault('$.headers.if-match', null, `${id} is at version ${version}`)],
    current: sort.shown(paper),
  });
}

/** `2026-11-24 21:40 UTC`. */
function timeText(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
