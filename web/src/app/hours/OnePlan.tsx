import { useMemo, useState } from 'react';
import { Announcer } from '../../features/explore/Announcer.tsx';
import { Controls } from '../../features/hours/Controls.tsx';
import { pause, useClock, usePlayer } from '../../features/hours/clock.ts';
import { hourScale, usualScale } from '../../features/hours/scale.ts';
import { Timeline } from '../../features/hours/Timeline.tsx';
import { EventDialog } from '../../features/scenario/EventDialog.tsx';
import { eventsOf, itemAt } from '../../features/scenario/events.ts';
import { eventName } from '../../features/scenario/words.ts';
import { planText } from '../../ui/hour-words.ts';
import { ErrorState } from '../../ui/States.tsx';
import { setName } from '../../ui/set-name.ts';
import { barsOf } from './bars-of.ts';
import { planEdits } from './edits.ts';
import { HoursSide } from './HoursSide.tsx';
import { HoursTop } from './HoursTop.tsx';
import s from './hours-screen.module.css';
import { Looks } from './Looks.tsx';
import type { Shared, WithPlan } from './shared.ts';
import type { Plans } from './use-plans.ts';

const NO_EVENTS: readonly number[] = [0];

/** Question and answer, drawing or charts, panel, and the timeline under them all. */
export function OnePlan(props: Shared) {
  const { view, change, plans, nameOf } = props;
  const { plan } = plans.a;
  const [editing, setEditing] = useState<string>();
  const hours = plan?.hours ?? 1;
  const kind = view.scale ?? usualScale(hours);
  const scale = useMemo(() => hourScale(hours, kind), [hours, kind]);
  const events = useMemo(() => (plan ? eventsOf(plan) : []), [plan]);
  const moments = useMoments(plans);
  const rest = (at: number, how = { replace: true }) => {
    const tidy = Math.round(at * 10) / 10;
    useClock.setState({ live: undefined });
    change((old) => ({ ...old, at: tidy }), how);
  };
  usePlayer({ at: view.at, hours, events: moments, speed: view.speed, onRest: rest });
  if (!plan) {
    return plans.error ? (
      <div className={s.start}>
        <h1>This plan cannot be shown</h1>
        <ErrorState error={plans.error} onRetry={plans.refetch} />
      </div>
    ) : (
      <p className={s.start}>Loading …</p>
    );
  }
  const edits = planEdits(plan, view.a.saved, change);
  const select = (id: string) => change((old) => ({ ...old, select: id }));
  const edited = editing === undefined ? undefined : itemAt(plan, editing);
  const event = events.find((one) => one.key === editing);
  const parts = { ...props, plan, events, edits, scale, kind };
  return (
    <>
      <HoursTop {...parts} onEdit={setEditing} />
      <div className={s.body}>
        <div className={s.left}>
          <Looks {...parts} />
        </div>
        <div className={s.side}>
          <HoursSide {...parts} />
        </div>
      </div>
      <ClockRow {...parts} moments={moments} rest={rest} />
      <Timeline
        hours={hours}
        at={view.at}
        scale={scale}
        bars={barsOf(events, nameOf)}
        lanes={plans.answer?.lanes ?? []}
        lanesB={plans.answerB?.lanes}
        events={moments}
        onHour={rest}
        onLook={select}
        onStart={edits.start}
        onEnd={edits.end}
        onEdit={setEditing}
        onRemove={edits.remove}
      />
      {edited && event && editing !== undefined && (
        <EventDialog
          key={editing}
          name={eventName(event, nameOf, setName)}
          event={edited}
          hours={hours}
          onApply={(next) => {
            setEditing(undefined);
            edits.replace(editing, next);
          }}
          onRemove={() => {
            setEditing(undefined);
            edits.remove(editing);
          }}
          onClose={() => setEditing(undefined)}
        />
      )}
      <Announcer
        text={plans.comparison?.sentence ?? (plans.answer && planText(plans.answer.sentence))}
      />
    </>
  );
}

type How = { readonly replace: boolean };

/** Play, step, speed and the kind of clock. */
function ClockRow(
  props: WithPlan & {
    readonly moments: readonly number[];
    readonly rest: (at: number, how?: How) => void;
  },
) {
  const { view, change, plan, moments, rest } = props;
  return (
    <Controls
      at={view.at}
      hours={plan.hours}
      start={plan.start}
      events={moments}
      speed={view.speed}
      scale={props.kind}
      onHour={(at) => {
        pause();
        rest(at, { replace: false });
      }}
      onSpeed={(speed) => change((old) => ({ ...old, speed }), { replace: true })}
      onScale={(scale) => change((old) => ({ ...old, scale }), { replace: true })}
    />
  );
}

/** Hours at which anything changes, in one plan or the other. */
function useMoments({ answer, answerB }: Plans): readonly number[] {
  return useMemo(() => {
    if (!answer) return NO_EVENTS;
    if (!answerB) return answer.events;
    const both = new Set(
      [...answer.events, ...answerB.events].filter((hour) => hour <= answer.hours),
    );
    return [...both].sort((a, b) => a - b);
  }, [answer, answerB]);
}
