import { useCallback, useMemo } from 'react';
import { useSearch } from 'wouter';
import { navigate, useHistoryState } from 'wouter/use-browser-location';
import { formatView, parseView } from './codec.ts';
import type { View } from './view.ts';

/** How far this page's own history goes: `at` rides in the history entry, `last` is the newest. */
interface Place {
  readonly at: number;
}
let last = 0;

/** `replace` puts the change in place of the last step: for arrow keys, which make many. */
export type Change = (
  next: View | ((view: View) => View),
  how?: { readonly replace: boolean } | undefined,
) => void;

export interface ViewControl {
  readonly view: View;
  /** Every change is a step of the browser's history, so Back undoes it. */
  readonly change: Change;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
}

const viewNow = () => parseView(window.location.search);
const placeNow = () => (window.history.state as Place | null)?.at ?? 0;

/** The view is read from the address and written to it; there is no other copy. */
export function useView(): ViewControl {
  const search = useSearch();
  const at = useHistoryState<Place | null>()?.at ?? 0;
  const view = useMemo(() => parseView(search), [search]);
  const change = useCallback<Change>((next, how) => {
    const before = viewNow();
    const after = formatView(typeof next === 'function' ? next(before) : next);
    if (after === formatView(before) && window.location.pathname === '/') return;
    const replace = how?.replace ?? false;
    const place = placeNow() + (replace ? 0 : 1);
    if (!replace) last = place;
    navigate(after ? `/?${after}` : '/', { replace, state: { at: place } satisfies Place });
  }, []);
  return {
    view,
    change,
    undo: at > 0 ? () => window.history.back() : undefined,
    redo: at < last ? () => window.history.forward() : undefined,
  };
}
