import { Popover } from '@mantine/core';
import { useState } from 'react';
import controls from '../../ui/controls.module.css';
import { NodePicker } from '../../ui/NodePicker.tsx';

/** My area, chosen once: it comes first in columns, tables and sentences. */
export function AreaMenu(props: {
  readonly name: string | undefined;
  readonly onPick: (id: string) => void;
  readonly onNone: () => void;
}) {
  const [opened, setOpened] = useState(false);
  const close = (act: () => void) => {
    act();
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} width={280} position="bottom-end" trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={`${controls.button} ${controls.tall}`}
          onClick={() => setOpened(!opened)}
        >
          {props.name ? `My area: ${props.name}` : 'My area'} <span aria-hidden="true">▾</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="My area">
        <NodePicker
          label="My area comes first in columns, tables and sentences"
          placeholder="A nation, region or board"
          kinds={['region']}
          withinPortal={false}
          onPick={(node) => close(() => props.onPick(node.id))}
        />
        {props.name && (
          <button type="button" className={controls.link} onClick={() => close(props.onNone)}>
            No area first
          </button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
