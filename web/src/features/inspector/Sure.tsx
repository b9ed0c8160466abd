import type { Basis, Dependency, Evidence, Explanation } from '@msp-impact/contract';
import { useState } from 'react';
import { useDependencies } from '../../api/questions.ts';
import controls from '../../ui/controls.module.css';
import { Section } from '../../ui/Panel.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { CONFIDENCE_WORDS, count } from '../../ui/words.ts';
import s from './inspector.module.css';
import { Source } from './Source.tsx';

/** How sure are we: what the answer rests on, its weakest link, and the sources on demand. */
export function Sure(props: {
  readonly explanation: Explanation;
  readonly own: readonly Evidence[];
  readonly nameOf: (id: string) => string;
}) {
  const { basis, assumedShares, weakest, steps } = props.explanation;
  const [open, setOpen] = useState(false);
  const links = steps.flatMap((step) => (step.link ? [step.link.id] : []));
  return (
    <Section
      title="How sure are we?"
      aside={
        <button
          type="button"
          className={controls.link}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Hide sources' : 'Sources'}
        </button>
      }
    >
      <BasisBar basis={basis} shares={assumedShares} />
      <p className={s.quiet}>{basisWords(basis, assumedShares)}</p>
      {weakest && (
        <p className={s.quiet}>
          Weakest: {weakest.claim}
          {weakest.confidence ? ` (${CONFIDENCE_WORDS[weakest.confidence]})` : ''}
        </p>
      )}
      {open && <Sources links={links} own={props.own} nameOf={props.nameOf} />}
    </Section>
  );
}

type AssumedShares = Explanation['assumedShares'];

export function basisWords(basis: Basis, shares?: AssumedShares): string {
  if (basis.links === 0) return 'No links carry this.';
  const parts = [
    basis.stated > 0 && `${basis.stated} stated`,
    basis.reported > 0 && `${basis.reported} reported`,
    basis.assumed > 0 && `${basis.assumed} assumed`,
    basis.none > 0 && `${basis.none} without a source`,
  ];
  return `${count(basis.links, 'link')}: ${parts.filter(Boolean).join(' · ')}${sharesWords(basis, shares)}`;
}

/** A source for a link is none for its number: without this, an assumed half would look reported. */
function sharesWords(basis: Basis, shares: AssumedShares): string {
  const assumed = (shares?.stated ?? 0) + (shares?.reported ?? 0);
  if (assumed === 0) return '';
  if (basis.links === 1) return '; how much it carries is assumed';
  return `; how much ${assumed} of these ${assumed === 1 ? 'carries' : 'carry'} is assumed`;
}

/**
 * Stated is solid, reported is solid in another colour, the rest is broken: not colour alone.
 * A link whose share is assumed counts among the rest: the number is no surer than that.
 */
function BasisBar(props: { readonly basis: Basis; readonly shares: AssumedShares }) {
  const { basis } = props;
  if (basis.links === 0) return null;
  const { stated, reported } = props.shares ?? { stated: 0, reported: 0 };
  return (
    <div className={s.basis} aria-hidden="true">
      <span data-sort="stated" style={{ flexGrow: basis.stated - stated }} />
      <span data-sort="reported" style={{ flexGrow: basis.reported - reported }} />
      <span
        data-sort="assumed"
        style={{ flexGrow: basis.assumed + basis.none + stated + reported }}
      />
    </div>
  );
}

function Sources(props: {
  readonly links: readonly string[];
  readonly own: readonly Evidence[];
  readonly nameOf: (id: string) => string;
}) {
  const found = useDependencies(props.links.length > 0 ? props.links : undefined);
  const name = (link: Dependency) => `${props.nameOf(link.from)} → ${props.nameOf(link.to)}`;
  return (
    <div className={s.sources}>
      {found.error ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : null}
      {props.own.map((one) => (
        <Source key={one.claim} evidence={one} />
      ))}
      {(found.data?.items ?? []).map((link) => (
        <div key={link.id}>
          <p className={s.sourceFor}>{name(link)}</p>
          {(link.evidence ?? []).map((one) => (
            <Source key={one.claim} evidence={one} />
          ))}
          {!link.evidence?.length && <p className={s.quiet}>No source on record.</p>}
        </div>
      ))}
    </div>
  );
}
