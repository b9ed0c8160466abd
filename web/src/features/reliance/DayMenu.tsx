import { Popover, TextInput } from '@mantine/core';
import { isDay } from '@msp-impact/contract/attributes';
import { useState } from 'react';
import controls from '../../ui/controls.module.css';
import { day } from '../../ui/words.ts';
import menuCss from './menu.module.css';
import type { QuestionProps } from './SharesQuestion.tsx';

const today = () => new Date().toISOString().slice(0, 10);

/** All contracts on record, or those that run on one day. */
export function DayMenu({ view, change }: Pick<QuestionProps, 'view' | 'change'>) {
  const [opened, setOpened] = useState(false);
  const shown = view.on ? `running on ${day(view.on)}` : 'all years together';
  const choose = (on: string | undefined) => {
    setOpened(false);
    change(({ on: _, ...old }) => (on ? { ...old, on } : old));
  };
  return (
    <Popover opened={opened} onChange={setOpened} width={250} position="bottom-start" trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={controls.chip}
          aria-label={`Contracts of which day: ${shown}`}
          onClick={() => setOpened(!opened)}
        >
          {shown} <span aria-hidden="true">▾</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Contracts of which day">
        <div className={menuCss.menu}>
          <button
            type="button"
            data-autofocus
            className={menuCss.choice}
            onClick={() => choose(undefined)}
          >
            All years together
          </button>
          <button type="button" className={menuCss.choice} onClick={() => choose(today())}>
            Running today
          </button>
          <TextInput
            type="date"
            label="Running on"
            defaultValue={view.on ?? ''}
            onChange={(event) => {
              const on = event.currentTarget.value;
              // A year that is still being typed is no day yet.
              if (isDay(on) && on >= '1950') change((old) => ({ ...old, on }));
            }}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
