/** Edits of the plan as changes of the address. A saved plan that is changed becomes a draft upon it. */
import type { Demand, Scenario } from '@msp-impact/contract';
import {
  addEvent,
  declaredAlong,
  type EventItem,
  endAt,
  lastingHours,
  removeEvent,
  replaceEvent,
  startAt,
} from '../../features/scenario/events.ts';
import type { PlanPatch } from '../../features/scenario/SavePlan.tsx';
import { compact } from '../../url/compact.ts';
import type { PlanRef } from '../../url/hours-view.ts';
import { normalPlan } from '../../url/scenario-codec.ts';
import type { ChangeHours } from '../../url/use-hours.ts';

type How = { readonly replace: boolean };

export function planEdits(plan: Scenario, saved: PlanRef['saved'], change: ChangeHours) {
  const put = (next: Scenario, how?: How) =>
    change(
      (view) => ({
        ...view,
        a: compact({ saved, draft: normalPlan(next) }),
        at: Math.min(view.at, next.hours),
      }),
      how,
    );
  return {
    start: (key: string, hour: number, how: How) =>
      put(declaredAlong(plan, startAt(plan, key, hour)), how),
    end: (key: string, hour: number, how: How) => put(endAt(plan, key, hour), how),
    remove: (key: string) => put(removeEvent(plan, key)),
    replace: (key: string, event: EventItem) =>
      put(declaredAlong(plan, replaceEvent(plan, key, event))),
    add: (event: EventItem) => put(addEvent(plan, event)),
    ways: (counted: boolean) => put({ ...plan, workarounds: counted }),
    hours: (hours: number) => put(lastingHours(plan, hours)),
    patch: (patch: PlanPatch) => put(compact({ ...plan, ...patch })),
    demands: (demands: readonly Demand[]) => put({ ...plan, demands: [...demands] }),
  };
}

export type PlanEdits = ReturnType<typeof planEdits>;
