import { Menu } from '@mantine/core';
import controls from '../../ui/controls.module.css';

export interface NodeActions {
  readonly lookUp: () => void;
  readonly lookDown: () => void;
  /** Stops it, or releases it when it is stopped by the question. */
  readonly stop: () => void;
  readonly checkedWorks: () => void;
  readonly pathFrom: () => void;
  readonly pathTo: () => void;
  readonly makeMyArea: (() => void) | undefined;
  readonly edit: () => void;
  /** New links and contracts of this one. */
  readonly additions: readonly { readonly label: string; readonly act: () => void }[];
}

/** Fixed at the foot of the panel. */
export function Actions(props: {
  readonly act: NodeActions;
  readonly stopped: boolean;
  readonly others: boolean;
}) {
  const { act, stopped, others } = props;
  const stopWord = stopped ? 'Do not stop this' : others ? 'Also stop this' : 'Stop this';
  return (
    <>
      <button type="button" className={`${controls.button} ${controls.tall}`} onClick={act.lookUp}>
        What it relies on
      </button>
      <button
        type="button"
        className={`${controls.button} ${controls.tall}`}
        onClick={act.lookDown}
      >
        Who relies on it
      </button>
      <button
        type="button"
        className={`${stopped ? controls.button : controls.primary} ${controls.tall}`}
        onClick={act.stop}
      >
        {stopWord}
      </button>
      <More act={act} />
    </>
  );
}

function More({ act }: { readonly act: NodeActions }) {
  return (
    <Menu position="top-end">
      <Menu.Target>
        <button
          type="button"
          className={controls.icon}
          style={{ minHeight: 32 }}
          aria-label="More actions"
        >
          ⋯
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={act.checkedWorks}>We checked: it works</Menu.Item>
        <Menu.Item onClick={act.pathFrom}>Find a path from here</Menu.Item>
        <Menu.Item onClick={act.pathTo}>Find a path to here</Menu.Item>
        {act.makeMyArea && <Menu.Item onClick={act.makeMyArea}>Make this my area</Menu.Item>}
        <Menu.Item onClick={act.edit}>Edit</Menu.Item>
        {act.additions.map((one) => (
          <Menu.Item key={one.label} onClick={one.act}>
            {one.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
