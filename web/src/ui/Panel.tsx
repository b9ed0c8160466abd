import type { ReactNode } from 'react';
import { useId } from 'react';
import kit from './kit.module.css';

/** A titled section of a panel or screen; the title names the landmark for screen readers. */
export function Section(props: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={kit.section} aria-labelledby={id}>
      <div className={kit.sectionHead}>
        <h3 id={id}>{props.title}</h3>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}

/** A column of content that scrolls, with actions that stay fixed at its foot. */
export function Panel(props: {
  readonly label: string;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
}) {
  return (
    <aside className={kit.panel} aria-label={props.label}>
      <div className={kit.panelBody}>{props.children}</div>
      {props.foot && <div className={kit.panelFoot}>{props.foot}</div>}
    </aside>
  );
}
