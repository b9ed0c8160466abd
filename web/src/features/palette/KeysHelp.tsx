import { Modal } from '@mantine/core';
import s from './palette.module.css';

const KEYS = [
  ['Ctrl K', 'Find anything, and every action'],
  ['← →', 'Follow the links: what it relies on, who relies on it'],
  ['↑ ↓', 'Move within a column'],
  ['Enter', 'Open what is selected'],
  ['D', 'Stop what is selected, or stop stopping it'],
  ['Esc', 'Close what is open'],
  ['Ctrl Z · Ctrl Shift Z', 'Undo and redo a change of the view'],
  ['+ − 0', 'Larger, smaller, fit'],
  ['?', 'Show these keys'],
] as const;

export function KeysHelp(props: { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title="Keys" size={520}>
      <dl className={s.keys}>
        {KEYS.map(([keys, words]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
