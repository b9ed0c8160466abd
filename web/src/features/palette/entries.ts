/** What the palette lists: things that the server found, then actions whose words fit. */
import type { Kind, SearchAnswer } from '@msp-impact/contract';

export interface PaletteAction {
  readonly label: string;
  /** The key that does the same: "D". */
  readonly keys?: string;
  readonly act: () => void;
}

export type Entry =
  | {
      readonly type: 'node';
      readonly key: string;
      readonly id: string;
      readonly label: string;
      readonly kind: Kind;
    }
  | ({ readonly type: 'action'; readonly key: string } & PaletteAction);

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Every typed word must begin a word of the action's label. */
export function fits(label: string, text: string): boolean {
  const words = plain(label).split(/[^\p{L}\p{N}]+/u);
  const typed = plain(text).split(/\s+/).filter(Boolean);
  return typed.every((part) => words.some((word) => word.startsWith(part)));
}

export function entriesOf(
  text: string,
  nodes: SearchAnswer['nodes'],
  actions: readonly PaletteAction[],
): Entry[] {
  return [
    ...nodes.map(({ id, name, kind }) => ({
      type: 'node' as const,
      key: `node ${id}`,
      id,
      label: name,
      kind,
    })),
    ...actions
      .filter((action) => fits(action.label, text))
      .map((action) => ({ type: 'action' as const, key: `action ${action.label}`, ...action })),
  ];
}
