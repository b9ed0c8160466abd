import { NumberInput } from '@mantine/core';
import type { ConcentrationAnswer } from '@msp-impact/contract';
import { Link } from 'wouter';
import controls from '../../ui/controls.module.css';
import { Section } from '../../ui/Panel.tsx';
import {
  amountWords,
  BASIS_WORDS,
  index,
  indexRange,
  likeEqual,
  ROLL_UP_WORDS,
} from '../../ui/reliance-words.ts';
import { capital, count } from '../../ui/words.ts';
import type { RelianceView } from '../../url/reliance.ts';
import type { ChangeReliance } from '../../url/use-reliance.ts';
import s from './reliance.module.css';
import { Scale } from './Scale.tsx';
import scaleCss from './scale.module.css';
import { bandWords, NO_OWNER, notKnownWords, rangeReason } from './share-sentences.ts';

interface SideProps {
  readonly answer: ConcentrationAnswer;
  readonly view: RelianceView;
  readonly change: ChangeReliance;
  /** Suppliers with an owner on record. */
  readonly owners: number | undefined;
  readonly hrefOf: (id: string) => string;
}

/** How concentrated it is, on which scale, whose words these are, and what is not known. */
export function SharesSide(props: SideProps) {
  const { answer } = props;
  return (
    <aside className={s.side} aria-label="How concentrated">
      <h2>How concentrated</h2>
      <OnScale answer={answer} />
      {answer.by === 'parent' && props.owners === 0 && (
        <p className={s.notKnown}>{NO_OWNER} Record who owns whom in the form of a supplier.</p>
      )}
      <OwnersAssumed {...props} />
      <NotKnown {...props} />
      <Section title="From where which word">
        <Thresholds {...props} />
      </Section>
      <details className={scaleCss.details}>
        <summary>Details of the count</summary>
        <p>
          HHI: the sum of all squared shares × 10,000. One of them alone has 10,000, four equal ones
          have 2,500. Effective suppliers: one divided by the sum of squared shares. CR4: the four
          largest shares.
        </p>
      </details>
    </aside>
  );
}

function OnScale({ answer }: { readonly answer: ConcentrationAnswer }) {
  const { hhi, range, effective, by } = answer;
  if (hhi === undefined || effective === undefined) {
    return <p className={s.notKnown}>Not known: there is no amount to count.</p>;
  }
  const spread = range && indexRange(range);
  return (
    <>
      <Scale hhi={hhi} range={range} thresholds={answer.thresholds} />
      <p>
        <strong>{capital(bandWords(answer))}</strong>: {index(hhi)} of 10,000, like{' '}
        {likeEqual(effective)} {ROLL_UP_WORDS[by].like}.
      </p>
      {spread && <p className={s.quiet}>{spread} with what is not known.</p>}
      <p className={s.quiet}>{basisWords(answer)}</p>
    </>
  );
}

function basisWords({ share, total, currency, basis }: ConcentrationAnswer): string {
  const amount = amountWords(total, share, currency);
  if (share === 'people')
    return `Counted: ${amount}, split among the direct suppliers of each service by how much it relies on them.`;
  if (share === 'count') return `Counted: ${amount}, each as one.`;
  return `Counted: ${amount} ${BASIS_WORDS[basis ?? 'not stated']}.`;
}

/** On a day in the past an owner that nobody recorded was taken as today's, or as nobody. */
function OwnersAssumed({ answer }: SideProps) {
  const { ownersAssumed = 0 } = answer;
  if (ownersAssumed === 0) return null;
  return (
    <p className={s.quiet}>
      {count(ownersAssumed, 'supplier')} with no owner on record for that day: counted with the
      owner of today, or alone.
    </p>
  );
}

function NotKnown({ answer, hrefOf }: SideProps) {
  const { unknown, unknownUpTo, notKnown, leftOut, share, currency } = answer;
  if (unknown === 0 && leftOut.length === 0 && notKnown.length === 0) return null;
  return (
    <Section title="Not known, and in no share">
      <div className={scaleCss.unknownBox}>
        {unknown > 0 && <p>{notKnownWords(unknown, share)}.</p>}
        {unknownUpTo !== undefined && unknown > 0 && (
          <p className={s.quiet}>{rangeReason(unknownUpTo, share, currency)}</p>
        )}
        {notKnown.length > 0 && (
          <p>
            Of {count(notKnown.length, 'supplier')} nothing is known:{' '}
            {notKnown.slice(0, 6).map((one, at) => (
              <span key={one.id}>
                {at > 0 && ', '}
                <Link href={hrefOf(one.id)}>{one.name}</Link>
              </span>
            ))}
            {notKnown.length > 6 && ` and ${notKnown.length - 6} more, last in the table`}.
          </p>
        )}
        {leftOut.map((one) => (
          <p key={one.what}>
            {one.count.toLocaleString('en-GB')} {one.what}: left out.
          </p>
        ))}
      </div>
    </Section>
  );
}

/** The regulators' words, and my own numbers in their place. */
function Thresholds({ answer, view, change }: SideProps) {
  const [concentrated, highly] = answer.thresholds;
  if (!concentrated || !highly) return null;
  const set = (next: Partial<NonNullable<RelianceView['words']>>) => {
    const words = { concentrated: concentrated.from, highly: highly.from, ...next };
    if (words.concentrated <= words.highly) change((old) => ({ ...old, words }));
  };
  return (
    <>
      <div className={scaleCss.thresholds}>
        <From
          of={concentrated}
          most={highly.from}
          onChange={(value) => set({ concentrated: value })}
        />
        <From of={highly} least={concentrated.from} onChange={(value) => set({ highly: value })} />
      </div>
      {[...new Set(answer.thresholds.map((one) => one.regulator.source))].map((source) => (
        <p key={source} className={s.quiet}>
          The regulator's word: {source}
        </p>
      ))}
      {view.words && (
        <button
          type="button"
          className={controls.link}
          onClick={() => change(({ words: _, ...old }) => old)}
        >
          Back to the regulator's numbers
        </button>
      )}
    </>
  );
}

function From(props: {
  readonly of: ConcentrationAnswer['thresholds'][number];
  readonly least?: number;
  readonly most?: number;
  readonly onChange: (value: number) => void;
}) {
  const { word, from, regulator } = props.of;
  return (
    <NumberInput
      key={from}
      label={`${capital(word)} from`}
      description={`${from === regulator.from ? 'As' : 'Yours;'} the regulator: ${index(regulator.from)}`}
      defaultValue={from}
      min={props.least ?? 0}
      max={props.most ?? 10_000}
      step={100}
      clampBehavior="blur"
      onBlur={(event) => {
        const value = Math.round(Number(event.currentTarget.value));
        if (Number.isFinite(value) && value !== from) props.onChange(value);
      }}
    />
  );
}
