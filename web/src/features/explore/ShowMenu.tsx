import { Menu } from '@mantine/core';
import { KINDS } from '@msp-impact/contract/codes';
import controls from '../../ui/controls.module.css';
import { MenuGroup } from '../../ui/MenuGroup.tsx';
import { capital, KIND_WORDS } from '../../ui/words.ts';
import { closeGroups, showEverythingHit, toggleKind } from '../../url/actions.ts';
import type { View } from '../../url/view.ts';

interface ShowMenuProps {
  readonly view: View;
  readonly change: (next: (view: View) => View) => void;
}

const AMOUNTS = [
  { value: 'hit', label: 'What is hit and not known' },
  { value: 'all', label: 'Everything' },
] as const;

/** What is shown: only what is hit, or everything; which kinds; assumed links or not. */
export function ShowMenu({ view, change }: ShowMenuProps) {
  return (
    <Menu position="bottom-start" width={250}>
      <Menu.Target>
        <button type="button" className={controls.button}>
          Show: {showWords(view)} <span aria-hidden="true">▾</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <MenuGroup title="How much">
          {AMOUNTS.map(({ value, label }) => (
            <Menu.RadioItem
              key={value}
              value={value}
              checked={view.show === value}
              onChange={() => change((old) => ({ ...old, show: value }))}
            >
              {label}
            </Menu.RadioItem>
          ))}
        </MenuGroup>
        <MenuGroup title="Only these kinds">
          {KINDS.map((kind) => (
            <Menu.CheckboxItem
              key={kind}
              checked={view.kinds.includes(kind)}
              onChange={() => change((old) => toggleKind(old, kind))}
            >
              {capital(KIND_WORDS[kind].many)}
            </Menu.CheckboxItem>
          ))}
        </MenuGroup>
        <MenuGroup title="Links">
          <Menu.CheckboxItem
            checked={!view.hideAssumed}
            onChange={() => change((old) => ({ ...old, hideAssumed: !old.hideAssumed }))}
          >
            Assumed links too
          </Menu.CheckboxItem>
        </MenuGroup>
        <Menu.Item onClick={() => change(showEverythingHit)}>Take all filters away</Menu.Item>
        {view.open.length > 0 && (
          <Menu.Item onClick={() => change(closeGroups)}>Close opened groups</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function showWords(view: View): string {
  const much = view.show === 'all' ? 'everything' : 'hit and not known';
  if (view.kinds.length === 0) return much;
  return `${much}, ${view.kinds.map((kind) => KIND_WORDS[kind].many).join(' and ')}`;
}
