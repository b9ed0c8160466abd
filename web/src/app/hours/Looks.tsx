import { useComputedColorScheme } from '@mantine/core';
import { useCallback, useMemo, useRef } from 'react';
import { useSamplePlan } from '../../api/plans.ts';
import { useGraphView } from '../../api/questions.ts';
import type { CanvasPort } from '../../canvas/port.ts';
import { ParallelList } from '../../features/explore/ParallelList.tsx';
import { Charts } from '../../features/hours/Charts.tsx';
import { GraphAt } from '../../features/hours/GraphAt.tsx';
import { outAt, outEver, viewRequestFor } from '../../features/hours/hour-view.ts';
import controls from '../../ui/controls.module.css';
import { ErrorState } from '../../ui/States.tsx';
import { LOOKS, type Look as LookName } from '../../url/hours-view.ts';
import { AreasAt } from './AreasAt.tsx';
import s from './hours-screen.module.css';
import { ReplayAt } from './ReplayAt.tsx';
import { type WithPlan, withoutSelection } from './shared.ts';

const LOOK_WORDS: Readonly<Record<LookName, string>> = {
  graph: 'Graph',
  areas: 'Areas',
  charts: 'Over time',
  sources: 'Against sources',
};

/** One answer in three forms, all at the hour that is looked at. */
export function Looks(props: WithPlan) {
  const { view, change } = props;
  const canvas = useRef<CanvasPort>(null);
  // Only an incident of the past was written about.
  const past = useSamplePlan(props.graph?.sample).data !== undefined;
  const looks = LOOKS.filter((look) => look !== 'sources' || past || view.look === look);
  return (
    <>
      <div className={s.bar}>
        {/* biome-ignore lint/a11y/useSemanticElements: a few buttons are no fieldset of a form */}
        <div className={controls.segments} role="group" aria-label="Form">
          {looks.map((look) => (
            <button
              key={look}
              type="button"
              aria-pressed={view.look === look}
              onClick={() => change((old) => ({ ...old, look }))}
            >
              {LOOK_WORDS[look]}
            </button>
          ))}
        </div>
        <Undo undo={props.undo} redo={props.redo} />
        <span className={s.grow} />
        {view.look === 'graph' && <Zoom canvas={canvas} />}
      </div>
      <Look {...props} canvas={canvas} />
    </>
  );
}

function Undo(props: {
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
}) {
  return (
    <>
      <button
        type="button"
        className={controls.icon}
        aria-label="Undo"
        disabled={!props.undo}
        onClick={props.undo}
      >
        ↶
      </button>
      <button
        type="button"
        className={controls.icon}
        aria-label="Redo"
        disabled={!props.redo}
        onClick={props.redo}
      >
        ↷
      </button>
    </>
  );
}

function Zoom({ canvas }: { readonly canvas: React.RefObject<CanvasPort | null> }) {
  return (
    <>
      <button
        type="button"
        className={controls.button}
        aria-label="Zoom out"
        onClick={() => canvas.current?.zoomBy(0.8)}
      >
        −
      </button>
      <button
        type="button"
        className={controls.button}
        aria-label="Zoom in"
        onClick={() => canvas.current?.zoomBy(1.25)}
      >
        +
      </button>
      <button type="button" className={controls.button} onClick={() => canvas.current?.fit()}>
        Fit
      </button>
    </>
  );
}

function Look(props: WithPlan & { readonly canvas: React.RefObject<CanvasPort | null> }) {
  const { view, change, plans, events, canvas } = props;
  const { answer, answerB, comparison } = plans;
  const theme = useComputedColorScheme('light');
  const drawn = useGraphView(
    answer && view.look === 'graph' ? viewRequestFor(props.plan, answer, view.opened) : undefined,
  );
  const at = useCallback((hour: number) => outAt(events, hour), [events]);
  const ever = useMemo(() => outEver(events), [events]);
  const only = useMemo(
    () =>
      comparison && !view.all ? new Set(comparison.differences.map((one) => one.id)) : undefined,
    [comparison, view.all],
  );
  const select = (id: string | null, how?: { readonly replace: boolean }) =>
    change((old) => (id === null ? withoutSelection(old) : { ...old, select: id }), how);
  if (view.look === 'sources') return <ReplayAt {...props} />;
  if (!answer) {
    return <p className={s.waiting}>{plans.error ? 'No answer to show.' : 'Working it out …'}</p>;
  }
  if (view.look === 'charts') {
    return (
      <Charts
        a={answer}
        b={answerB}
        only={only}
        at={view.at}
        scale={props.scale}
        kind={props.kind}
        area={view.area}
        selection={view.select}
        onSelect={select}
      />
    );
  }
  if (view.look === 'areas') {
    return (
      <AreasAt
        a={answer}
        b={answerB}
        at={view.at}
        area={view.area}
        selection={view.select}
        onSelect={select}
      />
    );
  }
  if (drawn.error) return <ErrorState error={drawn.error} onRetry={() => void drawn.refetch()} />;
  if (!drawn.data) return <p className={s.waiting}>Drawing …</p>;
  const { data } = drawn;
  const open = (id: string) => {
    if (data.groups.some((group) => group.id === id)) {
      change((old) => ({ ...old, opened: [...old.opened, id] }));
    } else if (data.nodes.some((node) => node.parent === id)) {
      change(({ nation, ...old }) => (nation === id ? old : { ...old, nation: id }));
    } else select(id);
  };
  return (
    <GraphAt
      base={data}
      a={answer}
      b={answerB}
      at={view.at}
      outAt={at}
      outEver={ever}
      theme={theme}
      selection={view.select}
      nation={view.nation}
      area={view.area}
      canvas={canvas}
      onSelect={select}
      onOpen={open}
      list={({ picture, onKeyDown, onFocused }) => (
        <ParallelList
          picture={picture}
          selection={view.select}
          onSelect={(id) => select(id)}
          onKeyDown={onKeyDown}
          onFocused={onFocused}
        />
      )}
    />
  );
}
