/** Everything that can be done without pointing at one thing, in the words of the palette. */
import { KINDS } from '@msp-impact/contract/codes';
import type { PaletteAction } from '../features/palette/entries.ts';
import { KIND_WORDS } from '../ui/words.ts';
import { clearQuestion, countWorkarounds, showEverythingHit } from '../url/actions.ts';
import { PARTS, parseReliance, relianceAddress } from '../url/reliance.ts';
import type { ViewControl } from '../url/use-view.ts';
import { TABS, type Tab } from '../url/view.ts';
import { edit } from './editing.ts';
import { PART_WORDS } from './reliance/part-words.ts';

const SHOW: Readonly<Record<Tab, string>> = {
  graph: 'Show the graph',
  table: 'Show the table',
  map: 'Show the map',
};

/** Addresses of screens with the words by which people look for them. */
const SCREENS = [
  ['/', 'Open Explore: who is hit'],
  ['/hours', 'Open Hour by hour: an outage over time'],
  ['/incident', 'Open Incident: what was seen, whom to call'],
  ['/report', 'Open Report: one page to hand over'],
  ['/data', 'Open Data: bring in a list, samples, changes'],
  ['/data/quality', 'Open Data: how good it is'],
  ['/data/not-known', 'Open Data: what nobody knows'],
  ['/data/duplicates', 'Open Data: possible duplicates'],
] as const;

/** Each screen, and each part of Reliance; what other screens keep in the address goes along. */
function screenActions(go: (address: string) => void): PaletteAction[] {
  const here = () => window.location.search;
  return [
    ...SCREENS.map(([path, label]) => ({ label, act: () => go(`${path}${here()}`) })),
    ...PARTS.map((part) => ({
      label: `Open Reliance: ${PART_WORDS[part].toLowerCase()}`,
      act: () => go(relianceAddress({ ...parseReliance(here()), part }, here())),
    })),
  ];
}

export function paletteActions(
  control: ViewControl,
  go: (address: string) => void,
): PaletteAction[] {
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
    ...screenActions(go),
    ...(undo ? [{ label: 'Undo the last change of the view', keys: 'Ctrl Z', act: undo }] : []),
    ...(redo ? [{ label: 'Redo the change of the view', keys: 'Ctrl Shift Z', act: redo }] : []),
  ];
}
