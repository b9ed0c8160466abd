import type { ItemChange } from '@msp-impact/contract';
import { fieldChanges } from '../../ui/field-diff.ts';
import { fieldWord, ITEM_WORDS } from '../../ui/field-words.ts';
import { valueWords } from '../../ui/value-words.ts';
import css from './history.module.css';

type Fields = Readonly<Record<string, unknown>>;

/** What an item is called: its name or title, for a link both its ends. */
function titleOf(change: ItemChange): string {
  const item = (change.after ?? change.before ?? {}) as Fields;
  const ends = change.type === 'dependency' && `${String(item.to)} relies on ${String(item.from)}`;
  return String(item.name ?? item.title ?? (ends || change.id));
}

function whatHappened(change: ItemChange): string {
  if (change.type === 'graph') return 'The whole of it was replaced, or renamed';
  const word = change.type === 'note' ? 'question' : ITEM_WORDS[change.type].one;
  const verb = change.before === null ? 'new' : change.after === null ? 'removed' : 'changed';
  return `${titleOf(change)} (${word}, ${verb})`;
}

const fieldsOf = (side: unknown) => (typeof side === 'object' ? side : { name: side });

/** Before and after, field by field; a new item shows what it holds, a removed one what it held. */
export function ItemChangeView({ change }: { readonly change: ItemChange }) {
  const fields = fieldChanges(fieldsOf(change.before), fieldsOf(change.after));
  const both = change.before !== null && change.after !== null;
  return (
    <table className={css.table}>
      <caption>{whatHappened(change)}</caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          {change.before !== null && <th scope="col">{both ? 'Before' : 'Held'}</th>}
          {change.after !== null && <th scope="col">{both ? 'After' : 'Holds'}</th>}
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{fieldWord(change.type, field)}</th>
            {change.before !== null && <td>{valueWords(field, before)}</td>}
            {change.after !== null && <td>{valueWords(field, after)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
