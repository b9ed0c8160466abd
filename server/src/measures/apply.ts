/** Measures as edits of items, one after the other, so that several may touch one node. */
import type { Dependency, GraphNode, Mitigation, NumberOrRange } from '@msp-impact/contract';
import type { ItemPatch } from '../snapshot/patch.ts';
import { find } from '../snapshot/sorted.ts';
import type { MeasuresTask } from './task.ts';

type Of<K extends Mitigation['do']> = Extract<Mitigation, { do: K }>;

/** What the measures leave of the items that they touch. */
export function patchesOf(task: MeasuresTask, measures: readonly Mitigation[]): ItemPatch[] {
  const draft = new Draft(task);
  for (const measure of measures) draft.apply(measure);
  return draft.patches();
}

class Draft {
  readonly #task: MeasuresTask;
  readonly #nodes = new Map<string, GraphNode>();
  readonly #links = new Map<string, Dependency>();

  constructor(task: MeasuresTask) {
    this.#task = task;
  }

  apply(measure: Mitigation): void {
    if (measure.do === 'supplier') this.#secondSupplier(measure);
    else if (measure.do === 'workaround') this.#workaround(measure);
    else if (measure.do === 'buffer') this.#buffer(measure);
    else if (measure.do === 'split') this.#split(measure);
    else if (measure.do === 'restart') this.#restart(measure);
    else this.#exit(measure);
  }

  patches(): ItemPatch[] {
    const revision = this.#task.columns.revision;
    return [
      ...[...this.#nodes].map(([id, after]) => ({ type: 'node' as const, id, after, revision })),
      ...[...this.#links].map(([id, after]) => {
        return { type: 'dependency' as const, id, after, revision };
      }),
    ];
  }

  /**
   * Between `beside` and what relies on it comes a node that either of the two can carry. So the rule
   * and the weights of the group that the link stands in stay as they are.
   */
  #secondSupplier({ id, name, to, beside, from }: Of<'supplier'>): void {
    const links = this.#pair(beside, to);
    // A measure before this one may have put a node in between: then this one stands beside that.
    const now = links[0]?.from ?? beside;
    const either = this.#freshId(`${id}:either`);
    const { kind = 'product' } = this.#task.nodes.get(beside) ?? {};
    this.#nodes.set(either, { id: either, kind, name, groups: { either: { rule: 'any' } } });
    const second = from ?? this.#freshId(`${id}:second`);
    if (from === undefined) this.#nodes.set(second, { id: second, kind: 'supplier', name });
    [now, second].forEach((provider, i) => {
      const link = `${either}>${i}`;
      this.#links.set(link, { id: link, from: provider, to: either, group: 'either' });
    });
    for (const link of links) this.#links.set(link.id, { ...link, from: either });
  }

  /** An id that no node has. */
  #freshId(wanted: string): string {
    const { id: ids } = this.#task.columns.nodes;
    for (let i = 0; ; i++) {
      const end = i === 0 ? '' : `:${i}`;
      const id = wanted.slice(-200 + end.length) + end;
      if (!this.#nodes.has(id) && find(ids, id) < 0) return id;
    }
  }

  #workaround({ name, node, capacity, afterHours, lastsHours }: Of<'workaround'>): void {
    const before = this.#node(node);
    const way = {
      name,
      capacity,
      ...(afterHours === undefined ? {} : { afterHours }),
      ...(lastsHours === undefined ? {} : { lastsHours }),
    };
    this.#nodes.set(node, { ...before, workarounds: [...(before.workarounds ?? []), way] });
  }

  /** Never shorter than it is. */
  #buffer({ from, to, hours }: Of<'buffer'>): void {
    for (const link of this.#pair(from, to)) {
      const bufferHours = ends(link.bufferHours ?? 0, (value) => Math.max(value, hours));
      this.#links.set(link.id, { ...link, bufferHours });
    }
  }

  #split({ zone, nodes }: Of<'split'>): void {
    for (const id of nodes) {
      const { zones = [], ...rest } = this.#node(id);
      this.#nodes.set(id, { ...rest, zones: zones.filter((one) => one !== zone) });
    }
  }

  /** Never longer than it is. */
  #restart({ node, hours }: Of<'restart'>): void {
    const before = this.#node(node);
    const restartLagHours = ends(before.restartLagHours ?? 0, (value) => Math.min(value, hours));
    this.#nodes.set(node, { ...before, restartLagHours });
  }

  /** Never more than is lost now. */
  #exit({ from, to, strength }: Of<'exit'>): void {
    for (const link of this.#pair(from, to)) {
      const less = ends(link.strength ?? 1, (value) => Math.min(value, strength));
      this.#links.set(link.id, { ...link, strength: less });
    }
  }

  #node(id: string): GraphNode {
    return this.#nodes.get(id) ?? (this.#task.nodes.get(id) as GraphNode);
  }

  #pair(from: string, to: string): Dependency[] {
    const ids = this.#task.pairs.get(`${from} ${to}`) ?? [];
    return ids.map((id) => this.#links.get(id) ?? (this.#task.links.get(id) as Dependency));
  }
}

function ends(value: NumberOrRange, change: (end: number) => number): NumberOrRange {
  if (typeof value === 'number') return change(value);
  const { low, likely, high } = value;
  return {
    low: change(low),
    ...(likely === undefined ? {} : { likely: change(likely) }),
    high: change(high),
  };
}
