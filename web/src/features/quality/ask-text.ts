/** The letter that asks what something relies on. A contact is an address to send it to, never in it. */
import type { WorkListRow } from '@msp-impact/contract';
import { count } from '../../ui/words.ts';

/** @param address where it stands on Explore */
export function askText(row: WorkListRow, address: string): string {
  const { name, owner, reliedOnBy } = row;
  const whom = owner?.name ?? owner?.role ?? 'colleague';
  const used =
    reliedOnBy > 0 ? ` ${count(reliedOnBy, 'other thing relies', 'other things rely')} on it.` : '';
  return `Dear ${whom},

we are recording what our services rely on, so that we know who would be hit if a supplier stopped. For “${name}” nothing is on record yet.${used}

Could you tell us:
1. Which systems and suppliers does it rely on, and how much of the work could not be done without each of them?
2. Which of them can stand in for each other?
3. Is there another way of working, such as paper or phone? How much does it carry, and for how long?
4. How long can it run on when one of them stops, and how long does it take to start again?
5. Who looks after it, and who can confirm this?

“We do not know” is an answer too.
${address}
`;
}

export const ownerWords = ({ owner }: WorkListRow): string =>
  [owner?.name, owner?.role].filter(Boolean).join(', ');
