import type { MergeAnswer, MergeOutcome } from '@msp-impact/contract';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { count } from '../../ui/words.ts';
import css from './parties.module.css';
import { moveLines } from './party-words.ts';

/** What moves, before anything does. */
export function MergeDialog(props: {
  readonly answer: MergeAnswer;
  readonly nameOf: (id: string) => string;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  const { outcomes } = props.answer;
  const possible = outcomes.filter((one) => !one.faults).length;
  return (
    <ConfirmDialog
      opened
      title={`Merge ${count(possible, 'group')}?`}
      action={`Merge ${count(possible, 'group')}`}
      busy={props.busy}
      onConfirm={props.onConfirm}
      onClose={props.onClose}
    >
      <p>Each can be undone alone, here or in the list of changes.</p>
      <div className={css.moves}>
        {outcomes.map((one) => (
          <One key={one.keep} outcome={one} nameOf={props.nameOf} />
        ))}
      </div>
    </ConfirmDialog>
  );
}

function One({ outcome, nameOf }: { outcome: MergeOutcome; nameOf: (id: string) => string }) {
  const { keep, others, faults } = outcome;
  const lines = faults
    ? faults.map((one) => `Cannot be: ${one.reason}`)
    : ['The name and number of each is kept on the record that stays', ...moveLines(outcome)];
  return (
    <>
      <strong>
        {others.join(', ')} → {nameOf(keep)} ({keep})
      </strong>
      <ul>
        {lines.map((line) => (
          <li key={line} className={faults ? css.warn : undefined}>
            {line}
          </li>
        ))}
      </ul>
    </>
  );
}
