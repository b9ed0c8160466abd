import type { GraphView } from '@msp-impact/contract';
import type { RefObject } from 'react';
import type { CanvasPort } from '../canvas/port.ts';
import { Filters } from '../features/explore/Filters.tsx';
import { filterView } from '../features/explore/filter-view.ts';
import { ShowMenu } from '../features/explore/ShowMenu.tsx';
import { Shown } from '../features/explore/Shown.tsx';
import { Toolbar, ZoomButtons } from '../features/explore/Toolbar.tsx';
import { PathPanel } from '../features/paths/PathPanel.tsx';
import { without } from '../url/actions.ts';
import type { ViewControl } from '../url/use-view.ts';
import type { View } from '../url/view.ts';
import type { Result } from './use-result.ts';

interface BarsProps {
  readonly control: ViewControl;
  readonly result: Result;
  readonly nameOf: (id: string) => string;
  readonly canvas: RefObject<CanvasPort | null>;
  readonly chosenPath: number;
  readonly onChoosePath: (at: number) => void;
  readonly exports: React.ReactNode;
}

/** The toolbar, and below it whatever narrows the view: filters, a path that is looked for. */
export function Bars(props: BarsProps) {
  const { control, result, nameOf, canvas } = props;
  const { view, change, undo, redo } = control;
  const graph = result.drawn.data;
  const shown = graph && filterView(graph, view.states, [view.select]);
  const finding = view.path !== undefined;
  return (
    <>
      <Toolbar
        tab={view.as}
        onTab={(as) => change((old) => ({ ...old, as }))}
        undo={undo}
        redo={redo}
        finding={finding}
        onFind={() =>
          change((old) =>
            finding ? without(old, 'path') : { ...old, path: endsFrom(old.select, graph) },
          )
        }
        show={<ShowMenu view={view} change={change} />}
      >
        {shown && graph && view.as === 'graph' && (
          <Shown
            shown={shown.shown}
            total={graph.counts.nodes}
            grouped={shown.grouped}
            groups={shown.groups.length}
            filteredOut={graph.counts.nodes - shown.shown - shown.grouped}
          />
        )}
        {view.as === 'graph' && (
          <ZoomButtons
            zoomBy={(factor) => canvas.current?.zoomBy(factor)}
            fit={() => canvas.current?.fit()}
          />
        )}
        {props.exports}
      </Toolbar>
      <Filters
        view={view}
        change={change}
        nameOf={nameOf}
        assumed={result.asked ? undefined : graph?.counts.assumedLinks}
      />
      {view.path && (
        <PathPanel
          {...ends(view)}
          nameOf={nameOf}
          answer={result.paths.data}
          loading={result.paths.isFetching}
          error={result.paths.error}
          onRetry={() => void result.paths.refetch()}
          onChange={(from, to) =>
            change((old) => ({ ...old, path: { ...(from && { from }), ...(to && { to }) } }))
          }
          chosen={props.chosenPath}
          onChoose={props.onChoosePath}
          onClose={() => change((old) => without(old, 'path'))}
        />
      )}
    </>
  );
}

type Ends = NonNullable<View['path']>;

/** Of a service or area one asks what leads to it; of a supplier or product, where it leads. */
function endsFrom(selected: string | undefined, graph: GraphView | undefined): Ends {
  if (!selected) return {};
  const kind = graph?.nodes.find(({ id }) => id === selected)?.kind;
  return kind === 'service' || kind === 'region' ? { to: selected } : { from: selected };
}
const ends = (view: View) => ({ from: view.path?.from, to: view.path?.to });
