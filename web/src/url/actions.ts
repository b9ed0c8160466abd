/** What people do to a view, as pure functions view → view. */
import type { Kind } from '@msp-impact/contract/codes';
import { EMPTY_VIEW, type FilterState, type Stop, type View } from './view.ts';

type Key = keyof View;

/** Leaves a key out: "no selection" is an absent key, never an empty one. */
export function without<K extends Key>(view: View, ...keys: K[]): View {
  const kept = Object.entries(view).filter(([key]) => !keys.includes(key as K));
  return { ...EMPTY_VIEW, ...Object.fromEntries(kept) };
}

export const isStopped = (view: View, id: string) => view.down.some((one) => one.id === id);

/** Groups that were opened belong to the old answer: a new question closes them. */
const asked = (view: View): View => ({ ...without(view, 'version'), open: [], states: [] });

export const stopOne = (view: View, stop: Stop): View => ({
  ...asked(view),
  down: [...view.down.filter((one) => one.id !== stop.id), stop],
  observed: view.observed.filter((one) => one.id !== stop.id),
});
export const release = (view: View, id: string): View => ({
  ...asked(view),
  down: view.down.filter((one) => one.id !== id),
});
export const toggleStop = (view: View, id: string): View =>
  isStopped(view, id) ? release(view, id) : stopOne(view, { id });

/** Sets one thing that is stopped to another level or cause. */
export const changeStop = (view: View, stop: Stop): View => ({
  ...asked(view),
  down: view.down.map((one) => (one.id === stop.id ? stop : one)),
});

export const toggleZone = (view: View, zone: string): View => ({
  ...asked(view),
  isolate: view.isolate.includes(zone)
    ? view.isolate.filter((one) => one !== zone)
    : [...view.isolate, zone],
});

export function toggleCut(view: View, from: string, to: string): View {
  const rest = view.sever.filter((one) => one.from !== from || one.to !== to);
  const had = rest.length < view.sever.length;
  return { ...asked(view), sever: had ? rest : [...rest, { from, to }] };
}

export const observe = (view: View, id: string, level: number): View => ({
  ...asked(view),
  observed: [...view.observed.filter((one) => one.id !== id), { id, level }],
  down: view.down.filter((one) => one.id !== id),
});
export const forgetObserved = (view: View, id: string): View => ({
  ...asked(view),
  observed: view.observed.filter((one) => one.id !== id),
});

export const countWorkarounds = (view: View, workarounds: boolean): View => ({
  ...without(view, 'version'),
  workarounds,
});

/** Nothing is stopped; what is looked at stays. */
export const clearQuestion = (view: View): View => ({
  ...asked(view),
  down: [],
  isolate: [],
  sever: [],
  observed: [],
  workarounds: false,
});

export const selectOne = (view: View, id: string | null): View =>
  id === null ? without(view, 'select', 'link') : { ...without(view, 'link'), select: id };
export const selectLink = (view: View, link: string): View => ({
  ...without(view, 'select'),
  link,
});

export const toggleState = (view: View, state: FilterState): View => ({
  ...view,
  states: toggle(view.states, state),
});
export const toggleKind = (view: View, kind: Kind): View => ({
  ...view,
  kinds: toggle(view.kinds, kind),
});

export const lookAround = (view: View, around: string, direction: View['direction']): View => ({
  ...view,
  around,
  direction,
  select: around,
});
export const stopLookingAround = (view: View): View => ({
  ...without(view, 'around', 'depth'),
  direction: 'both',
});

/** Filters of every sort away; the question stays. */
export const showEverythingHit = (view: View): View => ({
  ...stopLookingAround(view),
  states: [],
  kinds: [],
  show: 'hit',
});

/** 50 more of a group each time. The last of them takes its card away, so it is not selected any more. */
export const openMore = (view: View, group: string): View => ({
  ...(view.select === group ? without(view, 'select') : view),
  open: [...view.open, group],
});
export const closeGroups = (view: View): View => ({ ...view, open: [] });

export const openNation = (view: View, id: string): View =>
  view.nation === id ? without(view, 'nation') : { ...view, nation: id };

export const filtered = (view: View): boolean =>
  view.states.length > 0 || view.kinds.length > 0 || view.around !== undefined;

function toggle<T>(list: readonly T[], one: T): T[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}
