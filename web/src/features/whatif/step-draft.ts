/** A step while it is put together. */
import { fileName } from '../../ui/download.ts';
import type { Step, Winner } from '../../url/award.ts';

export const STEP_KINDS = ['move', 'remove', 'add', 'merge', 'buy'] as const;
export const STEP_LABELS: Readonly<Record<Step['do'], string>> = {
  move: 'A contract goes to someone else',
  remove: 'A contract ends',
  add: 'A new contract',
  merge: 'Two suppliers become one',
  buy: 'One supplier buys another',
};

export interface Draft {
  readonly do: Step['do'];
  readonly contract?: string | undefined;
  readonly to?: Winner | undefined;
  readonly value?: number | undefined;
  readonly supplies?: string | undefined;
  readonly first?: string | undefined;
  readonly second?: string | undefined;
}

/** Undefined while something that the step needs is missing. */
export function stepOf(draft: Draft): Step | undefined {
  const { contract, to, first, second, value, supplies } = draft;
  if (draft.do === 'remove') return contract ? { do: 'remove', contract } : undefined;
  if (draft.do === 'move') return contract && to ? { do: 'move', contract, to } : undefined;
  if (draft.do === 'add') {
    if (!to) return undefined;
    return {
      do: 'add',
      to,
      ...(value === undefined ? {} : { value }),
      ...(supplies === undefined ? {} : { supplies }),
    };
  }
  if (!first || !second || first === second) return undefined;
  return draft.do === 'merge'
    ? { do: 'merge', first, other: second }
    : { do: 'buy', supplier: second, by: first };
}

/** How ids begin that stand for nothing on record. */
export const NEW = 'what-if:';
export const newId = (name: string): string => `${NEW}${fileName(name)}`;
