/**
 * What cannot be judged before items of the wrong shape are put right: a group whose rule is
 * unreadable, or whose members are not all known. A fault that only follows from another is not told.
 */
import type { Dependency, GraphNode, ItemType, Workaround } from '@msp-impact/contract';
import { checkShape } from './shape.ts';
import { isObject } from './sound.ts';

/** Groups by node and name; either may be unknown, and then stands for all. */
class Groups {
  readonly #known = new Set<string>();

  add(node?: string, group?: string): void {
    this.#known.add(`${node ?? ''}\n${group ?? ''}`);
  }

  has(node: string, group: string): boolean {
    if (this.#known.size === 0) return false;
    const ways = [`${node}\n${group}`, `${node}\n`, `\n${group}`, '\n'];
    return ways.some((way) => this.#known.has(way));
  }
}

export class Doubt {
  /** Groups whose rule cannot be read. */
  readonly #rules = new Groups();
  /** Groups of which not all links can be read. */
  readonly #members = new Groups();

  /** @param left what is sound of the item */
  note(type: ItemType, item: unknown, left: object): void {
    if (type === 'node') this.#noteNode(item, left as GraphNode);
    else if (type === 'dependency') this.#noteLink(item, left as Dependency);
  }

  #noteNode(item: unknown, { id }: GraphNode): void {
    const { groups } = (item ?? {}) as { groups?: unknown };
    if (groups === undefined || id === undefined) return;
    if (!isObject(groups)) {
      this.#rules.add(id);
      return;
    }
    for (const [name, group] of Object.entries(groups)) {
      const alone = { id: 'a', kind: 'product', name: 'a', groups: { [name]: group } };
      if (checkShape('node', alone, '$').length > 0) this.#rules.add(id, name);
    }
  }

  #noteLink(item: unknown, left: Dependency): void {
    if (!isObject(item)) return;
    const lost = (key: keyof Dependency) => Object.hasOwn(item, key) && left[key] === undefined;
    const grouped = left.group !== undefined || lost('group');
    if (!grouped || (left.to !== undefined && !lost('group') && !lost('weight'))) return;
    this.#members.add(left.to, left.group);
  }

  /** Not all of its members, or not its rule. */
  ofGroup(node: string, group: string): boolean {
    return this.#rules.has(node, group) || this.#members.has(node, group);
  }

  /** The link without a weight that only an unreadable rule could justify. */
  judgeableLink(link: Dependency): Dependency {
    const { weight, ...rest } = link;
    if (weight === undefined || link.group === undefined) return link;
    return this.#rules.has(link.to, link.group) ? rest : link;
  }

  /** The node with workarounds that name no group of which others may be the only witness. */
  judgeableNode(node: GraphNode): GraphNode {
    if (!node.workarounds) return node;
    const plain = (workaround: Workaround): Workaround => {
      const { group, ...rest } = workaround;
      return group !== undefined && this.ofGroup(node.id, group) ? rest : workaround;
    };
    return { ...node, workarounds: node.workarounds.map(plain) };
  }
}
