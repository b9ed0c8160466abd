import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import css from './edit.module.css';
import { useFault } from './faults-context.ts';

interface RowsProps<R extends { readonly rowKey: string }> {
  readonly place: string;
  readonly legend: string;
  readonly description?: string;
  /** "source": for the buttons "Add a source" and "Remove source 2". */
  readonly one: string;
  readonly rows: readonly R[];
  readonly empty: () => R;
  readonly onChange: (rows: readonly R[]) => void;
  readonly children: (row: R, index: number, set: (patch: Partial<R>) => void) => ReactNode;
}

/** A list inside a form: rows of fields, each to be removed, and a button for another. */
export function Rows<R extends { readonly rowKey: string }>(props: RowsProps<R>) {
  const { rows, onChange, one } = props;
  const fault = useFault(props.place);
  const list = useRef<HTMLFieldSetElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (!added.current || rows.length === 0) return;
    added.current = false;
    // The last row alone; its first field is where typing goes on.
    const items = list.current?.querySelectorAll<HTMLElement>('[data-row]');
    items?.[items.length - 1]?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [rows]);
  const set = (index: number) => (patch: Partial<R>) =>
    onChange(rows.map((row, i) => (i === index ? { ...row, ...patch } : row)));
  const remove = (index: number) => {
    onChange(rows.filter((_, i) => i !== index));
    // The button that had the focus goes with its row.
    list.current?.querySelector<HTMLElement>('[data-add]')?.focus();
  };
  return (
    <fieldset className={css.set} ref={list} data-place={props.place}>
      <legend>{props.legend}</legend>
      {props.description && <p className={css.quiet}>{props.description}</p>}
      {fault && (
        <p className={css.danger} role="alert">
          {fault}
        </p>
      )}
      {rows.map((row, index) => (
        <div key={row.rowKey} data-row className={css.item}>
          {props.children(row, index, set(index))}
          <div>
            <Button size="compact-sm" variant="subtle" onClick={() => remove(index)}>
              Remove<span className="only-heard">{` ${one} ${index + 1}`}</span>
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button
          data-add
          variant="default"
          onClick={() => {
            added.current = true;
            onChange([...rows, props.empty()]);
          }}
        >
          {`Add ${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}`}
        </Button>
      </div>
    </fieldset>
  );
}
