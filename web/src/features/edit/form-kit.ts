/** What the one form needs to know of each type of item. */
import type { Item, ItemType } from '@msp-impact/contract';
import type { ComponentType } from 'react';
import type { Read } from './draft/read-item.ts';

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
