import type { Contract, WhatIfOutcome } from '@msp-impact/contract';
import { Link } from 'wouter';
import type { Award } from '../../url/award.ts';
import { AwardHead } from './AwardHead.tsx';
import { changeOf, OUTCOME_ROWS, type OutcomeRow } from './outcome-rows.ts';
import type { Known } from './StepWords.tsx';
import { NEW } from './step-draft.ts';
import s from './whatif.module.css';

interface TableProps {
  readonly awards: readonly Award[];
  /** Doing nothing first, then the alternatives that have a step; absent while they are worked out. */
  readonly outcomes: readonly WhatIfOutcome[] | undefined;
  readonly contracts: readonly Contract[];
  readonly known: Known;
  readonly hrefOf: (id: string) => string;
  readonly onChange: (awards: readonly Award[]) => void;
}

/** Alternatives side by side: what changes in each, and what comes of it. */
export function AwardTable(props: TableProps) {
  const { awards, onChange } = props;
  const outcomes = matched(awards, props.outcomes);
  const nothing = props.outcomes?.[0];
  return (
    <div className={s.scroller}>
      <table className={s.table} aria-label="Alternatives">
        <thead>
          <tr>
            <td />
            <th scope="col">Do nothing</th>
            {awards.map((award, at) => (
              <AwardHead
                // biome-ignore lint/suspicious/noArrayIndexKey: an alternative is its place
                key={at}
                {...props}
                award={award}
                at={at}
                onPut={(next) => onChange(awards.map((old, i) => (i === at ? next : old)))}
                onRemove={() => onChange(awards.filter((_, i) => i !== at))}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {OUTCOME_ROWS.map((row) => (
            <tr key={row.title}>
              <th scope="row">{row.title}</th>
              <td>{nothing ? <Words row={row} of={nothing} {...props} /> : '…'}</td>
              {outcomes.map((of, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an alternative is its place
                <td key={at}>{of && <Words row={row} of={of} against={nothing} {...props} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The API answers only those that change something. */
function matched(awards: readonly Award[], outcomes: TableProps['outcomes']) {
  let next = 1;
  return awards.map((award) => (award.steps.length > 0 ? outcomes?.[next++] : undefined));
}

const isOnRecord = (id: string | undefined) => id !== undefined && !id.startsWith(NEW);

function Words(props: {
  readonly row: OutcomeRow;
  readonly of: WhatIfOutcome;
  readonly against?: WhatIfOutcome | undefined;
  readonly hrefOf: (id: string) => string;
}) {
  const { row, of, against } = props;
  if (of.faults) {
    const first = row === OUTCOME_ROWS[0];
    return first ? (
      <strong className={s.fault}>
        Cannot be: {of.faults.map((one) => one.reason).join('; ')}
      </strong>
    ) : null;
  }
  const words = row.words(of);
  const change = against && changeOf(row, against, of);
  const worst = row.title.startsWith('Worst') && isOnRecord(of.worst?.id) ? of.worst : undefined;
  return (
    <>
      {words === undefined ? <em>not known</em> : <span className={s.words}>{words}</span>}
      {change && (
        <span className={s.change} data-better={change.better}>
          {change.words}, {change.better ? 'better' : 'worse'}
        </span>
      )}
      {worst && (
        <Link href={props.hrefOf(worst.id)} className={s.see}>
          See {worst.name} in Explore
        </Link>
      )}
    </>
  );
}
