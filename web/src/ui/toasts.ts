/** Short messages with an optional Undo. What is only on screen: a zustand store of its own. */
import { create } from 'zustand';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'done' | 'problem';
  /** "Undo", with what it does. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface ToastStore {
  readonly toasts: readonly Toast[];
  readonly add: (toast: Omit<Toast, 'id'>) => void;
  readonly remove: (id: number) => void;
}

/** More would lie over what people work on; the newest tell most. */
const MOST = 2;
let next = 1;

export const useToasts = create<ToastStore>((set) => ({
  toasts: [],
  add: (toast) => set((s) => ({ toasts: [...s.toasts.slice(1 - MOST), { ...toast, id: next++ }] })),
  remove: (id) => set((s) => ({ toasts: s.toasts.filter((toast) => toast.id !== id) })),
}));

/** Say that something was done; with `undo`, the toast offers it. */
export function sayDone(text: string, undo?: () => void): void {
  const toast = { text, tone: 'done' } as const;
  useToasts.getState().add(undo ? { ...toast, action: { label: 'Undo', run: undo } } : toast);
}

export function sayProblem(text: string): void {
  useToasts.getState().add({ text, tone: 'problem' });
}
