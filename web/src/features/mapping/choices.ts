/** Which contract is linked to what: likely guesses are filled in beforehand, the rest is a person's. */
import type { LinkContractsRequest, UnlinkedAnswer } from '@msp-impact/contract';

type Contract = UnlinkedAnswer['contracts'][number];

export interface Choice {
  readonly ticked: boolean;
  /** The product or service that it serves. */
  readonly to?: { readonly id: string; readonly name: string };
}

export function choicesFor(contracts: readonly Contract[]): Map<string, Choice> {
  return new Map(
    contracts.map(({ id, guesses: [best] }) => [
      id,
      best?.likely ? { ticked: true, to: { id: best.id, name: best.name } } : { ticked: false },
    ]),
  );
}

export function linksOf(
  contracts: readonly Contract[],
  choices: ReadonlyMap<string, Choice>,
): LinkContractsRequest['links'] {
  return contracts.flatMap(({ id, revision }) => {
    const choice = choices.get(id);
    if (!choice?.ticked || !choice.to) return [];
    return [{ contract: id, to: choice.to.id, ifRevision: revision }];
  });
}

/** Ticks or unticks all that are to serve something. */
export function allTicked(
  choices: ReadonlyMap<string, Choice>,
  ticked: boolean,
): Map<string, Choice> {
  return new Map([...choices].map(([id, one]) => [id, one.to ? { ...one, ticked } : one]));
}
