import type { ReactNode } from 'react';
import kit from './kit.module.css';

/** Entries of a menu under one heading, which screen readers hear as the group's name. */
export function MenuGroup(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a menu
    <div role="group" aria-label={props.title}>
      <div className={kit.menuTitle} aria-hidden="true">
        {props.title}
      </div>
      {props.children}
    </div>
  );
}
