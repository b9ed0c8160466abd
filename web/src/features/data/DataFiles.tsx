import { api, type ExportFormat, type TemplateName } from '../../api/client.ts';
import css from './data.module.css';

interface FileLine<N> {
  readonly name: N;
  readonly says: string;
}

export const TEMPLATES: readonly FileLine<TemplateName>[] = [
  { name: 'sheet.csv', says: 'systems and their suppliers, the shortest way in' },
  { name: 'nodes.csv', says: 'suppliers, products, services and areas, one a row' },
  { name: 'links.csv', says: 'who relies on whom, one a row' },
  { name: 'contracts.csv', says: 'contracts, one a row' },
];

const EXPORTS: readonly (FileLine<string> & { readonly format: ExportFormat })[] = [
  { format: 'document', name: 'Graph document', says: 'everything in one file, contacts too' },
  { format: 'xlsx', name: 'Workbook', says: 'four sheets for Excel or LibreOffice' },
  { format: 'nodes-csv', name: 'nodes.csv', says: 'for a spreadsheet' },
  { format: 'links-csv', name: 'links.csv', says: 'for a spreadsheet' },
  { format: 'contracts-csv', name: 'contracts.csv', says: 'for a spreadsheet' },
  { format: 'graph-csv', name: 'graph.csv', says: 'its name, to go with the three tables' },
  { format: 'graphml', name: 'GraphML', says: 'for yEd, Gephi, networkx' },
  { format: 'gexf', name: 'GEXF', says: 'for Gephi' },
  { format: 'cypher', name: 'Cypher script', says: 'for Neo4j' },
  { format: 'dora', name: 'DORA tables', says: 'of the register of information, to be completed' },
  { format: 'dora-xlsx', name: 'DORA workbook', says: 'the same tables as sheets' },
];

/** Templates to fill in. */
export function Templates() {
  return (
    <ul>
      {TEMPLATES.map(({ name, says }) => (
        <li key={name}>
          <a className={css.link} href={api.templateAddress(name)} download={name}>
            {name}
          </a>{' '}
          <span className={css.quiet}>{says}</span>
        </li>
      ))}
    </ul>
  );
}

/** What is here, as files. */
export function Exports() {
  return (
    <ul>
      {EXPORTS.map(({ format, name, says }) => (
        <li key={format}>
          <a className={css.link} href={api.exportAddress(format)} download>
            {name}
          </a>{' '}
          <span className={css.quiet}>{says}</span>
        </li>
      ))}
    </ul>
  );
}
