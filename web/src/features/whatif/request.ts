/** The alternatives of an address as the API takes them. */
import type { ConcentrationRequest, WhatIfEdit, WhatIfRequest } from '@msp-impact/contract';
import type { Award, Step } from '../../url/award.ts';

/** What is counted: new contracts are worth something in this. */
export interface Money {
  readonly currency?: string | undefined;
  readonly basis?: 'total' | 'annual' | 'not stated' | undefined;
}

export const awardName = (award: Award, at: number): string =>
  award.name.trim() || `Alternative ${at + 1}`;

/** Without a step there is nothing to ask; `at` of the answer's outcomes: `asked` plus doing nothing. */
export function whatIfRequest(
  awards: readonly Award[],
  scope: ConcentrationRequest,
  money: Money = {},
): WhatIfRequest | undefined {
  const alternatives = awards.flatMap((award, at) =>
    award.steps.length === 0
      ? []
      : [{ name: awardName(award, at), edits: editsOf(award.steps, money) }],
  );
  return alternatives.length > 0 ? { scope, alternatives } : undefined;
}

/** Someone new is added once, by the first step that names them. */
function editsOf(steps: readonly Step[], money: Money): WhatIfEdit[] {
  const met = new Set<string>();
  return steps.map((step, at) => {
    const edit = editOf(step, at, money, met);
    if (step.do === 'move' || step.do === 'add') met.add(step.to.id);
    return edit;
  });
}

function editOf(step: Step, at: number, money: Money, met: ReadonlySet<string>): WhatIfEdit {
  if (step.do === 'remove') return { do: 'remove', contract: step.contract };
  if (step.do === 'merge') return { do: 'merge', suppliers: [step.first, step.other] };
  if (step.do === 'buy') return { do: 'buy', supplier: step.supplier, by: step.by };
  const { id, name } = step.to;
  if (step.do === 'move') {
    return { do: 'move', contract: step.contract, to: id, ...(name ? { name } : {}) };
  }
  // Ids of the alternative's own: nothing on record has them.
  const own = `what-if:${at + 1}`;
  return {
    do: 'add',
    contract: {
      id: own,
      supplier: id,
      ...(step.supplies ? { dependencies: [own] } : {}),
      ...worth(step.value, money),
    },
    ...(name && !met.has(id) ? { nodes: [{ id, kind: 'supplier', name }] } : {}),
    ...(step.supplies ? { links: [{ id: own, from: id, to: step.supplies }] } : {}),
  };
}

function worth(value: number | undefined, { currency, basis }: Money) {
  if (value === undefined || currency === undefined) return {};
  return {
    value,
    currency,
    ...(basis === 'total' || basis === 'annual' ? { valueBasis: basis } : {}),
  };
}
