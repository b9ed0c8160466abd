import type { GraphCounts, SampleSummary } from '@msp-impact/contract';
import controls from '../../ui/controls.module.css';
import { Sign } from '../../ui/Sign.tsx';
import { count } from '../../ui/words.ts';
import s from './welcome.module.css';

interface WelcomeProps {
  /** The sample that is loaded; absent when the list is the reader's own. */
  readonly sample: SampleSummary | undefined;
  readonly empty: boolean;
  readonly onSample: (sample: SampleSummary) => void;
  /** Opens the Data screen; absent while there is none. */
  readonly onBring: (() => void) | undefined;
}

/** What one sees first: one sentence and what to do. */
export function Welcome({ sample, empty, onSample, onBring }: WelcomeProps) {
  return (
    <section aria-label="Start">
      <h1 className={s.title}>See who is hit when an IT supplier stops, and why.</h1>
      <div className={s.actions}>
        {sample && (
          <button
            type="button"
            className={`${controls.primary} ${controls.tall}`}
            onClick={() => onSample(sample)}
          >
            {sample.action}
          </button>
        )}
        {onBring && (
          <button type="button" className={`${controls.button} ${controls.tall}`} onClick={onBring}>
            Bring in my own list
          </button>
        )}
        {!empty && (
          <span className={s.hint}>
            or pick any supplier on the map, then press <kbd>D</kbd>
          </span>
        )}
      </div>
    </section>
  );
}

/** What is on record, in three numbers; not known is never left out. */
export function GraphCounters(props: {
  readonly counts: GraphCounts;
  readonly onUnknown: () => void;
}) {
  const { counts } = props;
  return (
    <div className={s.counters}>
      <div className={s.counter}>
        <span className={s.number}>{counts.nodes.toLocaleString('en-GB')}</span>
        <span className={s.word}>suppliers, products, services and areas</span>
      </div>
      <div className={s.counter}>
        <span className={s.number}>{counts.links.toLocaleString('en-GB')}</span>
        <span className={s.word}>
          {count(counts.links, 'link').replace(/^[\d,]+ /, '')}, of which{' '}
          {counts.assumedLinks.toLocaleString('en-GB')} assumed
        </span>
      </div>
      <button
        type="button"
        className={s.counter}
        onClick={props.onUnknown}
        title="Show only what is not known"
      >
        <span className={s.number}>
          <Sign state="unknown" size={15} /> {counts.unknownServices.toLocaleString('en-GB')}
        </span>
        <span className={s.word}>services nobody has recorded suppliers for</span>
      </button>
    </div>
  );
}
