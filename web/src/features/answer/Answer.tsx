import { type ReactNode, useEffect, useState } from 'react';
import controls from '../../ui/controls.module.css';
import { errorSentence, NOT_CALCULATED } from '../../ui/States.tsx';
import s from './answer.module.css';

interface AnswerProps {
  /** The answer's own sentence; the old one while the next is worked out. */
  readonly sentence: string | undefined;
  /** What my area has of it: "In Powys: 4 services reduced." */
  readonly areaSentence?: string | undefined;
  readonly loading: boolean;
  readonly error: unknown;
  readonly onRetry: () => void;
  /** "Rests on 9 assumed links · Hide". */
  readonly basis: ReactNode;
  /** Absent while there is no answer to copy. */
  readonly onCopyRisk: (() => void) | undefined;
}

/** The answer in a sentence. A failed one never looks like an answer. */
export function Answer(props: AnswerProps) {
  const { sentence, areaSentence, loading, error, onRetry } = props;
  if (error) return <Failed error={error} onRetry={onRetry} />;
  return (
    <section className={s.answer} aria-label="The answer" aria-busy={loading}>
      <LateBar loading={loading} />
      <h1 className={s.sentence}>
        {areaSentence && <span className={s.area}>{areaSentence} </span>}
        {sentence ?? 'Working it out …'}
      </h1>{' '}
      <span className={s.aside}>
        {props.basis}
        {props.onCopyRisk && (
          <span>
            <button type="button" className={controls.link} onClick={props.onCopyRisk}>
              Copy as risk
            </button>
          </span>
        )}
      </span>
    </section>
  );
}

function Failed({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  return (
    <section className={s.answer} aria-label="The answer" role="alert">
      <h1 className={s.sentence}>{NOT_CALCULATED}</h1>
      <p className={s.reason}>
        {errorSentence(error)}{' '}
        <button type="button" className={controls.link} onClick={onRetry}>
          Try again
        </button>
      </p>
    </section>
  );
}

/** A quick answer needs no bar: it would only flicker. */
const LATE_MS = 300;

function LateBar({ loading }: { readonly loading: boolean }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!loading) return setLate(false);
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => clearTimeout(timer);
  }, [loading]);
  return late ? (
    <div className={s.late} role="progressbar" aria-label="Working out the answer" />
  ) : null;
}
