import type { ReactNode } from 'react';
import controls from '../../ui/controls.module.css';
import { Dropdown } from '../../ui/Dropdown.tsx';
import { percent } from '../../ui/words.ts';
import * as act from '../../url/actions.ts';
import type { Cut, Seen, Stop, View } from '../../url/view.ts';
import { howChoices, howValue, stopOf, type Zone, zoneName } from './how.ts';

export type Change = (next: (view: View) => View) => void;

/** A dark word with a cross that takes it out of the question. */
function Marked(props: {
  readonly name: string;
  readonly onRemove: () => void;
  readonly remove: string;
}) {
  return (
    <span className={controls.marked}>
      <button
        type="button"
        className={controls.markedClose}
        aria-label={props.remove}
        onClick={props.onRemove}
      >
        <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
          <path
            d="M1.5 1.5l7 7M8.5 1.5l-7 7"
            stroke="currentColor"
            strokeWidth="1.8"
            strokeLinecap="round"
          />
        </svg>
      </button>
      <span>{props.name}</span>
    </span>
  );
}

/** "[× Advanced] [stops ▾]" */
export function StopChip(props: {
  readonly stop: Stop;
  readonly name: string;
  readonly zones: readonly Zone[];
  readonly change: Change;
}) {
  const { stop, name, zones, change } = props;
  const choose = (value: string) => {
    const next = stopOf(stop.id, value);
    if (next) return change((view) => act.changeStop(view, next));
    change((view) => act.toggleZone(act.release(view, stop.id), value.slice('zone:'.length)));
  };
  return (
    <>
      <Marked
        name={name}
        remove={`Do not stop ${name}`}
        onRemove={() => change((view) => act.release(view, stop.id))}
      />
      <Dropdown
        label={`How ${name} is hit`}
        value={howValue(stop)}
        choices={howChoices(stop, zones)}
        onChoose={choose}
      />
    </>
  );
}

/** "[× Advanced health and care] are switched off together" */
export function ZoneChip(props: {
  readonly zone: string;
  readonly size: number | undefined;
  readonly change: Change;
}) {
  const name = zoneName(props.zone);
  return (
    <>
      <Marked
        name={name}
        remove={`Do not switch off ${name}`}
        onRemove={() => props.change((view) => act.toggleZone(view, props.zone))}
      />
      <Words>
        {props.size === undefined
          ? 'is switched off together'
          : `(${props.size}) is switched off together`}
      </Words>
    </>
  );
}

/** "[× Adastra → GP out-of-hours] is cut off by its user" */
export function CutChip(props: {
  readonly cut: Cut;
  readonly nameOf: (id: string) => string;
  readonly change: Change;
}) {
  const { cut, nameOf } = props;
  const name = `${nameOf(cut.from)} → ${nameOf(cut.to)}`;
  return (
    <>
      <Marked
        name={name}
        remove={`Do not cut ${name}`}
        onRemove={() => props.change((view) => act.toggleCut(view, cut.from, cut.to))}
      />
      <Words>is cut off by its user</Words>
    </>
  );
}

const CHECKED = [1, 0.75, 0.5, 0.25, 0].map((level) => ({
  value: `${level}`,
  label: checkedWords(level),
}));

function checkedWords(level: number): string {
  if (level === 1) return 'works: we checked';
  return level === 0 ? 'has stopped: we checked' : `keeps ${percent(level)}: we checked`;
}

/** "[× Caresys] [works: we checked ▾]" */
export function SeenChip(props: {
  readonly seen: Seen;
  readonly name: string;
  readonly change: Change;
}) {
  const { seen, name, change } = props;
  const choices = CHECKED.some((choice) => Number(choice.value) === seen.level)
    ? CHECKED
    : [...CHECKED, { value: `${seen.level}`, label: checkedWords(seen.level) }];
  return (
    <>
      <Marked
        name={name}
        remove={`Forget what was seen of ${name}`}
        onRemove={() => change((view) => act.forgetObserved(view, seen.id))}
      />
      <Dropdown
        label={`What was seen of ${name}`}
        value={`${seen.level}`}
        choices={choices}
        onChoose={(value) => change((view) => act.observe(view, seen.id, Number(value)))}
      />
    </>
  );
}

export function Words({ children }: { readonly children: ReactNode }) {
  return <span style={{ color: 'var(--text-2)' }}>{children}</span>;
}
