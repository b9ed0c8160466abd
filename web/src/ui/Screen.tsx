import type { ReactNode } from 'react';
import controls from './controls.module.css';
import s from './screen.module.css';
import { count } from './words.ts';

/** The question as a sentence, the answer as another, and its numbers at the right. */
export function ScreenTop(props: {
  readonly question: ReactNode;
  /** The answer, heard once when it changes. */
  readonly answer: ReactNode;
  readonly late?: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <div className={s.top}>
      <div className={s.sentences}>
        <section className={s.question} aria-label="The question">
          {props.question}
        </section>
        <h1 className={s.answer} aria-live="polite" data-late={props.late || undefined}>
          {props.answer}
        </h1>
      </div>
      {props.children && <dl className={s.figures}>{props.children}</dl>}
    </div>
  );
}

/** One number of the answer, its word and what is not known of it. */
export function Figure(props: {
  readonly value: ReactNode;
  readonly word: string;
  readonly range?: string | undefined;
}) {
  return (
    <div className={s.figure}>
      <dt>{props.word}</dt>
      <dd>
        {props.value}
        {props.range && <span>{props.range}</span>}
      </dd>
    </div>
  );
}

/** What is listed, and the CSV of exactly this. */
export function ScreenFoot(props: {
  readonly rows: number;
  readonly note?: ReactNode;
  readonly onCsv: () => void;
}) {
  return (
    <div className={s.foot}>
      <span>{props.note}</span>
      <button
        type="button"
        className={controls.button}
        disabled={props.rows === 0}
        onClick={props.onCsv}
      >
        CSV of these {count(props.rows, 'row')}
      </button>
    </div>
  );
}

/** A word of the question's sentence that cannot be changed. */
export function Words({ children }: { readonly children: ReactNode }) {
  return <span className={s.words}>{children}</span>;
}
