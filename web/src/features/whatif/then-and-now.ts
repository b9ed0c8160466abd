/** Where a what-if that was saved has another answer now. */
import type { WhatIfOutcome } from '@msp-impact/contract';
import { OUTCOME_ROWS } from './outcome-rows.ts';

export interface Difference {
  readonly alternative: string;
  readonly title: string;
  /** Undefined: not known. */
  readonly before: string | undefined;
  readonly now: string | undefined;
}

/** Both answer the same request, so the alternatives stand in the same order. */
export function differences(
  then: readonly WhatIfOutcome[],
  now: readonly WhatIfOutcome[],
): Difference[] {
  return then.flatMap((before, at) => {
    const after = now[at];
    return after ? changed(before, after) : [];
  });
}

function changed(before: WhatIfOutcome, after: WhatIfOutcome): Difference[] {
  const { name: alternative } = before;
  if (before.faults || after.faults) {
    const [was, now] = [faultWords(before), faultWords(after)];
    return was === now ? [] : [{ alternative, title: 'can it be?', before: was, now }];
  }
  return OUTCOME_ROWS.flatMap((row) => {
    const [was, now] = [row.words(before), row.words(after)];
    return was === now ? [] : [{ alternative, title: row.title, before: was, now }];
  });
}

const faultWords = ({ faults }: WhatIfOutcome) =>
  faults ? `no: ${faults.map((one) => one.reason).join('; ')}` : 'yes';
