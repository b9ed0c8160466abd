import type { Explanation } from '@msp-impact/contract';
import { Section } from '../../ui/Panel.tsx';
import { percent, wholePercent } from '../../ui/words.ts';
import s from './inspector.module.css';

/** What would change it: what is on record that would help, and what it would be without each cause. */
export function Changes({ explanation }: { readonly explanation: Explanation }) {
  const { changes, counterfactuals } = explanation;
  if (changes.length === 0 && counterfactuals.length === 0) return null;
  return (
    <Section title="What would change it">
      <dl className={s.pairs}>
        {changes.map((change) => (
          <Pair key={`${change.label} ${change.detail}`} name={change.label} detail={change.detail}>
            {wholePercent(change.from)} → {percent(change.to)} left
          </Pair>
        ))}
        {counterfactuals.map((other) => (
          <Pair key={other.without} name={other.label}>
            {percent(other.level)} left
          </Pair>
        ))}
      </dl>
    </Section>
  );
}

export function Pair(props: {
  readonly name: string;
  readonly detail?: string | undefined;
  readonly children: React.ReactNode;
}) {
  return (
    <div>
      <dt>
        {props.name}
        {props.detail && <span className={s.quiet}> {props.detail}</span>}
      </dt>
      <dd>{props.children}</dd>
    </div>
  );
}
