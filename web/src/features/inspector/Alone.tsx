import { DEFAULT_DOWN_AT } from '@msp-impact/contract/codes';
import { useState } from 'react';
import { useCutSets } from '../../api/questions.ts';
import controls from '../../ui/controls.module.css';
import { Section } from '../../ui/Panel.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { count, percent } from '../../ui/words.ts';
import s from './inspector.module.css';

const FIRST = 12;

/** What alone stops it, and which two together; worked out only when asked, because it can take long. */
export function Alone(props: {
  readonly id: string;
  /** What is left at which it counts as stopped; undefined: none is on record, or not read yet. */
  readonly downAt: number | undefined;
  readonly nameOf: (id: string) => string;
  readonly onSelect: (id: string) => void;
}) {
  const [asked, setAsked] = useState<string>();
  const on = asked === props.id;
  const found = useCutSets(on ? props.id : undefined);
  return (
    <Section title="What alone stops it, which two together?">
      {!on && (
        <button type="button" className={controls.button} onClick={() => setAsked(props.id)}>
          Work it out
        </button>
      )}
      {on && found.isFetching && <p className={s.quiet}>Working it out …</p>}
      {on && found.error ? (
        <ErrorState
          error={found.error}
          title="Not worked out. Do not take this as safe."
          onRetry={() => void found.refetch()}
        />
      ) : null}
      {on && found.data && (
        <>
          <p className={s.quiet}>{thresholdWords(props.downAt)}</p>
          <Sets {...props} sets={found.data.sets} complete={found.data.complete} />
        </>
      )}
    </Section>
  );
}

/** What only reduces it is not listed: without this, a list of one would read as "the rest does no harm". */
export function thresholdWords(downAt: number | undefined): string {
  return `Stopped: ${percent(downAt ?? DEFAULT_DOWN_AT)} or less left. What leaves it more is not listed.`;
}

function Sets(props: {
  readonly sets: readonly (readonly string[])[];
  readonly complete: boolean;
  readonly nameOf: (id: string) => string;
  readonly onSelect: (id: string) => void;
}) {
  const { sets, complete } = props;
  const alone = sets.filter((set) => set.length === 1);
  const pairs = sets.filter((set) => set.length === 2);
  return (
    <>
      <SetList
        {...props}
        sets={alone}
        title={
          alone.length === 0 ? 'Nothing alone stops it.' : `${count(alone.length, 'thing')} alone:`
        }
      />
      <SetList
        {...props}
        sets={pairs}
        title={
          pairs.length === 0
            ? 'No two together stop it.'
            : `${count(pairs.length, 'pair')} together:`
        }
      />
      {!complete && <p className={s.quiet}>There are more that were not counted.</p>}
    </>
  );
}

function SetList(props: {
  readonly title: string;
  readonly sets: readonly (readonly string[])[];
  readonly nameOf: (id: string) => string;
  readonly onSelect: (id: string) => void;
}) {
  const [all, setAll] = useState(false);
  const shown = all ? props.sets : props.sets.slice(0, FIRST);
  return (
    <>
      <p className={s.quiet}>{props.title}</p>
      <ul className={s.plain}>
        {shown.map((set) => (
          <li key={set.join()}>
            {set.map((id, at) => (
              <span key={id}>
                {at > 0 && ' with '}
                <button type="button" className={controls.link} onClick={() => props.onSelect(id)}>
                  {props.nameOf(id)}
                </button>
              </span>
            ))}
          </li>
        ))}
      </ul>
      {props.sets.length > shown.length && (
        <button type="button" className={controls.link} onClick={() => setAll(true)}>
          Show all {props.sets.length}
        </button>
      )}
    </>
  );
}
