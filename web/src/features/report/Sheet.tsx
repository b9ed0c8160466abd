import type { ReportPage, ReportPart } from '@msp-impact/contract';
import { type CSSProperties, Fragment, useId } from 'react';
import { variables } from '../../ui/variables.ts';
import { ReportPicture } from './Picture.tsx';
import s from './sheet.module.css';

const PAPER = variables('light') as CSSProperties;

/** The one page, in the words of PDF and Markdown; white in light and dark, as it prints. */
export function Sheet({ page, late }: { readonly page: ReportPage; readonly late?: boolean }) {
  const { report, parts } = page;
  const [first, ...rest] = parts;
  return (
    <article className={s.sheet} style={PAPER} data-late={late || undefined} aria-label="Report">
      {report.marking && <p className={s.marking}>{report.marking}</p>}
      <h1>{report.title}</h1>
      <p className={s.subtitle}>
        {!page.kept && <strong>Draft. </strong>}
        {page.subtitle}
      </p>
      <p className={s.headline}>{report.headline}</p>
      {first && <Part part={first} />}
      <ReportPicture page={page} />
      {rest.map((part) => (
        <Part key={part.heading} part={part} />
      ))}
      {report.marking && <p className={s.marking}>{report.marking}</p>}
    </article>
  );
}

function Part({ part: { heading, lines, table } }: { readonly part: ReportPart }) {
  const id = useId();
  return (
    <section className={s.part} aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity and never move
        <p key={i}>{line}</p>
      ))}
      {table && table.rows.length > 0 && (
        <table aria-labelledby={id}>
          <thead>
            <tr>
              {table.head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((cells, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a report's rows never move
              <Fragment key={i}>
                <Row cells={cells} />
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({ cells }: { readonly cells: readonly string[] }) {
  return (
    <tr>
      {cells.map((cell, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
        <td key={i}>{cell}</td>
      ))}
    </tr>
  );
}
