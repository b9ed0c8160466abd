import type { Quadrant, ReplaceMatrixAnswer } from '@msp-impact/contract';
import { useState } from 'react';
import { Link } from 'wouter';
import { useReplaceMatrix } from '../../api/reliance.ts';
import controls from '../../ui/controls.module.css';
import { toCsv } from '../../ui/csv.ts';
import { saveFile } from '../../ui/download.ts';
import { lossWords } from '../../ui/reliance-words.ts';
import { Figure, ScreenFoot, ScreenTop, Words } from '../../ui/Screen.tsx';
import { EmptyState, NotCalculated } from '../../ui/States.tsx';
import { WayOut } from '../../ui/WayOut.tsx';
import { exitWords } from '../../ui/way-out-words.ts';
import { capital, count, people, SUBSTITUTABILITY_WORDS } from '../../ui/words.ts';
import type { PartProps } from './Behind.tsx';
import matrixCss from './matrix.module.css';
import { matrixSentence, QUADRANT_WORDS } from './matrix-words.ts';
import s from './reliance.module.css';

type Row = ReplaceMatrixAnswer['rows'][number];

/** How hard to replace, across how critical. */
export function Matrix(props: PartProps) {
  const { data, error, refetch } = useReplaceMatrix();
  return (
    <>
      <ScreenTop
        question={<Words>Which suppliers are critical, and how hard is each to replace?</Words>}
        answer={data ? matrixSentence(data) : error ? 'Not calculated.' : 'Working it out …'}
      >
        {data && data.total > 0 && (
          <>
            <Figure value={data.counts.strategic ?? 0} word="critical and hard to replace" />
            <Figure
              value={`? ${data.counts['not-known'] ?? 0}`}
              word="not known how hard to replace"
            />
          </>
        )}
      </ScreenTop>
      {props.bar}
      <div className={s.pad}>
        <NotCalculated error={error} onRetry={refetch} />
        {data && data.total === 0 && <None unlinked={data.unlinked} />}
        {data && data.total > 0 && <Grid {...props} data={data} />}
      </div>
    </>
  );
}

function None({ unlinked }: { readonly unlinked: number }) {
  if (unlinked === 0) {
    return (
      <EmptyState title="No supplier is on record.">
        <p>Bring in suppliers under Data.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Who is critical is not known.">
      <p>
        {count(unlinked, 'supplier')} on record, but nobody recorded what relies on them. Link their
        contracts to services under Data.
      </p>
    </EmptyState>
  );
}

function Grid(props: PartProps & { readonly data: ReplaceMatrixAnswer }) {
  const { rows, counts, total, unlinked } = props.data;
  return (
    <>
      <div className={matrixCss.matrix}>
        <span className={matrixCss.axisUp}>critical ↑</span>
        {(['leverage', 'strategic', 'routine', 'bottleneck'] as const).map((quadrant) => (
          <Cell key={quadrant} {...props} quadrant={quadrant} count={counts[quadrant] ?? 0} />
        ))}
        <span className={matrixCss.axisRight}>hard to replace →</span>
        <Cell {...props} quadrant="not-known" count={counts['not-known'] ?? 0} />
      </div>
      <ScreenFoot
        rows={rows.length}
        note={`Critical: alone it stops a service of priority 1 or 2, or one whose priority nobody recorded.${
          total > rows.length ? ` The ${rows.length} of ${total} that would hurt most.` : ''
        }${unlinked > 0 ? ` Not here: ${count(unlinked, 'supplier')} that nothing on record relies on.` : ''}`}
        onCsv={() => saveFile('how-hard-to-replace.csv', matrixCsv(rows), 'text/csv')}
      />
    </>
  );
}

const FIRST = 9;

function Cell(
  props: PartProps & {
    readonly data: ReplaceMatrixAnswer;
    readonly quadrant: Quadrant;
    readonly count: number;
  },
) {
  const { quadrant, hrefOf } = props;
  const [shown, setShown] = useState(FIRST);
  const words = QUADRANT_WORDS[quadrant];
  const rows = props.data.rows.filter((row) => row.quadrant === quadrant);
  const left = rows.length - shown;
  return (
    <section className={matrixCss.cell} data-quadrant={quadrant} aria-label={words.title}>
      <h2>
        {words.title}{' '}
        <span className={matrixCss.number}>{props.count.toLocaleString('en-GB')}</span>
      </h2>
      <p className={s.quiet}>{words.advice}</p>
      <ul>
        {rows.slice(0, shown).map((row) => (
          <li key={row.id}>
            <Link href={hrefOf(row.id)} className={matrixCss.who} title={rowWords(row)}>
              {row.name}
            </Link>{' '}
            <span className={s.quiet}>{shortLoss(row)}</span>
            <WayOut {...row} hrefOf={hrefOf} />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <button type="button" className={controls.link} onClick={() => setShown(shown + 50)}>
          {left.toLocaleString('en-GB')} more
        </button>
      )}
    </section>
  );
}

const replaceWords = ({ replace }: Row) =>
  replace ? SUBSTITUTABILITY_WORDS[replace] : 'not known how hard to replace';
const rowWords = (row: Row) =>
  `${capital(replaceWords(row))}. If it stops: ${lossWords(row.loss)}.`;

function shortLoss({ loss, critical, quadrant }: Row): string {
  const lost = !loss.people
    ? count(Number(loss.services.toFixed(1)), 'service')
    : `${people(loss.people)} people`;
  return quadrant === 'not-known' && critical ? `${lost}, critical` : lost;
}

function matrixCsv(rows: readonly Row[]): string {
  return toCsv(
    [
      'Supplier',
      'Place',
      'How hard to replace',
      'Critical',
      'Services lost if it stops',
      'People',
      'Exit plan',
      'Alternatives',
    ],
    rows.map((row) => [
      row.name,
      QUADRANT_WORDS[row.quadrant].title,
      replaceWords(row),
      row.critical ? 'yes' : 'no',
      row.loss.services,
      row.loss.people,
      exitWords(row.exitPlan),
      row.alternatives?.map((one) => one.name).join('; ') ?? 'not known',
    ]),
  );
}
