import type { Kind } from '@msp-impact/contract';
import { ITEM_WORDS } from '../../ui/field-words.ts';
import { KIND_WORDS } from '../../ui/words.ts';

/** What is to be edited, or made. */
export type EditTarget =
  | { readonly type: 'node' | 'dependency' | 'contract'; readonly id: string }
  | { readonly type: 'node'; readonly kind: Kind }
  | { readonly type: 'dependency'; readonly from?: string; readonly to?: string }
  | { readonly type: 'contract'; readonly supplier: string };

/** "Edit", "New supplier", "New link". */
export function titleOf(target: EditTarget): string {
  if ('id' in target)
    return `Edit ${target.type === 'node' ? '' : ITEM_WORDS[target.type].one}`.trim();
  if (target.type === 'node') return `New ${KIND_WORDS[target.kind].one}`;
  return `New ${ITEM_WORDS[target.type].one}`;
}
