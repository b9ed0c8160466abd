import { useCallback, useMemo } from 'react';
import { useSearch } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { type Desk, formatDesk, parseDesk, withoutDesk } from './desk.ts';

export type DeskScreen = '/report' | '/incident';
export type ChangeDesk = (
  next: (desk: Desk) => Desk,
  how?: { readonly replace?: boolean; readonly to?: DeskScreen },
) => void;

/** The view of the Report or the Incident screen: read from the address and written to it alone. */
export function useDesk(): { readonly desk: Desk; readonly change: ChangeDesk } {
  const search = useSearch();
  const desk = useMemo(() => parseDesk(search), [search]);
  const change = useCallback<ChangeDesk>((next, { replace = false, to } = {}) => {
    const { search: now, pathname } = window.location;
    const after = [withoutDesk(now), formatDesk(next(parseDesk(now)))].filter(Boolean).join('&');
    navigate(`${to ?? pathname}${after ? `?${after}` : ''}`, { replace });
  }, []);
  return { desk, change };
}
