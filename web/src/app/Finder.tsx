import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { clearQuestion, selectOne, showEverythingHit, stopOne } from '../url/actions.ts';
import { useView } from '../url/use-view.ts';
import frame from './frame.module.css';
import { useShortcuts } from './use-shortcuts.ts';

const Palette = lazy(async () => ({
  default: (await import('../features/palette/Palette.tsx')).Palette,
}));
const KeysHelp = lazy(async () => ({
  default: (await import('../features/palette/KeysHelp.tsx')).KeysHelp,
}));

/** "Find anything": a field that opens the palette, from any screen. */
export function Finder() {
  const { change, undo, redo } = useView();
  const [, go] = useLocation();
  const [open, setOpen] = useState<'palette' | 'keys'>();
  useShortcuts({ 'ctrl+k': () => setOpen('palette'), '?': () => setOpen('keys') });
  const actions = [
    { label: 'Show the graph', act: () => change((view) => ({ ...view, as: 'graph' as const })) },
    { label: 'Show the table', act: () => change((view) => ({ ...view, as: 'table' as const })) },
    { label: 'Show the map', act: () => change((view) => ({ ...view, as: 'map' as const })) },
    { label: 'Find a path', act: () => change((view) => ({ ...view, path: view.path ?? {} })) },
    {
      label: 'Count other ways of working',
      act: () => change((view) => ({ ...view, workarounds: !view.workarounds })),
    },
    { label: 'Take all filters away', act: () => change(showEverythingHit) },
    { label: 'Stop nothing', act: () => change(clearQuestion) },
    {
      label: 'Open Data: bring in a list, samples, changes',
      act: () => go(`/data${window.location.search}`),
    },
    ...(undo ? [{ label: 'Undo the last change of the view', keys: 'Ctrl Z', act: undo }] : []),
    ...(redo ? [{ label: 'Redo the change of the view', keys: 'Ctrl Shift Z', act: redo }] : []),
    { label: 'Show keys', keys: '?', act: () => setOpen('keys') },
  ];
  return (
    <>
      <button type="button" className={frame.find} onClick={() => setOpen('palette')}>
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path
            d="m9.4 9.4 3.2 3.2"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinecap="round"
          />
        </svg>
        <span>Find anything</span>
        <kbd>Ctrl K</kbd>
      </button>
      {open && (
        <Suspense fallback={null}>
          <Palette
            opened={open === 'palette'}
            onClose={() => setOpen(undefined)}
            actions={actions}
            onSelect={(id) => change((view) => selectOne(view, id))}
            onStop={(id) => change((view) => stopOne(selectOne(view, id), { id }))}
          />
          <KeysHelp opened={open === 'keys'} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </>
  );
}
