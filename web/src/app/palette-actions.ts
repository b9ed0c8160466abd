/** Everything that can be done without pointing at one thing, in the words of the palette. */
import { KINDS } from '@msp-impact/contract/codes';
import type { PaletteAction } from '../features/palette/entries.ts';
import { KIND_WORDS } from '../ui/words.ts';
import { clearQuestion, countWorkarounds, showEverythingHit } from '../url/actions.ts';
import type { ViewControl } from '../url/use-view.ts';
import { TABS, type Tab } from '../url/view.ts';
import { edit } from './editing.ts';

const SHOW: Readonly<Record<Tab, string>> = {
  graph: 'Show the graph',
  table: 'Show the table',
  map: 'Show the map',
};

export function paletteActions(control: ViewControl, openData: () => void): PaletteAction[] {
  const { view, change, undo, redo } = control;
  return [
    ...TABS.map((as) => ({ label: SHOW[as], act: () => change((old) => ({ ...old, as })) })),
    { label: 'Find a path', act: () => change((old) => ({ ...old, path: old.path ?? {} })) },
    {
      label: `Count ${view.workarounds ? 'no other ways' : 'other ways'} of working`,
      act: () => change((old) => countWorkarounds(old, !old.workarounds)),
    },
    { label: 'Take all filters away', act: () => change(showEverythingHit) },
    { label: 'Stop nothing', act: () => change(clearQuestion) },
    ...KINDS.map((kind) => ({
      label: `Add ${kind === 'region' ? 'an' : 'a'} ${KIND_WORDS[kind].one}`,
      act: () => edit({ type: 'node', kind }),
    })),
    { label: 'Add a link', act: () => edit({ type: 'dependency' }) },
    { label: 'Open Data: bring in a list, samples, changes', act: openData },
    ...(undo ? [{ label: 'Undo the last change of the view', keys: 'Ctrl Z', act: undo }] : []),
    ...(redo ? [{ label: 'Redo the change of the view', keys: 'Ctrl Shift Z', act: redo }] : []),
  ];
}
