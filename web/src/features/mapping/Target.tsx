import { NativeSelect } from '@mantine/core';
import type { UnlinkedAnswer } from '@msp-impact/contract';
import { useState } from 'react';
import { NodePicker } from '../../ui/NodePicker.tsx';
import type { Choice } from './choices.ts';
import css from './mapping.module.css';

const OTHER = '…';

interface TargetProps {
  readonly contract: UnlinkedAnswer['contracts'][number];
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
}

/** What a contract serves: one of the guesses, or anything that a search finds. */
export function Target({ contract, choice, onChoice }: TargetProps) {
  const { guesses } = contract;
  const [searching, setSearching] = useState(guesses.length === 0);
  const label = `What ${contract.title ?? contract.id} serves`;
  if (searching) {
    return (
      <NodePicker
        label={label}
        hideLabel
        kinds={['product', 'service']}
        placeholder="Find a product or service"
        onPick={({ id, name }) => onChoice({ ticked: true, to: { id, name } })}
      />
    );
  }
  const why = (guesses.find(({ id }) => id === choice.to?.id) ?? guesses[0])?.why;
  const choose = (id: string) => {
    if (id === OTHER) {
      setSearching(true);
      return;
    }
    const found = guesses.find((guess) => guess.id === id);
    if (found) onChoice({ ticked: true, to: { id: found.id, name: found.name } });
  };
  return (
    <>
      <NativeSelect
        aria-label={label}
        size="xs"
        value={choice.to?.id ?? ''}
        data={[
          ...(choice.to ? [] : [{ value: '', label: 'Not chosen' }]),
          ...guesses.map(({ id, name }) => ({ value: id, label: name })),
          { value: OTHER, label: 'Something else …' },
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {why && <span className={css.quiet}>{why}</span>}
    </>
  );
}
