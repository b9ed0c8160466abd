import type { Bounds, Explanation, ImpactSummary } from '@msp-impact/contract';
import { LevelBar } from '../../ui/Level.tsx';
import { leftShort, peopleRange, percentRange } from '../../ui/words.ts';
import s from './explore.module.css';

type Left = Pick<Explanation, 'level' | 'state' | 'range'>;

/** Compares the answer without and with other ways of working, at once after the stop. */
export function Strip(props: {
  readonly asked: boolean;
  /** The one that is looked at, if any. */
  readonly name: string | undefined;
  readonly without: {
    readonly left: Left | undefined;
    readonly summary: ImpactSummary | undefined;
  };
  readonly with: { readonly left: Left | undefined; readonly summary: ImpactSummary | undefined };
}) {
  const { asked, name } = props;
  if (!asked) {
    return (
      <div className={s.strip}>
        <p>
          <strong>Nothing is stopped.</strong>{' '}
          <span className={s.quiet}>
            Stop a supplier and this strip compares what is left without and with other ways of
            working.
          </span>
        </p>
      </div>
    );
  }
  const one = name !== undefined;
  return (
    <section className={s.strip} aria-label="Without and with other ways of working">
      <div className={s.stripHead}>
        <strong>{name ?? 'Everything'}</strong>
        <span className={s.quiet}>
          {one ? 'What is left, at once' : 'Services and people, at once'}
        </span>
      </div>
      <div className={s.compare}>
        <Row title="No other ways of working" of={props.without} one={one} />
        <Row title="With other ways of working" of={props.with} one={one} />
      </div>
    </section>
  );
}

function Row(props: {
  readonly title: string;
  readonly one: boolean;
  readonly of: { readonly left: Left | undefined; readonly summary: ImpactSummary | undefined };
}) {
  const { left, summary } = props.of;
  return (
    <>
      <span className={s.quiet}>{props.title}</span>
      {props.one && left && (
        <LevelBar level={left.level} range={left.range} state={left.state} label={props.title} />
      )}
      {props.one && <span className={s.value}>{left ? leftWords(left) : '…'}</span>}
      {!props.one && <span className={s.value}>{summary ? summaryWords(summary) : '…'}</span>}
    </>
  );
}

function leftWords(left: Left): string {
  const spread: Bounds | undefined = left.range;
  return spread
    ? `${leftShort(left.state, left.level)} (${percentRange(spread)})`
    : leftShort(left.state, left.level);
}

function summaryWords({ services, people }: ImpactSummary): string {
  const parts = [`${services.stopped} stopped`, `${services.reduced} reduced`];
  if (services.lastOption > 0) parts.push(`${services.lastOption} on last option`);
  if (people.known)
    parts.push(`as if ${peopleRange(people.lost, people.lostRange)} people had none`);
  return parts.join(' · ');
}
