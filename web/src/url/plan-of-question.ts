/** What is stopped on the Explore screen, as a plan of 30 days: the way from one screen to the other. */
import type { Scenario } from '@msp-impact/contract';
import { asksSomething } from './question.ts';
import { normalPlan } from './scenario-codec.ts';
import type { View } from './view.ts';

const HOURS = 720;

/** Undefined where nothing is stopped. Other ways of working count as they do there. */
export function planOfQuestion(view: View): Scenario | undefined {
  if (!asksSomething(view)) return undefined;
  return normalPlan({
    format: 'msp-impact-scenario/1',
    name: 'What you stopped in Explore',
    note: undefined,
    start: undefined,
    hours: HOURS,
    declaredHour: undefined,
    workarounds: view.workarounds ? undefined : false,
    outages: view.down.map((stop) => ({ ...stop })),
    isolations: view.isolate.map((zone) => ({ zone })),
    cuts: view.sever.map((cut) => ({ ...cut })),
    observations: view.observed.map((seen) => ({ ...seen })),
    demands: undefined,
  });
}
