import type { Fault, Item } from '@msp-impact/contract';
import type { MemberChange } from './member-draft.ts';

/** What was typed, as an item; it may be sent only when `faults` is empty. */
export interface Read<T extends Item> {
  readonly item: T;
  readonly faults: readonly Fault[];
  readonly members: readonly MemberChange[];
}
