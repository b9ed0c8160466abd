/**
 * What a contract of a register may serve: products and services whose names stand in its title,
 * category or buyer, and those that its supplier is known to supply. Guesses only; a person confirms.
 */
import type { Contract, UnlinkedContract } from '@msp-impact/contract';
import { folded } from '../../text/slug.ts';

export interface Target {
  readonly id: string;
  readonly name: string;
  readonly kind: 'product' | 'service';
}
type Guess = UnlinkedContract['guesses'][number];

const MOST = 5;
/** Words that stand in any title. */
const COMMON = new Set(
  'the and for with from services service system systems software support supply provision contract managed management platform solution solutions licence licences license maintenance of to in a an ltd limited plc'.split(
    ' ',
  ),
);

export const wordsOf = (text: string): string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !COMMON.has(word));

/** Some words of a name are a hint; all of them name it. */
function sharedWhy({ name }: Target, shared: readonly string[], share: number): string {
  if (share === 1) return `"${name}" is named in the contract.`;
  const words = shared.map((word) => `"${word}"`).join(', ');
  return `A hint only: of "${name}" the contract has ${words}.`;
}

/** Finds targets by the words of their names. */
export class Targets {
  readonly #byWord = new Map<string, Target[]>();
  readonly #words = new Map<string, readonly string[]>();
  readonly #byId = new Map<string, Target>();

  constructor(targets: Iterable<Target>) {
    for (const target of targets) {
      const words = [...new Set(wordsOf(target.name))];
      this.#byId.set(target.id, target);
      this.#words.set(target.id, words);
      for (const word of words) {
        const list = this.#byWord.get(word);
        if (list) list.push(target);
        else this.#byWord.set(word, [target]);
      }
    }
  }

  /** @param supplied ids of what the contract's supplier supplies already */
  guesses(contract: Contract, supplied: readonly string[]): Guess[] {
    const { title = '', category = '', buyer = '' } = contract;
    const said = new Set(wordsOf(`${title} ${category} ${buyer}`));
    const scores = new Map<string, { score: number; guess: Guess }>();
    const add = (target: Target, score: number, why: string, likely: boolean) => {
      const before = scores.get(target.id);
      const guess = { ...target, why, likely: likely || (before?.guess.likely ?? false) };
      if (before === undefined) scores.set(target.id, { score, guess });
      else scores.set(target.id, { score: before.score + score, guess });
    };
    const isNamed = new Set<string>();
    for (const target of this.#named(said)) {
      const words = this.#words.get(target.id) ?? [];
      const shared = words.filter((word) => said.has(word));
      const share = shared.length / words.length;
      if (share < 0.5) continue;
      if (share === 1) isNamed.add(target.id);
      add(target, share, sharedWhy(target, shared, share), share === 1);
    }
    for (const id of supplied) {
      const target = this.#byId.get(id);
      if (!target) continue;
      const alone = supplied.length === 1;
      add(target, alone ? 0.9 : 0.4, this.#suppliedWhy(alone, isNamed.has(id)), alone);
    }
    return [...scores.values()]
      .sort((a, b) => b.score - a.score || (a.guess.id < b.guess.id ? -1 : 1))
      .slice(0, MOST)
      .map(({ guess }) => guess);
  }

  #suppliedWhy(alone: boolean, named: boolean): string {
    const known = alone
      ? 'It is all that the supplier is known to supply'
      : 'The supplier supplies it';
    return named ? `${known}, and the contract names it.` : `${known}.`;
  }

  /** A word that many names share says little: only rare ones start a guess. */
  #named(said: ReadonlySet<string>): Set<Target> {
    const found = new Set<Target>();
    for (const word of said) {
      const targets = this.#byWord.get(word) ?? [];
      if (targets.length <= 200) for (const target of targets) found.add(target);
    }
    return found;
  }
}
