import type { Kind } from '@msp-impact/contract';
import { ITEM_WORDS } from '../../ui/field-words.ts';
import { KIND_WORDS } from '../../ui/words.ts';

/** What is to be edited, or made. */
export type EditTarget =
  | { readonly type: 'node' | 'dependency' | 'contract'; readonly id: string }
  | { readonly type: 'node'; readonly kind: Kind }
  | { readonly type: 'dependency'; readonly from?: string; readonly to?: string }
  | { readonly type: 'contract'; readonly supplier: string };

/** "Edit Adastra", "New supplier", "New link". `name` is known once the item is here. */
export function titleOf(target: EditTarget, name?: string): string {
  if ('id' in target && target.type === 'dependency') return 'Edit link';
  if ('id' in target) return name ? `Edit ${name}` : 'Edit';
  if (target.type === 'node') return `New ${KIND_WORDS[target.kind].one}`;
  return `New ${ITEM_WORDS[target.type].one}`;
}
