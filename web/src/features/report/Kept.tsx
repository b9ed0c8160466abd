import type { ReportHead } from '@msp-impact/contract';
import { useState } from 'react';
import { useReportNumbers, useReports } from '../../api/reports.ts';
import controls from '../../ui/controls.module.css';
import { Section } from '../../ui/Panel.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { moment } from '../../ui/words.ts';
import s from './report.module.css';

interface KeptProps {
  readonly shown: { readonly series: string; readonly number: number } | undefined;
  readonly onOpen: (series: string, number: number) => void;
}

/** Reports that were kept: the newest of each title, and the earlier ones on demand. */
export function Kept({ shown, onOpen }: KeptProps) {
  const reports = useReports();
  return (
    <Section title="Reports that were kept">
      {reports.error && <ErrorState error={reports.error} onRetry={() => void reports.refetch()} />}
      {reports.data?.reports.length === 0 && (
        <p className={s.quiet}>None yet. A report that is kept has a number and never changes.</p>
      )}
      <ul className={s.list}>
        {reports.data?.reports.map((head) => (
          <li key={head.series}>
            <Series head={head} shown={shown} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Series({ head, shown, onOpen }: KeptProps & { readonly head: ReportHead }) {
  const [open, setOpen] = useState(false);
  const numbers = useReportNumbers(open ? head.series : undefined);
  return (
    <>
      <OneReport head={head} shown={shown} onOpen={onOpen} />
      {head.number > 1 && (
        <button
          type="button"
          className={controls.link}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          Earlier
          <span className="only-heard"> reports of {head.title}</span>
        </button>
      )}
      {numbers.error && <ErrorState error={numbers.error} />}
      {open && (
        <ul className={s.earlier}>
          {numbers.data?.reports.slice(1).map((one) => (
            <li key={one.number}>
              <OneReport head={one} shown={shown} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function OneReport({ head, shown, onOpen }: KeptProps & { readonly head: ReportHead }) {
  const current = shown?.series === head.series && shown.number === head.number;
  return (
    <>
      <button
        type="button"
        className={s.name}
        aria-current={current || undefined}
        onClick={() => onOpen(head.series, head.number)}
      >
        {head.title}, report {head.number}
      </button>
      <small className={s.quiet}>
        {head.author}, {moment(head.at)}
      </small>
    </>
  );
}
