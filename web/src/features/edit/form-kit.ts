/** What the one form needs to know of each type of item. */
import type { Fault, Item, ItemType } from '@msp-impact/contract';
import type { ComponentType } from 'react';
import type { MemberChange } from './member-draft.ts';

/** What was typed, as an item; it may be sent only when `faults` is empty. */
export interface Read<T extends Item> {
  readonly item: T;
  readonly faults: readonly Fault[];
  readonly members: readonly MemberChange[];
}

export interface FieldsProps<D> {
  readonly draft: D;
  /** The id can be chosen only while the item is new. */
  readonly isNew: boolean;
  readonly onChange: (patch: Partial<D>) => void;
}

export interface FormKit<T extends Item, D> {
  readonly type: ItemType;
  readonly show: (item: T) => D;
  readonly read: (draft: D) => Read<T>;
  /** "Adastra", for messages. */
  readonly nameOf: (item: T) => string;
  readonly Fields: ComponentType<FieldsProps<D>>;
}
