import { useCallback, useMemo } from 'react';
import { useSearch } from 'wouter';
import { navigate, useHistoryState } from 'wouter/use-browser-location';
import { selectOne, stopOne } from './actions.ts';
import { formatView, parseView } from './codec.ts';
import { formatReliance, parseReliance, type RelianceView, relianceAddress } from './reliance.ts';

/** How far this page's own history goes: `at` rides in the history entry, `last` is the newest. */
interface Place {
  readonly at: number;
}
let last = 0;
const placeNow = () => (window.history.state as Place | null)?.at ?? 0;

export type ChangeReliance = (over: (view: RelianceView) => RelianceView) => void;

export interface RelianceControl {
  readonly view: RelianceView;
  /** Every change is a step of the browser's history, so Back undoes it. */
  readonly change: ChangeReliance;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
}

/** The view is read from the address and written to it; there is no other copy. */
export function useReliance(): RelianceControl {
  const search = useSearch();
  const at = useHistoryState<Place | null>()?.at ?? 0;
  const view = useMemo(() => parseReliance(search), [search]);
  const change = useCallback<ChangeReliance>((over) => {
    const now = window.location.search;
    const before = parseReliance(now);
    const after = over(before);
    if (formatReliance(after) === formatReliance(before)) return;
    last = placeNow() + 1;
    navigate(relianceAddress(after, now), { state: { at: last } satisfies Place });
  }, []);
  return {
    view,
    change,
    undo: at > 0 ? () => window.history.back() : undefined,
    redo: at < last ? () => window.history.forward() : undefined,
  };
}

/** Addresses on Explore: with this selected, or with this stopped as well. */
export function useExploreLinks(): {
  readonly select: (id: string) => string;
  readonly stop: (id: string) => string;
} {
  const search = useSearch();
  return useMemo(() => {
    const view = parseView(search);
    return {
      select: (id) => `/?${formatView(selectOne(view, id))}`,
      stop: (id) => `/?${formatView(selectOne(stopOne(view, { id }), id))}`,
    };
  }, [search]);
}
