import type { ImportAnswer, SampleSummary } from '@msp-impact/contract';
import { type ReactNode, useRef, useState } from 'react';
import { Bring } from './Bring.tsx';
import { Check } from './Check.tsx';
import { Exports, Templates } from './DataFiles.tsx';
import css from './data.module.css';
import { Holdings } from './Holdings.tsx';
import { Samples } from './Samples.tsx';
import type { Source } from './source.ts';

interface DataScreenProps {
  /** Called after a load, e.g. to offer the way to the Explore screen. */
  readonly onLoaded?: (answer: ImportAnswer) => void;
  readonly onSampleLoaded?: (sample: SampleSummary) => void;
  /** Adding one thing by hand: stands beside the title. */
  readonly add?: ReactNode;
  /** The list of changes, as a card of its own. */
  readonly changes?: ReactNode;
  /** Contracts that wait to be linked, as a card of its own. */
  readonly contracts?: ReactNode;
}

/** Bring data in, see what is here, take it out. */
export function DataScreen({ onLoaded, onSampleLoaded, add, changes, contracts }: DataScreenProps) {
  return (
    <div className={css.screen}>
      <div className={css.page}>
        <div className={css.head}>
          <h1 className={css.title}>Data</h1>
          {add}
        </div>
        <div className={css.column}>
          <BringIn onLoaded={onLoaded} />
          {contracts}
          {changes && <section className={css.card}>{changes}</section>}
        </div>
        <div className={css.column}>
          <Card title="What is here">
            <Holdings />
          </Card>
          <Card title="Samples">
            <Samples onLoaded={onSampleLoaded} />
          </Card>
          <Card title="Files">
            <h3>Templates to fill in</h3>
            <Templates />
            <h3>Take out what is here</h3>
            <Exports />
          </Card>
        </div>
      </div>
    </div>
  );
}

function Card(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={css.card} aria-label={props.title}>
      <h2>{props.title}</h2>
      {props.children}
    </section>
  );
}

function BringIn({ onLoaded }: { readonly onLoaded: DataScreenProps['onLoaded'] }) {
  const [source, setSource] = useState<Source>();
  const heading = useRef<HTMLHeadingElement>(null);
  const show = (next: Source | undefined) => {
    setSource(next);
    // What had the focus is gone from the page: start again at the top of the card.
    heading.current?.focus();
  };
  return (
    <section className={css.card} aria-labelledby="bring-in">
      <h2 id="bring-in" ref={heading} tabIndex={-1}>
        Bring in my own list
      </h2>
      <p className={css.quiet}>
        A workbook or table of suppliers, services, contracts or links with columns of its own, an
        impact analysis, an export of another program, or a graph document. Everything is checked
        and shown before anything is stored.
      </p>
      {source ? (
        <Check
          key={source.key}
          source={source}
          onCancel={() => show(undefined)}
          onLoaded={(answer) => {
            const { sheets = [] } = answer;
            show(undefined);
            // Contracts of a register are linked next, on this screen.
            if (!sheets.some(({ kind }) => kind === 'contracts')) onLoaded?.(answer);
          }}
        />
      ) : (
        <Bring onSource={show} />
      )}
    </section>
  );
}
