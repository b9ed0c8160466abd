import type { ReactNode } from 'react';
import controls from '../../ui/controls.module.css';
import { UndoRedo } from '../../ui/UndoRedo.tsx';
import { TABS, type Tab } from '../../url/view.ts';
import s from './explore.module.css';

const TAB_WORDS: Readonly<Record<Tab, string>> = { graph: 'Graph', table: 'Table', map: 'Map' };

interface ToolbarProps {
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  readonly finding: boolean;
  readonly onFind: () => void;
  /** Between the tabs and Find a path: what is shown. */
  readonly show: ReactNode;
  /** At the right: how much is shown, zoom, export. */
  readonly children: ReactNode;
}

export function Toolbar(props: ToolbarProps) {
  return (
    <div className={s.toolbar} role="toolbar" aria-label="View">
      <span className={controls.segments}>
        {TABS.map((tab) => (
          <button
            key={tab}
            type="button"
            aria-pressed={tab === props.tab}
            onClick={() => props.onTab(tab)}
          >
            {TAB_WORDS[tab]}
          </button>
        ))}
      </span>
      {props.show}
      <button
        type="button"
        className={controls.button}
        aria-pressed={props.finding}
        onClick={props.onFind}
      >
        Find a path
      </button>
      <UndoRedo undo={props.undo} redo={props.redo} />
      <span className={s.grow} />
      {props.children}
    </div>
  );
}

/** − + Fit. */
export function ZoomButtons(props: {
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
}) {
  return (
    <span className={controls.pair}>
      <button
        type="button"
        className={controls.button}
        aria-label="Smaller"
        onClick={() => props.zoomBy(1 / 1.25)}
      >
        −
      </button>
      <button
        type="button"
        className={controls.button}
        aria-label="Larger"
        onClick={() => props.zoomBy(1.25)}
      >
        +
      </button>
      <button type="button" className={controls.button} onClick={props.fit}>
        Fit
      </button>
    </span>
  );
}
