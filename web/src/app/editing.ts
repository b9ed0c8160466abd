/** What is being edited or made: only on screen, so it is no part of the address. */
import type { Kind } from '@msp-impact/contract';
import { create } from 'zustand';
import type { EditTarget } from '../features/edit/target.ts';

export const useEditing = create<{ readonly target: EditTarget | undefined }>(() => ({
  target: undefined,
}));

export const edit = (target: EditTarget): void => useEditing.setState({ target });
export const stopEditing = (): void => useEditing.setState({ target: undefined });

/** New things that one entry can get, in words. */
export function additionsTo(
  id: string,
  kind: Kind | undefined,
): { label: string; act: () => void }[] {
  return [
    { label: 'Add what it relies on', act: () => edit({ type: 'dependency', to: id }) },
    { label: 'Add who relies on it', act: () => edit({ type: 'dependency', from: id }) },
    ...(kind === 'supplier'
      ? [{ label: 'Add a contract', act: () => edit({ type: 'contract', supplier: id }) }]
      : []),
  ];
}
