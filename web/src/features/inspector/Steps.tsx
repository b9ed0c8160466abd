import type { Explanation } from '@msp-impact/contract';
import { CauseSign, Sign } from '../../ui/Sign.tsx';
import { leftShort } from '../../ui/words.ts';
import s from './inspector.module.css';
import { stepWords } from './step-words.ts';

/** How it gets here: from what was hit first to the one that is looked at. */
export function Steps(props: {
  readonly explanation: Explanation;
  readonly onSelect: (id: string) => void;
  readonly onLink: (id: string) => void;
}) {
  const { steps, cause, id } = props.explanation;
  return (
    <ol className={s.steps}>
      {steps.map((step, at) => (
        <li key={step.id} data-state={step.state}>
          <span className={s.stepSign}>
            {at === 0 && cause && step.state === 'down' ? (
              <CauseSign cause={cause} size={14} />
            ) : (
              <Sign state={step.state} level={step.level} size={14} />
            )}
          </span>
          <button
            type="button"
            className={s.stepName}
            aria-current={step.id === id || undefined}
            title={leftShort(step.state, step.level)}
            onClick={() => props.onSelect(step.id)}
          >
            {step.name}
          </button>
          <StepHow
            words={stepWords(step, at === 0, cause)}
            link={step.link?.id}
            onLink={props.onLink}
          />
        </li>
      ))}
    </ol>
  );
}

function StepHow(props: {
  readonly words: string;
  readonly link: string | undefined;
  readonly onLink: (id: string) => void;
}) {
  const { words, link, onLink } = props;
  if (!link) return <span className={s.stepHow}>{words}</span>;
  return (
    <button type="button" className={s.stepHow} title="Show this link" onClick={() => onLink(link)}>
      {words}
    </button>
  );
}
