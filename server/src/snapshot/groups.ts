/** Which links of a node stand together, and under which rule. */
import { KINDS, RULES } from '@msp-impact/engine';
import type { GroupTable, NodeModel } from './snapshot.ts';

const REGION = KINDS.indexOf('region');
const SHARE = RULES.indexOf('share');
/** Stands for the links of a region that name no group; no id contains a space. */
const UNNAMED = ' ';

/**
 * Collects groups while links are read. Only groups with a link exist for the engine.
 * A region's links without a group form one `share` group of equal shares: a region relies on its
 * services in shares, never on the worst of them.
 */
export class GroupCollector {
  readonly #byNode = new Map<number, Map<string, number>>();
  readonly #row: number[] = [];
  readonly #name: (string | null)[] = [];
  readonly #rule: number[] = [];
  readonly #k: number[] = [];
  readonly #models: readonly (NodeModel | undefined)[];
  readonly #kind: Uint8Array;

  constructor(kind: Uint8Array, models: readonly (NodeModel | undefined)[]) {
    this.#kind = kind;
    this.#models = models;
  }

  /** Input group of a link into `row`; -1: required on its own. */
  of(row: number, group: string | null): number {
    if (group === null && this.#kind[row] !== REGION) return -1;
    const key = group ?? UNNAMED;
    const named = this.#byNode.get(row) ?? new Map<string, number>();
    const known = named.get(key);
    if (known !== undefined) return known;
    named.set(key, this.#row.length);
    this.#byNode.set(row, named);
    return this.#add(row, group);
  }

  /** Input group of that name; undefined when no link is in it. */
  find(row: number, group: string): number | undefined {
    return this.#byNode.get(row)?.get(group);
  }

  table(): GroupTable {
    return {
      row: Uint32Array.from(this.#row),
      name: this.#name,
      rule: Uint8Array.from(this.#rule),
      k: Uint32Array.from(this.#k),
    };
  }

  #add(row: number, group: string | null): number {
    const declared =
      group === null ? { rule: 'share' as const } : declaredGroup(this.#models[row], group);
    const rule = RULES.indexOf(declared?.rule ?? 'all');
    this.#row.push(row);
    this.#name.push(group);
    this.#rule.push(group === null ? SHARE : rule);
    this.#k.push(declared && 'k' in declared ? (declared.k ?? 1) : 1);
    return this.#row.length - 1;
  }
}

function declaredGroup(model: NodeModel | undefined, name: string) {
  const groups = model?.groups;
  return groups && Object.hasOwn(groups, name) ? groups[name] : undefined;
}
