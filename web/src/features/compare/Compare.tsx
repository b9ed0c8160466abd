import type { Bounds, ComparisonAnswer } from '@msp-impact/contract';
import type { ReactNode } from 'react';
import controls from '../../ui/controls.module.css';
import { manyRange, manyWords, planText } from '../../ui/hour-words.ts';
import { Section } from '../../ui/Panel.tsx';
import { count, hours, percent, percentRange } from '../../ui/words.ts';
import s from './compare.module.css';
import { inputLine } from './inputs.ts';

interface CompareProps {
  readonly answer: ComparisonAnswer;
  readonly names: { readonly a: string; readonly b: string };
  readonly hour: number;
  /** What is left of one of them at the hour, under A and under B. */
  readonly leftOf: (id: string) => { readonly a: Left; readonly b: Left };
  readonly ownerOf: (list: string, index: number) => string | undefined;
  readonly all: boolean;
  readonly selection: string | undefined;
  readonly onAll: (all: boolean) => void;
  readonly onSelect: (id: string) => void;
  readonly onSwap: () => void;
  readonly onEnd: () => void;
  /** What services have to do in A. */
  readonly children: ReactNode;
}

/** A level, and what it may be. */
interface Left {
  readonly level: number;
  readonly range?: Bounds;
}

const SHOWN = 40;

/** A | B: first what differs, in a sentence; then each that differs, with A's bar over B's. */
export function Compare(props: CompareProps) {
  const { answer, names, leftOf, all } = props;
  const better = answer.b.harm.personHours - answer.a.harm.personHours;
  return (
    <>
      <h2 className={s.title}>{planText(answer.sentence)}</h2>
      <p className={s.key}>
        <b data-plan="a">A</b> {names.a}
        <br />
        <b data-plan="b">B</b> {names.b}
      </p>
      {answer.a.harm.known && Math.abs(better) >= 1 && (
        <p>
          B loses {manyWords(Math.abs(better))} hours of normal work, times people,{' '}
          {better < 0 ? 'less' : 'more'} than A: A{' '}
          {manyRange(answer.a.harm.personHours, answer.a.harm.range)}, B{' '}
          {manyRange(answer.b.harm.personHours, answer.b.harm.range)}.
        </p>
      )}
      <div className={s.row}>
        {/* biome-ignore lint/a11y/useSemanticElements: two buttons are no fieldset of a form */}
        <div className={controls.segments} role="group" aria-label="What is shown">
          <button type="button" aria-pressed={!all} onClick={() => props.onAll(false)}>
            Differences only
          </button>
          <button type="button" aria-pressed={all} onClick={() => props.onAll(true)}>
            Everything
          </button>
        </div>
        <button type="button" className={controls.button} onClick={props.onSwap}>
          Swap
        </button>
        <button type="button" className={controls.button} onClick={props.onEnd}>
          End
        </button>
      </div>
      <Section title={`${count(answer.differences.length, 'difference')} in what is left`}>
        {answer.differences.length === 0 && <p>A and B come to the same.</p>}
        <ul className={s.list}>
          {answer.differences.slice(0, SHOWN).map((one) => (
            <li key={one.id}>
              <button
                type="button"
                aria-current={one.id === props.selection}
                onClick={() => props.onSelect(one.id)}
              >
                <strong>{one.name}</strong>
                <em data-better={one.lostHours < 0 || undefined}>{lostWords(one.lostHours)}</em>
                <Bars {...leftOf(one.id)} />
              </button>
            </li>
          ))}
        </ul>
        {answer.differences.length > SHOWN && (
          <p className={s.quiet}>and {answer.differences.length - SHOWN} more in the charts</p>
        )}
      </Section>
      <Waiting a={answer.a.backlogs} b={answer.b.backlogs} />
      {props.children}
      <Section title="What differs in the plans">
        {answer.inputs.length === 0 && <p>Nothing: the plans are the same.</p>}
        <table className={s.inputs}>
          <tbody>
            {answer.inputs.slice(0, SHOWN).map((input) => {
              const line = inputLine(input, props.ownerOf);
              return (
                <tr key={input.path}>
                  <th scope="row">{line.what}</th>
                  <td>A {line.a}</td>
                  <td>B {line.b}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Section>
    </>
  );
}

/** "B: 12 hours less lost". */
function lostWords(lost: number): string {
  if (Math.abs(lost) < 0.05) return 'as much lost, at other times';
  return `B: ${hours(Math.abs(lost))} ${lost < 0 ? 'less' : 'more'} lost`;
}

/** A over B on one scale, each with what it may be as a paler bar. */
function Bars({ a, b }: { readonly a: Left; readonly b: Left }) {
  return (
    <span className={s.pair}>
      {(['a', 'b'] as const).map((plan) => {
        const { level, range } = plan === 'a' ? a : b;
        return (
          <span key={plan} className={s.bars}>
            <span aria-hidden="true">{plan.toUpperCase()}</span>
            <span className={s.track} aria-hidden="true">
              {range && (
                <i
                  data-range={plan}
                  style={{ left: percentOf(range.low), width: percentOf(range.high - range.low) }}
                />
              )}
              <i data-plan={plan} style={{ width: percentOf(level) }} />
            </span>
            <span>
              <span className="only-heard">{`Plan ${plan.toUpperCase()}: `}</span>
              {percent(level)}
              {range && ` (${percentRange(range)})`}
            </span>
          </span>
        );
      })}
    </span>
  );
}

const percentOf = (share: number) => `${share * 100}%`;

type Backlogs = ComparisonAnswer['a']['backlogs'];

/** Cases that wait in A and in B, at their most. */
function Waiting({ a, b }: { readonly a: Backlogs; readonly b: Backlogs }) {
  const ids = [...new Set([...a, ...b].map((one) => one.id))];
  if (ids.length === 0) return null;
  const most = (list: Backlogs, id: string) => {
    const found = list.find((one) => one.id === id);
    return found ? manyRange(found.peak, found.range) : 'none';
  };
  return (
    <Section title="Cases that wait, at most">
      <table className={s.inputs}>
        <tbody>
          {ids.map((id) => (
            <tr key={id}>
              <th scope="row">{[...a, ...b].find((one) => one.id === id)?.name}</th>
              <td>A {most(a, id)}</td>
              <td>B {most(b, id)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
