import type { ReactNode } from 'react';

interface ScrollProps {
  readonly label: string;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

/** A wide or long table in a frame: keys reach it and scroll it. */
export function Scroll({ label, className, children }: ScrollProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that keys must reach it
    <section className={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
