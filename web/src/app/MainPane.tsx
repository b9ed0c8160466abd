import { useComputedColorScheme } from '@mantine/core';
import type { GraphView } from '@msp-impact/contract';
import { type RefObject, Suspense, useMemo } from 'react';
import { lazyPart } from '../api/lazy-part.ts';
import type { CanvasPort } from '../canvas/port.ts';
import { filterView } from '../features/explore/filter-view.ts';
import { GraphPane } from '../features/explore/GraphPane.tsx';
import type { Picture } from '../picture/types.ts';
import { NotCalculated } from '../ui/States.tsx';
import { openMore, openNation, selectLink, selectOne } from '../url/actions.ts';
import type { ViewControl } from '../url/use-view.ts';
import s from './explore.module.css';
import type { Result } from './use-result.ts';

/** The other two forms load when they are first looked at. */
const TablePane = lazyPart(async () => (await import('./TablePane.tsx')).TablePane);
const MapPane = lazyPart(async () => (await import('./MapPane.tsx')).MapPane);

export interface MainPaneProps {
  readonly control: ViewControl;
  readonly result: Result;
  readonly nameOf: (id: string) => string;
  readonly canvas: RefObject<CanvasPort | null>;
  readonly onPicture: (picture: Picture) => void;
  readonly onContext: (id: string, x: number, y: number) => void;
  readonly onFocusPanel: () => void;
}

/** One result in three equal forms. */
export function MainPane(props: MainPaneProps) {
  const { control, result } = props;
  const { drawn, impact } = result;
  if (drawn.error || impact.error) {
    return (
      <div className={s.pane}>
        <NotCalculated
          error={impact.error ?? drawn.error}
          onRetry={() => {
            void drawn.refetch();
            if (impact.isError) void impact.refetch();
          }}
        />
      </div>
    );
  }
  if (!drawn.data) return <p className={s.pane}>Loading …</p>;
  if (drawn.data.counts.nodes === 0) {
    return (
      <p className={s.pane}>
        Nothing is on record yet. Bring in your own list, or load a sample under Data.
      </p>
    );
  }
  if (control.view.as !== 'graph') {
    const Pane = control.view.as === 'table' ? TablePane : MapPane;
    return (
      <Suspense fallback={<p className={s.pane}>Loading …</p>}>
        <Pane {...props} />
      </Suspense>
    );
  }
  return <Drawing {...props} graph={drawn.data} />;
}

function Drawing(props: MainPaneProps & { readonly graph: GraphView }) {
  const { control, result, graph } = props;
  const { view, change } = control;
  const theme = useComputedColorScheme('light');
  const { states, select } = view;
  const shown = useMemo(
    () => filterView(graph, states, [select, ...(result.path ?? [])]),
    [graph, states, select, result.path],
  );
  const path = useShownPath(result, graph, view.link);
  const open = (id: string) => {
    if (graph.groups.some((group) => group.id === id)) return change((old) => openMore(old, id));
    if (graph.nodes.some((node) => node.parent === id)) return change((old) => openNation(old, id));
    change((old) => selectOne(old, id));
    props.onFocusPanel();
  };
  return (
    <GraphPane
      view={shown}
      theme={theme}
      selection={view.select}
      path={path}
      openNation={view.nation}
      area={view.area}
      canvas={props.canvas}
      focus={view.select ?? view.down[0]?.id ?? graph.nodes.find((node) => node.marked)?.id}
      onSelect={(id, how) => change((old) => selectOne(old, id), how)}
      onOpen={open}
      onLink={(id) => change((old) => selectLink(old, id))}
      onContext={props.onContext}
      onPicture={props.onPicture}
    />
  );
}

/** A way that was looked for, the explained one, or a link's two ends. The same list while it stays the same. */
function useShownPath({ path, explanation }: Result, graph: GraphView, linkId: string | undefined) {
  const explained = explanation.data;
  return useMemo(() => {
    if (path) return path;
    if (explained && explained.steps.length > 1) return explained.steps.map((step) => step.id);
    const link = linkId ? graph.links.find((one) => one.id === linkId) : undefined;
    return link && [link.from, link.to];
  }, [path, explained, graph, linkId]);
}
