import type { ReportPage } from '@msp-impact/contract';
import { reportFile } from '../../api/reports.ts';
import controls from '../../ui/controls.module.css';
import { copyText } from '../../ui/copy.ts';
import s from './report.module.css';

interface ActionsProps {
  readonly page: ReportPage | undefined;
  /** A draft only. */
  readonly onKeep: () => void;
  readonly keeping: boolean;
  /** Back to the draft, while a kept report is looked at. */
  readonly onDraft: (() => void) | undefined;
}

/** What can be done with the page: keep a draft; take away what was kept. */
export function Actions({ page, onKeep, keeping, onDraft }: ActionsProps) {
  const report = page?.report;
  return (
    <div className={s.bar}>
      {report && page.kept && (
        <>
          <strong>Report {report.number}</strong>
          <span className={s.quiet}>kept as it was made</span>
        </>
      )}
      {report && !page.kept && (
        <>
          <strong>Draft of report {report.number}</strong>
          <span className={s.quiet}>
            not numbered or kept yet; PDF, Markdown and annex once it is
          </span>
        </>
      )}
      <span className={s.grow} />
      {onDraft && (
        <button type="button" className={controls.button} onClick={onDraft}>
          Write the next one
        </button>
      )}
      {report && (
        <button
          type="button"
          className={controls.button}
          onClick={() =>
            void copyText(report.risk, 'Copied as a risk. Likelihood is yours to fill in.')
          }
        >
          Copy as risk
        </button>
      )}
      {report && page.kept && <Files series={report.series} number={report.number} />}
      {report && (
        <button type="button" className={controls.button} onClick={() => window.print()}>
          Print
        </button>
      )}
      {report && !page.kept && (
        <button type="button" className={controls.primary} disabled={keeping} onClick={onKeep}>
          {keeping ? 'Keeping …' : `Keep as report ${report.number}`}
        </button>
      )}
    </div>
  );
}

const FILES = [
  { file: 'pdf', name: 'PDF' },
  { file: 'markdown', name: 'Markdown' },
  { file: 'annex', name: 'Annex CSV' },
] as const;
const ENDING = { pdf: 'pdf', markdown: 'md', annex: 'csv' } as const;

function Files({ series, number }: { readonly series: string; readonly number: number }) {
  return FILES.map(({ file, name }) => (
    <a
      key={file}
      className={controls.button}
      href={reportFile(series, number, file)}
      download={`${series}-${number}.${ENDING[file]}`}
    >
      {name}
    </a>
  ));
}
