import { Menu } from '@mantine/core';
import { MenuGroup } from '../../ui/MenuGroup.tsx';

export interface ContextAction {
  readonly label: string;
  readonly act: () => void;
}

/** The menu of one thing on the drawing, where the pointer is (x, y in CSS pixels of the window). */
export function ContextMenu(props: {
  readonly at: { readonly x: number; readonly y: number } | undefined;
  readonly title: string;
  readonly actions: readonly ContextAction[];
  readonly onClose: () => void;
}) {
  const { at } = props;
  if (!at) return null;
  return (
    <Menu opened onClose={props.onClose} position="bottom-start" key={`${at.x} ${at.y}`}>
      <Menu.Target>
        <span style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1 }} />
      </Menu.Target>
      <Menu.Dropdown>
        <MenuGroup title={props.title}>
          {props.actions.map((action) => (
            <Menu.Item key={action.label} onClick={action.act}>
              {action.label}
            </Menu.Item>
          ))}
        </MenuGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
