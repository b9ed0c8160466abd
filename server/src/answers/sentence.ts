/**
 * The answer in at most 24 words. Pieces are tried in order of weight, and one that does not fit
 * is left out: the counters beside the sentence tell the rest. How many services are not known
 * stays longest, after what is hit: left out, they would read as safe.
 */
import { KINDS } from '@msp-impact/engine';
import { nodeName } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { asksNothing, type Solved } from './ask.ts';
import { levelOf, rangeOf, stateOf } from './numbers.ts';
import { worstFirst } from './order.ts';
import { about, inWords, list, plural, wordCount } from './words.ts';

export const MAX_WORDS = 24;
const SERVICE = KINDS.indexOf('service');
/** Topmost regions of these names are called nations. */
const NATIONS = new Set(['England', 'Scotland', 'Wales', 'Northern Ireland']);

export function sentenceOf(solved: Solved): string {
  if (asksNothing(solved.question))
    return 'Nothing is stopped. Pick something to stop, and see who is hit.';
  const hit = worstFirst(solved);
  if (hit.length === 0) return shorten(solved, ['On record, nothing is hit.']);
  const services = ofKind(solved.snapshot, hit, SERVICE);
  if (services.length === 0) return shorten(solved, [noService(solved, hit), 'No service is hit.']);
  const short = verb(solved, services, 'service');
  const openings = [`${short}${where(solved)}.`, `${short}.`];
  const worst = worstOf(solved, services);
  if (services.length === 1) return shorten(solved, [...worst, ...openings]);
  const full = openings.flatMap((opening) => worst.map((one) => `${opening} ${one}`));
  return shorten(solved, [...full, ...openings]);
}

function ofKind({ graph }: Snapshot, nodes: Uint32Array, kind: number): Uint32Array {
  return chosen(nodes, (node) => graph.kind[node] === kind);
}

/** As `filter`, which makes an object of each number when there are many. */
function chosen(nodes: Uint32Array, holds: (node: number) => boolean): Uint32Array {
  const found = new Uint32Array(nodes.length);
  let count = 0;
  for (const node of nodes) if (holds(node)) found[count++] = node;
  return found.subarray(0, count);
}

/** "12 services stop or are reduced", with "in all four nations" put between. */
function verb({ impact }: Solved, nodes: Uint32Array, what: string): string {
  let stopped = 0;
  for (const node of nodes) if (stateOf(impact, node) === 'down') stopped++;
  const one = nodes.length === 1;
  const count = plural(nodes.length, what);
  if (stopped === nodes.length) return `${count} ${one ? 'stops' : 'stop'}`;
  if (stopped === 0) return `${count} ${one ? 'is' : 'are'} reduced`;
  return `${count} stop or are reduced`;
}

/** Where: all topmost regions, or those that are hit. */
function where({ snapshot, impact }: Solved): string {
  const all = topRegions(snapshot);
  const hit = all.filter((node) => levelOf(impact, node) < 1);
  if (hit.length === 0) return '';
  if (all.length === 1 || (hit.length < 3 && hit.length < all.length))
    return ` in ${list(hit.map((node) => nodeName(snapshot, node)))}`;
  const word = all.every((node) => NATIONS.has(nodeName(snapshot, node))) ? 'nations' : 'areas';
  if (hit.length < all.length)
    return ` in ${inWords(hit.length)} of ${inWords(all.length)} ${word}`;
  return hit.length === 2 ? ` in both ${word}` : ` in all ${inWords(hit.length)} ${word}`;
}

const tops = new WeakMap<Snapshot, readonly number[]>();

/** Regions without a region above, by id. */
export function topRegions(snapshot: Snapshot): readonly number[] {
  const known = tops.get(snapshot);
  if (known) return known;
  const { graph, area } = snapshot;
  const found: number[] = [];
  for (let node = 0; node < area.length; node++) if (area[node] === node) found.push(node);
  found.sort((a, b) => (graph.order[a] as number) - (graph.order[b] as number));
  tops.set(snapshot, found);
  return found;
}

/** The service that most people would miss, or the one that keeps least; without its range the second time. */
function worstOf(solved: Solved, services: Uint32Array): string[] {
  const { snapshot, impact } = solved;
  const reduced = chosen(services, (node) => stateOf(impact, node) !== 'down');
  const node = mostMissed(solved, reduced.length > 0 ? reduced : services);
  const name = nodeName(snapshot, node);
  if (reduced.length === 0) return [`${name} stops.`];
  const level = levelOf(impact, node);
  const { range } = rangeOf(impact, node);
  return [`${name} keeps ${about(level, range)}.`, `${name} keeps ${about(level)}.`];
}

/** Most people × share lost where people are on record; else the first, which keeps least. */
function mostMissed({ snapshot, impact }: Solved, nodes: Uint32Array): number {
  const served = peopleServed(snapshot);
  const { likely } = impact.level;
  let best = nodes[0] as number;
  let most = 0;
  for (const node of nodes) {
    const missed = (served[node] as number) * (1 - (likely[node] as number));
    if (missed > most) [best, most] = [node, missed];
  }
  return best;
}

const servings = new WeakMap<Snapshot, Float64Array>();

/** People that each service serves: on record, or else those of the regions that rely on it, by their share. */
export function peopleServed(snapshot: Snapshot): Float64Array {
  const known = servings.get(snapshot);
  if (known) return known;
  const { graph } = snapshot;
  const served = new Float64Array(graph.nodeCount);
  for (let node = 0; node < served.length; node++) {
    if (graph.kind[node] === SERVICE) served[node] = servedBy(snapshot, node);
  }
  servings.set(snapshot, served);
  return served;
}

function servedBy({ graph, people, area }: Snapshot, node: number): number {
  const own = people[node] as number;
  if (!Number.isNaN(own)) return own;
  let total = 0;
  for (let i = graph.outStart[node] as number; i < (graph.outStart[node + 1] as number); i++) {
    const region = graph.outTo[i] as number;
    const living = graph.population[region] as number;
    if ((area[region] as number) < 0 || Number.isNaN(living)) continue;
    total += living * ((graph.weight[graph.outLink[i] as number] as number) || 1);
  }
  return total;
}

function noService(solved: Solved, hit: Uint32Array): string {
  const { snapshot } = solved;
  const parts = (['supplier', 'product', 'region'] as const).flatMap((kind) => {
    const nodes = ofKind(snapshot, hit, KINDS.indexOf(kind));
    return nodes.length > 0 ? [verb(solved, nodes, kind === 'region' ? 'area' : kind)] : [];
  });
  return `No service is hit. ${list(parts)}.`;
}

/** The first that leaves room to say what nobody recorded: that is never passed over as safe. */
function shorten(solved: Solved, texts: readonly string[]): string {
  const { impact, snapshot } = solved;
  const count = impact.unknown.filter((node) => snapshot.graph.kind[node] === SERVICE).length;
  const more =
    count === 0 ? '' : ` ${plural(count, 'service')} ${count === 1 ? 'is' : 'are'} not known.`;
  const fits = (text: string) => wordCount(text) <= MAX_WORDS;
  const found = texts.map((text) => text + more).find(fits) ?? texts.find(fits);
  return found ?? (texts.at(-1) as string);
}
