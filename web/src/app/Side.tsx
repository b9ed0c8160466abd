import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { selectOne } from '../url/actions.ts';
import s from './explore.module.css';
import { SIDE_PANEL } from './focus.ts';
import { SidePanel, type SidePanelProps } from './SidePanel.tsx';

/** Beside the drawing; on a tablet what is selected comes as a drawer over it. */
export function Side(props: SidePanelProps) {
  const narrow = useMediaQuery('(max-width: 1023px)', false);
  const { view, change } = props.control;
  const looking = view.select !== undefined || view.link !== undefined;
  if (!narrow || !looking) {
    return (
      <div className={s.side} id={SIDE_PANEL} tabIndex={-1}>
        <SidePanel {...props} />
      </div>
    );
  }
  return (
    <Drawer.Root
      opened
      onClose={() => change((old) => selectOne(old, null))}
      position="right"
      size={360}
      padding={0}
      styles={{ body: { height: '100%' } }}
    >
      <Drawer.Overlay />
      <Drawer.Content aria-label="Details">
        <Drawer.Body>
          <SidePanel {...props} />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
