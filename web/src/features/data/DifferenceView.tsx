import type { Difference } from '@msp-impact/contract';
import { fieldWord, ITEM_WORDS } from '../../ui/field-words.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { KIND_WORDS } from '../../ui/words.ts';
import css from './data.module.css';

const CHANGES = {
  created: { word: 'New', sign: '+' },
  updated: { word: 'Changed', sign: '~' },
  removed: { word: 'Removed', sign: '−' },
} as const;

/** What loading would do: counts first, then the items, the worst surprise on top. */
export function DifferenceView({ difference }: { readonly difference: Difference }) {
  const { items, created, updated, removed } = difference;
  const all = created + updated + removed;
  if (all === 0) return <p>Nothing would change: all of it is here already.</p>;
  return (
    <>
      <Counts difference={difference} />
      <Scroll className={css.scroll} label="Difference">
        <table className={css.table}>
          <caption>
            {items.length < all
              ? `The first ${items.length} of ${all.toLocaleString('en-GB')} changes`
              : 'Every change'}
          </caption>
          <thead>
            <tr>
              <th scope="col">Change</th>
              <th scope="col">Of</th>
              <th scope="col">Name</th>
              <th scope="col">Fields that change</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <Row key={`${item.type} ${item.id}`} item={item} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

function Counts({ difference }: { readonly difference: Difference }) {
  const list = [
    ['new', difference.created],
    ['changed', difference.updated],
    ['removed', difference.removed],
    ['the same', difference.unchanged],
  ] as const;
  return (
    <p className={css.counts}>
      {list.map(([word, n]) => (
        <span key={word}>
          <b>{n.toLocaleString('en-GB')}</b> {word}
        </span>
      ))}
    </p>
  );
}

function Row({ item }: { readonly item: Difference['items'][number] }) {
  const { word, sign } = CHANGES[item.change];
  return (
    <tr>
      <td className={css.short}>
        <span className={css.mark} data-change={item.change}>
          <i aria-hidden="true">{sign}</i>
          {word}
        </span>
      </td>
      <td className={css.short}>
        {item.kind ? KIND_WORDS[item.kind].one : ITEM_WORDS[item.type].one}
      </td>
      <td>
        {item.name ?? item.id}
        {item.name && <span className={css.quiet}> {item.id}</span>}
      </td>
      <td>{(item.fields ?? []).map((field) => fieldWord(item.type, field)).join(', ')}</td>
    </tr>
  );
}
