import { useState } from 'react';
import { Link } from 'wouter';
import controls from '../../ui/controls.module.css';
import tableCss from '../../ui/data-table.module.css';
import s from './reliance.module.css';

const FIRST = 4;

/** A few names, each a way to Explore; the rest on demand. */
export function Names(props: {
  readonly of: readonly { readonly id: string; readonly name: string }[];
  /** On record, but not among them. */
  readonly more: number;
  readonly hrefOf: (id: string) => string;
}) {
  const [all, setAll] = useState(false);
  const { of, more } = props;
  if (of.length === 0) return <span className={s.quiet}>–</span>;
  const shown = all ? of : of.slice(0, FIRST);
  const left = of.length - shown.length;
  return (
    <span className={tableCss.names}>
      {shown.map((one) => (
        <Link key={one.id} href={props.hrefOf(one.id)}>
          {one.name}
        </Link>
      ))}
      {left > 0 && (
        <button type="button" className={controls.link} onClick={() => setAll(true)}>
          {left} more
        </button>
      )}
      {all && more > 0 && <span className={s.quiet}>and {more.toLocaleString('en-GB')} more</span>}
    </span>
  );
}
