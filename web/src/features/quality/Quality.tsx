import type { QualityAges, QualityAnswer } from '@msp-impact/contract';
import type { ReactNode } from 'react';
import { Link, useSearch } from 'wouter';
import { useQuality } from '../../api/parties.ts';
import controls from '../../ui/controls.module.css';
import { ScreenTop, Words } from '../../ui/Screen.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { count, percent } from '../../ui/words.ts';
import { NotReadable, type OnEdit } from './NotReadable.tsx';
import css from './quality.module.css';

interface QualityProps {
  readonly bar: ReactNode;
  readonly onEdit: OnEdit;
}

/** What the data covers, what it rests on, how old it is. */
export function Quality({ bar, onEdit }: QualityProps) {
  const asked = useQuality();
  const answer = asked.error ? undefined : asked.data;
  return (
    <>
      <ScreenTop
        question={<Words>How good is the data?</Words>}
        answer={answer ? qualitySentence(answer) : asked.error ? 'Not counted.' : 'Counting …'}
        late={asked.isPlaceholderData}
      />
      {bar}
      <div className={css.pad}>
        {asked.error ? (
          <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
        ) : null}
        {answer &&
          (answer.links.all + answer.known.all === 0 ? (
            <Nothing />
          ) : (
            <Figures answer={answer} onEdit={onEdit} />
          ))}
      </div>
    </>
  );
}

function qualitySentence({ services, links, ages }: QualityAnswer): string {
  if (services.all === 0 && links.all === 0) return 'Nothing is on record yet.';
  const weak = links.assumed + links.none;
  const old = ages.links.older + ages.links.none;
  return [
    `${services.some} of ${count(services.all, 'service')} have a supplier on record`,
    `${weak} of ${count(links.all, 'link')} are assumed`,
    `${old} are undated or older than two years.`,
  ].join(', ');
}

function Nothing() {
  return (
    <EmptyState title="Nothing is here yet.">
      <p>
        <Link href="/data">Load a sample, or bring in your own list.</Link>
      </p>
    </EmptyState>
  );
}

function Figures({ answer, onEdit }: { readonly answer: QualityAnswer; readonly onEdit: OnEdit }) {
  const { services, known, links, contracts, people, owners, duplicates, ages, unread } = answer;
  const search = useSearch();
  return (
    <div className={css.columns}>
      <Section title="What is covered">
        <Part name="Services with a supplier on record" {...services} />
        <Part name="Things with what they rely on" {...known} />
        <Part name="Services with an owner" {...owners} />
        <Part name="Services with the people they serve" {...people.services} />
        <Part name="Areas with the people who live there" {...people.regions} />
      </Section>
      <Section title="What links rest on">
        <Part name="Stated by those concerned" some={links.stated} all={links.all} />
        <Part name="Reported by others" some={links.reported} all={links.all} />
        <Part name="Assumed, with the reasoning" some={links.assumed} all={links.all} />
        <Part name="Nothing on record: counted as assumed" some={links.none} all={links.all} />
      </Section>
      <Section title="Contracts">
        <Part name="Linked to what they cover" some={contracts.linked} all={contracts.all} />
        <Part name="With a value and its currency" some={contracts.valued} all={contracts.all} />
        <Part name="With an end" some={contracts.ending} all={contracts.all} />
        <Part name="With an exit plan on record" some={contracts.exit} all={contracts.all} />
      </Section>
      <Section title="Suppliers" more={<Doubts of={duplicates} search={search} />}>
        <Part
          name="With a registered number"
          some={duplicates.withNumber}
          all={duplicates.suppliers}
        />
      </Section>
      {unread.total > 0 && <NotReadable of={unread} onEdit={onEdit} />}
      <section aria-label="How old it is" className={css.wide}>
        <h2>How old it is</h2>
        <Ages ages={ages} />
        <p className={css.quiet}>
          The newest day of the sources and of the last review, counted back from {answer.today}.
        </p>
      </section>
    </div>
  );
}

function Section(props: {
  readonly title: string;
  readonly more?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section aria-label={props.title}>
      <h2>{props.title}</h2>
      <dl className={css.parts}>{props.children}</dl>
      {props.more}
    </section>
  );
}

function Doubts({ of, search }: { of: QualityAnswer['duplicates']; search: string }) {
  const href = search ? `/data/duplicates?${search}` : '/data/duplicates';
  return (
    <p className={css.quiet}>
      {count(of.proposals, 'possible duplicate')}, {of.sameNumber} with the same number.{' '}
      {count(of.wrongNumbers, 'number')} that cannot be right.{' '}
      <Link href={href} className={controls.link}>
        Look at them
      </Link>
    </p>
  );
}

function Part({ name, some, all }: { name: string; some: number; all: number }) {
  const share = all === 0 ? 0 : some / all;
  return (
    <div className={css.part}>
      <dt>{name}</dt>
      <dd>
        {all === 0
          ? 'none here'
          : `${some.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} (${percent(share)})`}
      </dd>
      <div className={css.meter} aria-hidden="true">
        <i style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}

const AGE_WORDS = [
  ['half', 'Half a year'],
  ['one', 'One year'],
  ['two', 'Two years'],
  ['older', 'Older'],
  ['none', 'No day'],
] as const satisfies [keyof QualityAges, string][];
const LISTS = [
  ['nodes', 'Things'],
  ['links', 'Links'],
  ['contracts', 'Contracts'],
] as const;

function Ages({ ages }: { readonly ages: QualityAnswer['ages'] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keys
    <section className={css.scroll} tabIndex={0} aria-label="Days of the sources">
      <table className={css.table}>
        <thead>
          <tr>
            <td />
            {AGE_WORDS.map(([key, word]) => (
              <th key={key} scope="col" className={css.number}>
                {word}
              </th>
            ))}
            <th scope="col">Middle</th>
          </tr>
        </thead>
        <tbody>
          {LISTS.map(([key, word]) => (
            <tr key={key}>
              <th scope="row">{word}</th>
              {AGE_WORDS.map(([age]) => (
                <td key={age} className={css.number}>
                  {ages[key][age].toLocaleString('en-GB')}
                </td>
              ))}
              <td>{ages[key].median ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
