import { useCallback, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useRevision } from '../api/revision.ts';
import type { CanvasPort } from '../canvas/port.ts';
import { Announcer } from '../features/explore/Announcer.tsx';
import { ContextMenu } from '../features/explore/ContextMenu.tsx';
import { DataMoved } from '../features/explore/DataMoved.tsx';
import { Strip } from '../features/explore/Strip.tsx';
import type { Picture } from '../picture/types.ts';
import { selectOne, toggleStop, without } from '../url/actions.ts';
import { useView, type ViewControl } from '../url/use-view.ts';
import { Bars } from './Bars.tsx';
import { contextActions } from './context-actions.ts';
import { Exports } from './Exports.tsx';
import s from './explore.module.css';
import { focusPanel, leavePanel } from './focus.ts';
import { MainPane } from './MainPane.tsx';
import { Side } from './Side.tsx';
import { TopBar } from './TopBar.tsx';
import { useNames } from './use-names.ts';
import { useCompared, useResult } from './use-result.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** Question, answer, picture, panel: put together here, each given only what it needs. */
export function ExploreScreen() {
  const control = useView();
  const { view, change } = control;
  const [, go] = useLocation();
  const search = useSearch();
  const [chosenPath, setChosenPath] = useState(0);
  const result = useResult(view, chosenPath);
  const nameOf = useNames({
    view: result.drawn.data,
    impact: result.impact.data,
    explanation: result.explanation.data,
    rank: undefined,
    paths: result.paths.data,
  });
  const canvas = useRef<CanvasPort>(null);
  const picture = useRef<Picture | null>(null);
  const [menu, setMenu] = useState<{ id: string; x: number; y: number }>();
  const keepPicture = useCallback((made: Picture) => {
    picture.current = made;
  }, []);
  useKeys(control, result.node, canvas);
  const parts = { control, result, nameOf };
  const data = () => go(search ? `/data?${search}` : '/data');
  return (
    <div className={s.screen}>
      <DataMoved
        linked={view.version}
        now={useRevision()}
        onSeen={() => change((old) => without(old, 'version'))}
      />
      <TopBar {...parts} onBring={data} />
      <div className={s.body}>
        <div className={s.left}>
          <Bars
            {...parts}
            canvas={canvas}
            chosenPath={chosenPath}
            onChoosePath={setChosenPath}
            exports={<Exports {...parts} canvas={canvas} picture={picture} />}
          />
          <MainPane
            {...parts}
            canvas={canvas}
            onPicture={keepPicture}
            onContext={(id, x, y) => setMenu({ id, x, y })}
            onFocusPanel={focusPanel}
          />
          <Strip
            asked={result.asked}
            name={result.node && nameOf(result.node)}
            {...useCompared(result.group ? without(view, 'select') : view)}
          />
        </div>
        <Side {...parts} />
      </div>
      <ContextMenu
        at={menu}
        title={menu ? nameOf(menu.id) : ''}
        actions={menu ? contextActions(control, result, menu.id) : []}
        onClose={() => setMenu(undefined)}
      />
      <Announcer text={result.asked ? result.impact.data?.sentence : 'Nothing is stopped.'} />
    </div>
  );
}

function useKeys(
  { view, change, undo, redo }: ViewControl,
  node: string | undefined,
  canvas: React.RefObject<CanvasPort | null>,
) {
  const { select } = view;
  const close = () => {
    leavePanel();
    change((old) => selectOne(old, null));
  };
  useShortcuts({
    d: node ? () => change((old) => toggleStop(old, node)) : undefined,
    Escape: select || view.link ? close : undefined,
    'ctrl+z': undo,
    'ctrl+shift+z': redo,
    'ctrl+y': redo,
    '+': () => canvas.current?.zoomBy(1.25),
    '=': () => canvas.current?.zoomBy(1.25),
    '-': () => canvas.current?.zoomBy(0.8),
    '0': () => canvas.current?.fit(),
  });
}
