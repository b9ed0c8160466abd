import { Suspense, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation } from 'wouter';
import { lazyPart } from '../api/lazy-part.ts';
import { selectOne, stopOne } from '../url/actions.ts';
import { useView } from '../url/use-view.ts';
import frame from './frame.module.css';
import { paletteActions } from './palette-actions.ts';
import { useShortcuts } from './use-shortcuts.ts';

const loadPalette = () => import('../features/palette/Palette.tsx');
/** What is here: a lazy part would wait at its first showing even then. */
let ready: Loaded | undefined;
const fetchPalette = async () => {
  ready = (await loadPalette()).Palette;
  return ready;
};
const LatePalette = lazyPart(fetchPalette);
const KeysHelp = lazyPart(async () => (await import('../features/palette/KeysHelp.tsx')).KeysHelp);

type Loaded = Awaited<ReturnType<typeof loadPalette>>['Palette'];

/** "Find anything": a field that opens the palette, from any screen. */
export function Finder() {
  const control = useView();
  const { change } = control;
  const [, go] = useLocation();
  const [open, setOpen] = useState<{ readonly Palette: Loaded | typeof LatePalette } | 'keys'>();
  // Fetched while nothing else is to do: letters that are typed right after Ctrl K must not be lost.
  useEffect(() => {
    const timer = setTimeout(() => void fetchPalette().catch(() => {}), 1000);
    return () => clearTimeout(timer);
  }, []);
  // At once, for the same reason: the next letter finds the field there, with the focus.
  const openPalette = () => {
    const opened = { Palette: ready ?? LatePalette };
    flushSync(() => setOpen((old) => (typeof old === 'object' ? old : opened)));
  };
  useShortcuts({ 'ctrl+k': openPalette, '?': () => setOpen('keys') });
  const actions = [
    ...paletteActions(control, go),
    { label: 'Show keys', keys: '?', act: () => setOpen('keys') },
  ];
  return (
    <>
      <button type="button" className={frame.find} onClick={openPalette}>
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
      {typeof open === 'object' && (
        <Suspense fallback={null}>
          <open.Palette
            opened
            onClose={() => setOpen(undefined)}
            actions={actions}
            onSelect={(id) => change((view) => selectOne(view, id))}
            onStop={(id) => change((view) => stopOne(selectOne(view, id), { id }))}
          />
        </Suspense>
      )}
      {open === 'keys' && (
        <Suspense fallback={null}>
          <KeysHelp opened onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </>
  );
}
