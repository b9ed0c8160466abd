import { useEffect, useRef } from 'react';

/** "d", "?", "Escape", "ctrl+k", "ctrl+shift+z": what a key does. */
export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>;

const TYPING = 'input, textarea, select, [contenteditable], [role="menu"], [role="dialog"]';

const MODAL = '[role="dialog"][aria-modal="true"]';

/** Keys of the whole page. Single letters rest while someone types or a dialog is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return;
      const name = nameOf(event);
      const act = latest.current[name];
      const typing = event.target instanceof Element && event.target.closest(TYPING) !== null;
      // A dialog that has just opened may not have the focus yet.
      const busy = typing || document.querySelector(MODAL) !== null;
      if (!act || (busy && name !== 'ctrl+k')) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function nameOf(event: KeyboardEvent): string {
  const held = event.ctrlKey || event.metaKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  // "?" and "+" need Shift on most keyboards: only with Ctrl does Shift make another shortcut.
  return `${held ? 'ctrl+' : ''}${held && event.shiftKey ? 'shift+' : ''}${key}`;
}
