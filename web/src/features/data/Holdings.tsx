import type { GraphCounts } from '@msp-impact/contract';
import { KINDS } from '@msp-impact/contract/codes';
import { Link, useSearch } from 'wouter';
import { api } from '../../api/client.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { capital, count, KIND_WORDS, moment, percent } from '../../ui/words.ts';
import css from './data.module.css';

/** What the graph holds: name, version, when it last changed, counts, and how well it is covered. */
export function Holdings() {
  const view = useAnswer('holdings', { budget: 10 }, (request, signal) =>
    api.view(request, signal),
  );
  const last = useAnswer('last-change', {}, () => api.changes());
  if (view.isError) return <ErrorState error={view.error} onRetry={() => void view.refetch()} />;
  if (!view.data)
    return <div className={css.busy} role="status" aria-label="Loading what is here" />;
  const { counts, graph, revision } = view.data;
  if (counts.nodes === 0) {
    return (
      <EmptyState title="Nothing is here yet">Load a sample, or bring in your own list.</EmptyState>
    );
  }
  const changed = last.data?.changes[0];
  return (
    <>
      <p>
        <strong>{graph}</strong>
      </p>
      <p className={css.quiet}>
        Version {revision}
        {changed && `, changed ${moment(changed.at)} by ${changed.actor}`}
      </p>
      <Counts counts={counts} />
      <h3>How well it is covered</h3>
      <Coverage counts={counts} />
      <More />
    </>
  );
}

const MORE = [
  ['/data/quality', 'How good it is'],
  ['/data/not-known', 'What nobody knows'],
  ['/data/duplicates', 'Possible duplicates'],
] as const;

/** Screens of their own; the view on Explore is carried along. */
function More() {
  const search = useSearch();
  return (
    <p className={css.row} style={{ marginTop: 8 }}>
      {MORE.map(([href, name]) => (
        <Link key={href} className={css.link ?? ''} href={search ? `${href}?${search}` : href}>
          {name}
        </Link>
      ))}
    </p>
  );
}

function Counts({ counts }: { readonly counts: GraphCounts }) {
  return (
    <dl className={css.facts} style={{ marginTop: 12 }}>
      {KINDS.map((kind) => (
        <Fact key={kind} name={capital(KIND_WORDS[kind].many)} value={counts.byKind[kind] ?? 0} />
      ))}
      <Fact name="Links" value={counts.links} />
      <Fact name="Contracts" value={counts.contracts} />
    </dl>
  );
}

/** "12 of 40 (30 %)". */
function part(some: number, all: number): string {
  return all === 0
    ? 'none'
    : `${some.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} (${percent(some / all)})`;
}

function Coverage({ counts }: { readonly counts: GraphCounts }) {
  const services = counts.byKind.service ?? 0;
  return (
    <>
      <dl className={css.facts}>
        <Fact
          name="Services with suppliers on record"
          value={part(services - counts.unknownServices, services)}
        />
        <Fact
          name="Links with a stated or reported source"
          value={part(counts.links - counts.assumedLinks, counts.links)}
        />
        <Fact name="Assumed links" value={part(counts.assumedLinks, counts.links)} />
      </dl>
      {counts.unknown > 0 && (
        <p className={css.quiet} style={{ marginTop: 8 }}>
          {count(counts.unknown, 'entry', 'entries')} with nothing recorded: shown as not known,
          never as safe.
        </p>
      )}
    </>
  );
}

function Fact(props: { readonly name: string; readonly value: number | string }) {
  const { name, value } = props;
  return (
    <>
      <dt>{name}</dt>
      <dd>{typeof value === 'number' ? value.toLocaleString('en-GB') : value}</dd>
    </>
  );
}
