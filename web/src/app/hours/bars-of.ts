import type { PlanBar } from '../../features/hours/bars.ts';
import type { PlanEvent } from '../../features/scenario/events.ts';
import { eventName, eventWords, stepWords } from '../../features/scenario/words.ts';
import { setName } from '../../ui/set-name.ts';

/** What a plan says, for the timeline: which of the two features may not know the other. */
export function barsOf(events: readonly PlanEvent[], nameOf: (id: string) => string): PlanBar[] {
  return events.map((event) => ({
    key: event.key,
    list: event.list,
    name: eventName(event, nameOf, setName),
    words: eventWords(event),
    cause: event.cause,
    from: event.from,
    until: event.until,
    open: event.open,
    ...(event.ends && { ends: event.ends }),
    // The last stage is the end itself.
    steps: event.steps
      .filter((step) => step.hour < event.until)
      .map((step) => ({ ...step, words: stepWords(step) })),
  }));
}
