import { api } from '../../api/client.ts';
import css from './data.module.css';

const TEMPLATES = [
  { name: 'nodes.csv', says: 'suppliers, products, services and areas, one a row' },
  { name: 'links.csv', says: 'who relies on whom, one a row' },
] as const;

const EXPORTS = [
  { format: 'document', name: 'Graph document', says: 'everything in one file, contacts too' },
  { format: 'nodes-csv', name: 'nodes.csv', says: 'for a spreadsheet' },
  { format: 'links-csv', name: 'links.csv', says: 'for a spreadsheet' },
] as const;

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
