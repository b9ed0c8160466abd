/** Where the keys go when the panel opens and closes: a focus that is lost starts at the top of the page. */
import { MAIN_VIEW } from '../ui/ids.ts';

export const SIDE_PANEL = 'side-panel';

export const focusPanel = (): void => document.getElementById(SIDE_PANEL)?.focus();

/** Back to the graph or the table, if the focus is in the panel that closes. */
export function leavePanel(): void {
  const panel = document.getElementById(SIDE_PANEL);
  if (panel?.contains(document.activeElement)) document.getElementById(MAIN_VIEW)?.focus();
}

/** To the graph or the table, before what has the keys goes away; a mouse is left where it is. */
export function leaveForMain(): void {
  if (document.activeElement?.matches(':focus-visible'))
    document.getElementById(MAIN_VIEW)?.focus();
}
