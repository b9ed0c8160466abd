import type { ReactNode } from 'react';

interface Editor {
  /** Opens the form for one item; absent while there is none. */
  readonly open: ((type: 'node' | 'dependency', id: string) => void) | undefined;
  readonly element: ReactNode;
}

/** The form that edits what is selected. */
export function useEditor(): Editor {
  return { open: undefined, element: null };
}
