import { useCallback, useMemo } from 'react';
import { useSearch } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { selectOne, stopOne } from './actions.ts';
import { formatView, parseView } from './codec.ts';
import { parseReliance, type RelianceView, relianceAddress } from './reliance.ts';

export interface RelianceControl {
  readonly view: RelianceView;
  /** Every change is a step of the browser's history, so Back undoes it. */
  readonly change: (over: (view: RelianceView) => RelianceView) => void;
}

/** The view is read from the address and written to it; there is no other copy. */
export function useReliance(): RelianceControl {
  const search = useSearch();
  const view = useMemo(() => parseReliance(search), [search]);
  const change = useCallback<RelianceControl['change']>((over) => {
    const now = window.location.search;
    const next = relianceAddress(over(parseReliance(now)), now);
    if (next !== `${window.location.pathname}${now}`) navigate(next);
  }, []);
  return { view, change };
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
