import type { ReactNode } from 'react';
import css from './edit.module.css';

interface PartProps {
  readonly title: string;
  /** "3 recorded": seen while it is closed. */
  readonly note?: string | undefined;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** A part of a form that opens; a fault inside opens it too (see `focusFirstFault`). */
export function Part({ title, note, open = false, children }: PartProps) {
  return (
    <details className={css.part} open={open}>
      <summary>
        {title} {note && <span className={css.quiet}>{note}</span>}
      </summary>
      <div>{children}</div>
    </details>
  );
}
