import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import controls from './controls.module.css';

export interface Choice<T> {
  readonly value: T;
  readonly label: string;
  readonly detail?: string;
}

/** A word of a sentence that can be changed: shows the chosen label, opens the others. */
export function Dropdown<T extends string>(props: {
  readonly label: string;
  readonly value: T | undefined;
  /** What is shown when no choice is the current one. */
  readonly shown?: ReactNode;
  readonly choices: readonly Choice<T>[];
  readonly onChoose: (value: T) => void;
}) {
  const current = props.choices.find((choice) => choice.value === props.value);
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button
          type="button"
          className={controls.chip}
          aria-label={`${props.label}: ${current?.label ?? ''}`}
        >
          {props.shown ?? current?.label}
          <span aria-hidden="true">▾</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {props.choices.map((choice) => (
          <Menu.RadioItem
            key={choice.value}
            value={choice.value}
            checked={choice.value === props.value}
            closeMenuOnClick
            onChange={() => props.onChoose(choice.value)}
          >
            {choice.label}
            {choice.detail && (
              <div style={{ color: 'var(--text-2)', fontSize: 11.5 }}>{choice.detail}</div>
            )}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
