import { formatView } from '../url/codec.ts';
import type { View } from '../url/view.ts';

/** The address of a view, with the version of the data on which it was made. */
export function linkTo(view: View, revision: number | undefined): string {
  const search = formatView(revision === undefined ? view : { ...view, version: revision });
  return `${window.location.origin}/?${search}`;
}

/** The address of the screen that is open, whichever it is, with the version it was made on. */
export function linkHere(revision: number | undefined): string {
  const { origin, pathname, search } = window.location;
  const kept = search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair !== '' && !pair.startsWith('v='));
  const pairs = revision === undefined ? kept : [...kept, `v=${revision}`];
  return `${origin}${pathname}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}
