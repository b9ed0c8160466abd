import { Scroll } from '../../ui/Scroll.tsx';
import css from './data.module.css';
import type { Preview } from './source.ts';

/** The first lines of what was brought in, before anything is read for real. */
export function PreviewTable({ preview }: { readonly preview: Preview }) {
  if (preview.shape === 'text') {
    return (
      <Scroll className={css.scroll} label="First lines">
        <pre className={css.code}>{preview.lines.join('\n')}</pre>
      </Scroll>
    );
  }
  const [head = [], ...rows] = preview.rows;
  return (
    <Scroll className={css.scroll} label="First lines">
      <table className={`${css.table} ${css.preview}`}>
        <caption>First lines{preview.more ? ', of more' : ''}</caption>
        <thead>
          <tr>
            {head.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file never move
              <th key={column} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file never move
            <tr key={index}>
              {head.map((_, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file never move
                <td key={column}>{row[column] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
