import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useSearchNodes } from '../../api/questions.ts';
import { errorSentence } from '../../ui/States.tsx';
import { capital, KIND_WORDS } from '../../ui/words.ts';
import { type Entry, entriesOf, type PaletteAction } from './entries.ts';
import s from './palette.module.css';

interface PaletteProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly actions: readonly PaletteAction[];
  readonly onSelect: (id: string) => void;
  readonly onStop: (id: string) => void;
}

/** Ctrl K: finds things and actions. Enter opens; Shift Enter stops the thing that is found. */
export function Palette(props: PaletteProps) {
  return (
    <Modal.Root
      opened={props.opened}
      onClose={props.onClose}
      size={620}
      yOffset={80}
      padding={0}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label="Find anything">
        <Modal.Body>{props.opened && <Finder {...props} />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** As soon as it is there: a focus that comes a moment later loses letters. */
const takeFocus = (field: HTMLInputElement | null) => field?.focus();

function Finder({ onClose, actions, onSelect, onStop }: PaletteProps) {
  const list = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [sought] = useDebouncedValue(text, 90);
  const found = useSearchNodes(sought);
  const entries = entriesOf(text, sought.trim() ? (found.data?.nodes ?? []) : [], actions);
  const chosen = entries[Math.min(at, entries.length - 1)];
  // In braces: newer browsers return a promise from it, which is no clean-up.
  useEffect(() => {
    document.getElementById(`${list}${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, at]);
  const run = (entry: Entry | undefined, stop: boolean) => {
    if (!entry) return;
    onClose();
    if (entry.type === 'action') entry.act();
    else if (stop) onStop(entry.id);
    else onSelect(entry.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setAt((old) => Math.max(0, Math.min(entries.length - 1, old + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(chosen, event.shiftKey);
    }
  };
  return (
    <div className={s.palette}>
      <input
        className={s.input}
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={chosen ? `${list}${entries.indexOf(chosen)}` : undefined}
        aria-label="Find suppliers, products, services, areas and actions"
        placeholder="Find anything"
        data-autofocus
        ref={takeFocus}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={list} role="listbox" aria-label="Found" className={s.list}>
        {entries.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field, which holds the focus
          // biome-ignore lint/a11y/useFocusableInteractive: the field holds the focus (aria-activedescendant)
          <div
            key={entry.key}
            id={`${list}${index}`}
            role="option"
            aria-selected={entry === chosen}
            onMouseEnter={() => setAt(index)}
            onClick={(event) => run(entry, event.shiftKey)}
          >
            <span>{entry.label}</span>
            <span className={s.detail}>
              {entry.type === 'node'
                ? capital(KIND_WORDS[entry.kind].one)
                : (entry.keys ?? 'Action')}
            </span>
          </div>
        ))}
      </div>
      <p className={s.foot}>
        {entries.length === 0 && text
          ? nothingWords(found.isFetching, found.error)
          : 'Enter opens · Shift Enter stops it · Esc closes'}
      </p>
    </div>
  );
}

function nothingWords(looking: boolean, error: unknown): string {
  if (error) return errorSentence(error);
  return looking ? 'Looking …' : 'Nothing found. Try fewer letters.';
}
