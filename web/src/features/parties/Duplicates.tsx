import type { DuplicatesAnswer } from '@msp-impact/contract';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useApart, useDuplicates } from '../../api/parties.ts';
import controls from '../../ui/controls.module.css';
import { ScreenTop, Words } from '../../ui/Screen.tsx';
import { EmptyState, ErrorState, errorSentence } from '../../ui/States.tsx';
import { sayDone, sayProblem } from '../../ui/toasts.ts';
import { count, moment } from '../../ui/words.ts';
import { MergeDialog } from './MergeDialog.tsx';
import { MergedNow } from './MergedNow.tsx';
import { OwnMerge } from './OwnMerge.tsx';
import { Proposal } from './Proposal.tsx';
import css from './parties.module.css';
import { useMerging } from './use-merging.ts';

interface DuplicatesProps {
  readonly bar: ReactNode;
  readonly pad: string | undefined;
  /** The address on Explore at which one supplier is selected. */
  readonly hrefOf: (id: string) => string;
}

/** Suppliers that look like one party. Nothing is merged without somebody's word. */
export function Duplicates(props: DuplicatesProps) {
  const asked = useDuplicates();
  const answer = asked.error ? undefined : asked.data;
  return (
    <>
      <ScreenTop
        question={<Words>Which suppliers are one?</Words>}
        answer={answer ? duplicatesSentence(answer) : asked.error ? 'Not looked.' : 'Looking …'}
        late={asked.isPlaceholderData}
      />
      {props.bar}
      <div className={props.pad}>
        {asked.error ? (
          <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
        ) : null}
        {answer && <Listed answer={answer} hrefOf={props.hrefOf} />}
      </div>
    </>
  );
}

function duplicatesSentence({ total, suppliers }: DuplicatesAnswer): string {
  if (suppliers === 0) return 'No supplier is on record.';
  if (total === 0) return `None of ${count(suppliers, 'supplier')} looks like another.`;
  return total === 1
    ? 'One group of suppliers looks like one party; nothing is merged unless you say so.'
    : `${total.toLocaleString('en-GB')} groups of suppliers look like one party each; nothing is merged unless you say so.`;
}

function Listed({ answer, hrefOf }: { answer: DuplicatesAnswer; hrefOf: (id: string) => string }) {
  const { proposals, total } = answer;
  const merging = useMerging(proposals);
  const apart = useApart();
  const failed = (error: unknown) => sayProblem(errorSentence(error));
  const sure = proposals.filter((one) => one.sureness === 'same-number').map(({ key }) => key);
  return (
    <>
      <MergedNow done={merging.done} onUndone={merging.undone} />
      {total > 0 && (
        <div className={css.actions}>
          <button
            type="button"
            className={`${controls.primary} ${controls.tall}`}
            disabled={merging.count === 0 || merging.busy}
            onClick={merging.look}
          >
            Show what merging {count(merging.count, 'group')} moves
          </button>
          <button
            type="button"
            className={controls.button}
            disabled={sure.length === 0}
            onClick={() => merging.choose(sure, true)}
          >
            Choose the {sure.length} with the same number
          </button>
          <button
            type="button"
            className={controls.button}
            disabled={merging.count === 0}
            onClick={() => merging.choose([...merging.chosen], false)}
          >
            Choose none
          </button>
          {total > proposals.length && (
            <span>
              The first {proposals.length} of {total}.
            </span>
          )}
        </div>
      )}
      {total === 0 && answer.suppliers > 0 && (
        <EmptyState title="No possible duplicates.">
          <p>Looked for: the same registered number, the same name but for “Ltd” and the like.</p>
        </EmptyState>
      )}
      <ul className={css.list}>
        {proposals.map((one) => (
          <Proposal
            key={one.key}
            proposal={one}
            keep={merging.keepOf(one)}
            chosen={merging.chosen.has(one.key)}
            hrefOf={hrefOf}
            onChoose={(on) => merging.choose([one.key], on)}
            onKeep={(id) => merging.keep(one.key, id)}
            onApart={() =>
              apart.hold.mutate(
                one.members.map(({ id }) => id),
                {
                  onSuccess: ({ key }) =>
                    sayDone('Kept apart', () => apart.again.mutate(key, { onError: failed })),
                  onError: failed,
                },
              )
            }
          />
        ))}
      </ul>
      {answer.suppliers > 1 && <OwnMerge busy={merging.busy} onLook={merging.lookAt} />}
      <Apart answer={answer} onAgain={(key) => apart.again.mutate(key, { onError: failed })} />
      <Wrong answer={answer} hrefOf={hrefOf} />
      {merging.shown && (
        <MergeDialog
          answer={merging.shown}
          nameOf={merging.nameOf}
          busy={merging.busy}
          onConfirm={merging.confirm}
          onClose={merging.close}
        />
      )}
    </>
  );
}

function Apart({ answer, onAgain }: { answer: DuplicatesAnswer; onAgain: (key: string) => void }) {
  if (answer.apart.length === 0) return null;
  return (
    <section aria-label="Kept apart">
      <h2 className={css.part}>Kept apart</h2>
      <ul className={css.list}>
        {answer.apart.map(({ key, members, by, at }) => (
          <li key={key} className={css.member}>
            <span>{members.join(', ')}</span>
            <span className={css.quiet}>
              {by}, {moment(at)}
            </span>
            <button type="button" className={controls.link} onClick={() => onAgain(key)}>
              Propose again
              <span className="only-heard"> {members.join(', ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Wrong({ answer, hrefOf }: { answer: DuplicatesAnswer; hrefOf: (id: string) => string }) {
  const { wrong, wrongTotal } = answer;
  if (wrongTotal === 0) return null;
  return (
    <section aria-label="Numbers that cannot be right">
      <h2 className={css.part}>Numbers that cannot be right</h2>
      <ul className={css.list}>
        {wrong.map((one) => (
          <li key={`${one.id} ${one.scheme}`} className={css.member}>
            <Link href={hrefOf(one.id)}>{one.name}</Link>
            <span>
              {one.scheme} {one.value}
            </span>
            <span className={css.quiet}>{one.reason}</span>
          </li>
        ))}
      </ul>
      {wrongTotal > wrong.length && <p>{wrongTotal - wrong.length} more.</p>}
    </section>
  );
}
