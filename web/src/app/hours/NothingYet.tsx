import { useHourNow } from '../../features/hours/clock.ts';
import { firstHit, isCalm } from '../../features/hours/series.ts';
import controls from '../../ui/controls.module.css';
import { whenWords } from '../../ui/hour-words.ts';
import s from './hours-screen.module.css';
import type { WithPlan } from './shared.ts';

/** Zeros under a headline of what falls: say that it has not begun, and lead to where it does. */
export function NothingYet({ view, change, plans }: WithPlan) {
  const now = useHourNow(view.at);
  const answers = [plans.answer, plans.answerB].flatMap((one) => (one ? [one] : []));
  const hours = answers.flatMap((one) => firstHit(one) ?? []);
  const first = hours.length > 0 ? Math.min(...hours) : undefined;
  if (first === undefined || first <= now || !answers.every((one) => isCalm(one, now))) return null;
  return (
    <p className={s.yet}>
      Nothing is hit yet {now <= 0 ? 'at the start' : `at ${whenWords(now)}`}; the first is at{' '}
      {whenWords(first)}.{' '}
      <button
        type="button"
        className={controls.link}
        onClick={() => change((old) => ({ ...old, at: first }))}
      >
        Show it
      </button>
    </p>
  );
}
