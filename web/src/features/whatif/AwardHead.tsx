import { CloseButton, Popover, TextInput } from '@mantine/core';
import type { Contract } from '@msp-impact/contract';
import { useState } from 'react';
import controls from '../../ui/controls.module.css';
import type { Award } from '../../url/award.ts';
import { awardName } from './request.ts';
import { StepForm } from './StepForm.tsx';
import { type Known, StepWords } from './StepWords.tsx';
import s from './whatif.module.css';

/** The name of an alternative and what changes in it. */
export function AwardHead(props: {
  readonly award: Award;
  readonly at: number;
  readonly contracts: readonly Contract[];
  readonly known: Known;
  readonly onPut: (award: Award) => void;
  readonly onRemove: () => void;
}) {
  const { award, at, known, onPut } = props;
  const name = awardName(award, at);
  return (
    <th scope="col" aria-label={name}>
      <div className={s.head}>
        <TextInput
          key={award.name}
          aria-label={`Name of alternative ${at + 1}`}
          placeholder={name}
          defaultValue={award.name}
          maxLength={200}
          onBlur={(event) => {
            const next = event.currentTarget.value.trim();
            if (next !== award.name) onPut({ ...award, name: next });
          }}
        />
        <CloseButton aria-label={`Take ${name} away`} onClick={props.onRemove} />
      </div>
      <ul className={s.steps}>
        {award.steps.map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are in order, and two may be the same
          <li key={i}>
            <span>
              <StepWords step={step} known={known} />
            </span>
            <CloseButton
              size="sm"
              aria-label={`Take step ${i + 1} of ${name} away`}
              onClick={() => onPut({ ...award, steps: award.steps.filter((_, j) => j !== i) })}
            />
          </li>
        ))}
      </ul>
      <AddStep {...props} />
    </th>
  );
}

function AddStep(props: {
  readonly award: Award;
  readonly at: number;
  readonly contracts: readonly Contract[];
  readonly known: Known;
  readonly onPut: (award: Award) => void;
}) {
  const { award, at, onPut } = props;
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} width={330} position="bottom-start" trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={controls.add}
          aria-label={`Add a step to ${awardName(award, at)}`}
          onClick={() => setOpened(!opened)}
        >
          + What changes
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="What changes">
        <StepForm
          contracts={props.contracts}
          known={props.known}
          onAdd={(step) => {
            setOpened(false);
            onPut({ ...award, steps: [...award.steps, step] });
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
