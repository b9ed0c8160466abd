import { formatView } from '../url/codec.ts';
import type { View } from '../url/view.ts';

/** The address of a view, with the version of the data on which it was made. */
export function linkTo(view: View, revision: number | undefined): string {
  const search = formatView(revision === undefined ? view : { ...view, version: revision });
  return `${window.location.origin}/?${search}`;
}
