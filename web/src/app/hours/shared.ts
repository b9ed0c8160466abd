/** What the parts of the Hour by hour screen are given. */
import type { GraphView, Scenario } from '@msp-impact/contract';
import type { HourScale } from '../../features/hours/scale.ts';
import type { PlanEvent } from '../../features/scenario/events.ts';
import type { HoursView, PlanRef, Scale } from '../../url/hours-view.ts';
import type { ChangeHours } from '../../url/use-hours.ts';
import type { PlanEdits } from './edits.ts';
import type { Plans } from './use-plans.ts';

export interface Shared {
  readonly view: HoursView;
  readonly change: ChangeHours;
  readonly plans: Plans;
  readonly nameOf: (id: string) => string;
  /** Everything on record: names, sets, the sample. */
  readonly graph: GraphView | undefined;
  readonly onOpen: (plan: PlanRef) => void;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
}

/** With a plan on screen. */
export interface WithPlan extends Shared {
  readonly plan: Scenario;
  readonly events: readonly PlanEvent[];
  readonly edits: PlanEdits;
  readonly scale: HourScale;
  readonly kind: Scale;
}

export function withoutSelection({ select: _gone, ...view }: HoursView): HoursView {
  return view;
}
