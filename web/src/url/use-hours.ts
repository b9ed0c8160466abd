import { useCallback, useMemo } from 'react';
import { useSearch } from 'wouter';
import { navigate, useHistoryState } from 'wouter/use-browser-location';
import { formatHours, othersKeys, parseHours } from './hours-codec.ts';
import type { HoursView } from './hours-view.ts';

/** How far this page's own history goes: `at` rides in the history entry, `last` is the newest. */
interface Place {
  readonly at: number;
}
let last = 0;

/** `replace` puts the change in place of the last step: for keys and drags, which make many. */
export type ChangeHours = (
  next: HoursView | ((view: HoursView) => HoursView),
  how?: { readonly replace: boolean } | undefined,
) => void;

export interface HoursControl {
  readonly view: HoursView;
  /** Every change is a step of the browser's history, so Back undoes it. */
  readonly change: ChangeHours;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
}

const placeNow = () => (window.history.state as Place | null)?.at ?? 0;

/** The view is read from the address and written to it; there is no other copy. */
export function useHours(): HoursControl {
  const search = useSearch();
  const at = useHistoryState<Place | null>()?.at ?? 0;
  const view = useMemo(() => parseHours(search), [search]);
  const change = useCallback<ChangeHours>((next, how) => {
    const before = parseHours(window.location.search);
    const after = formatHours(typeof next === 'function' ? next(before) : next);
    if (after === formatHours(before)) return;
    const replace = how?.replace ?? false;
    const place = placeNow() + (replace ? 0 : 1);
    if (!replace) last = place;
    const search = [after, othersKeys(window.location.search)].filter(Boolean).join('&');
    navigate(search ? `/hours?${search}` : '/hours', {
      replace,
      state: { at: place } satisfies Place,
    });
  }, []);
  return {
    view,
    change,
    undo: at > 0 ? () => window.history.back() : undefined,
    redo: at < last ? () => window.history.forward() : undefined,
  };
}
