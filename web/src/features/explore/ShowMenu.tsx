import { Menu } from '@mantine/core';
import type { Kind } from '@msp-impact/contract';
import { KINDS } from '@msp-impact/contract/codes';
import controls from '../../ui/controls.module.css';
import { capital, KIND_WORDS } from '../../ui/words.ts';
import { showEverythingHit, toggleKind } from '../../url/actions.ts';
import type { View } from '../../url/view.ts';

/** What is shown: only what is hit, or everything; which kinds; how far around. */
export function ShowMenu(props: {
  readonly view: View;
  readonly change: (next: (view: View) => View) => void;
  readonly nameOf: (id: string) => string;
}) {
  const { view, change } = props;
  return (
    <Menu closeOnItemClick={false} position="bottom-start" width={250}>
      <Menu.Target>
        <button type="button" className={controls.button}>
          Show: {showWords(view)} <span aria-hidden="true">▾</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>How much</Menu.Label>
        <Tick on={view.show === 'hit'} radio act={() => change((old) => ({ ...old, show: 'hit' }))}>
          What is hit and not known
        </Tick>
        <Tick on={view.show === 'all'} radio act={() => change((old) => ({ ...old, show: 'all' }))}>
          Everything
        </Tick>
        <Menu.Label>Only these kinds</Menu.Label>
        {KINDS.map((kind: Kind) => (
          <Tick
            key={kind}
            on={view.kinds.includes(kind)}
            act={() => change((old) => toggleKind(old, kind))}
          >
            {capital(KIND_WORDS[kind].many)}
          </Tick>
        ))}
        <Menu.Label>Links</Menu.Label>
        <Tick
          on={!view.hideAssumed}
          act={() => change((old) => ({ ...old, hideAssumed: !old.hideAssumed }))}
        >
          Assumed links too
        </Tick>
        <Menu.Divider />
        <Menu.Item onClick={() => change(showEverythingHit)}>Take all filters away</Menu.Item>
        {view.open.length > 0 && (
          <Menu.Item onClick={() => change((old) => ({ ...old, open: [] }))}>
            Close opened groups
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function Tick(props: {
  readonly on: boolean;
  readonly radio?: boolean;
  readonly act: () => void;
  readonly children: string;
}) {
  return (
    <Menu.Item
      role={props.radio ? 'menuitemradio' : 'menuitemcheckbox'}
      aria-checked={props.on}
      onClick={props.act}
      rightSection={props.on ? '✓' : undefined}
    >
      {props.children}
    </Menu.Item>
  );
}

export function showWords(view: View): string {
  const much = view.show === 'all' ? 'everything' : 'hit and not known';
  if (view.kinds.length === 0) return much;
  return `${much}, ${view.kinds.map((kind) => KIND_WORDS[kind].many).join(' and ')}`;
}
