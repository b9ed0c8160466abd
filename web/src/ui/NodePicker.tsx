import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Kind } from '@msp-impact/contract';
import { useState } from 'react';
import { useSearchNodes } from '../api/questions.ts';
import { errorSentence } from './States.tsx';
import { capital, KIND_WORDS } from './words.ts';

export interface Picked {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
}

interface NodePickerProps {
  readonly label: string;
  readonly placeholder?: string;
  /** Only these kinds are offered. */
  readonly kinds?: readonly Kind[];
  /** The name of what is chosen already. */
  readonly initial?: string;
  readonly hideLabel?: boolean;
  readonly autoFocus?: boolean;
  readonly withinPortal?: boolean;
  readonly onPick: (node: Picked) => void;
}

/** Finds a supplier, product, service or area by typing; the server searches. */
export function NodePicker(props: NodePickerProps) {
  const { label, kinds, hideLabel = false, onPick } = props;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState(props.initial ?? '');
  const [sought] = useDebouncedValue(text, 120);
  const found = useSearchNodes(sought);
  const nodes = (found.data?.nodes ?? []).filter((node) => !kinds || kinds.includes(node.kind));
  const pick = (id: string) => {
    const node = nodes.find((one) => one.id === id);
    if (!node) return;
    setText(node.name);
    combobox.closeDropdown();
    onPick(node);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={pick} withinPortal={props.withinPortal ?? true}>
      <Combobox.Target>
        <TextInput
          {...(hideLabel ? { 'aria-label': label } : { label })}
          placeholder={props.placeholder ?? 'Type a name'}
          value={text}
          data-autofocus={props.autoFocus || undefined}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onFocus={(event) => {
            event.currentTarget.select();
            if (text) combobox.openDropdown();
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={sought.trim() === ''}>
        <Combobox.Options mah={260} style={{ overflowY: 'auto' }}>
          {nodes.map((node) => (
            <Combobox.Option value={node.id} key={node.id}>
              {node.name}{' '}
              <span style={{ color: 'var(--text-2)' }}>{capital(KIND_WORDS[node.kind].one)}</span>
            </Combobox.Option>
          ))}
          {nodes.length === 0 && (
            <Combobox.Empty>{emptyWords(found.isFetching, found.error)}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function emptyWords(looking: boolean, error: unknown): string {
  if (error) return errorSentence(error);
  return looking ? 'Looking …' : 'Nothing has this name. Try fewer letters.';
}
