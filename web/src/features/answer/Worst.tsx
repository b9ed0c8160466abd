import type { Bounds, ImpactAnswer, Kind, State } from '@msp-impact/contract';
import { LevelBar } from '../../ui/Level.tsx';
import { Panel, Section } from '../../ui/Panel.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { NOT_CALCULATED } from '../../ui/States.tsx';
import { count, leftShort } from '../../ui/words.ts';
import s from './answer.module.css';

interface WorstProps {
  readonly answer: ImpactAnswer | undefined;
  readonly failed: boolean;
  readonly area: string | undefined;
  readonly onSelect: (id: string) => void;
}

const MOST = 12;

/** Who is hit, worst first: what stands at the right while nothing is selected. */
export function Worst({ answer, failed, area, onSelect }: WorstProps) {
  const services = (answer?.impacted ?? []).filter((row) => row.kind === 'service');
  const mine = (answer?.impacted ?? []).filter((row) => row.id === area);
  const notKnown = (answer?.unknown ?? []).filter((node) => node.kind === 'service');
  return (
    <Panel label="Who is hit">
      <h2 className={s.panelTitle}>Who is hit</h2>
      {!answer && <p className={s.panelQuiet}>{failed ? NOT_CALCULATED : 'Working it out …'}</p>}
      {answer && answer.total === 0 && (
        <p className={s.panelQuiet}>Nothing that is on record is hit.</p>
      )}
      {answer && !answer.summary.settled && (
        <p className={s.panelQuiet}>
          Some things lean on each other in a circle that did not settle.
        </p>
      )}
      {mine.length > 0 && (
        <Section title="My area">
          <Hits rows={mine} onSelect={onSelect} />
        </Section>
      )}
      {answer && answer.nations.length > 0 && (
        <Section title="Nations and areas">
          <Hits rows={answer.nations.slice(0, MOST)} onSelect={onSelect} />
        </Section>
      )}
      {services.length > 0 && (
        <Section title="Services, worst first">
          <Hits rows={services.slice(0, MOST)} onSelect={onSelect} />
          {services.length > MOST && (
            <p className={s.panelQuiet}>
              {count(services.length - MOST, 'more', 'more')} in the table
            </p>
          )}
        </Section>
      )}
      {answer && answer.atRisk.length > 0 && (
        <Section title="On last option">
          <Hits
            rows={answer.atRisk
              .slice(0, MOST)
              .map((one) => ({ ...one, level: 1, state: 'at-risk' }))}
            onSelect={onSelect}
          />
        </Section>
      )}
      {notKnown.length > 0 && (
        <Section title="Not known">
          <Hits
            rows={notKnown.slice(0, MOST).map((one) => ({ ...one, level: 1, state: 'unknown' }))}
            onSelect={onSelect}
          />
        </Section>
      )}
    </Panel>
  );
}

interface Hit {
  readonly id: string;
  readonly name: string;
  readonly kind?: Kind;
  readonly level: number;
  readonly range?: Bounds | undefined;
  readonly state: State;
}

function Hits(props: { readonly rows: readonly Hit[]; readonly onSelect: (id: string) => void }) {
  return (
    <ul className={s.hits}>
      {props.rows.map((row) => (
        <li key={row.id}>
          <button type="button" onClick={() => props.onSelect(row.id)}>
            <Sign state={row.state} level={row.level} />
            <span className={s.hitName}>{row.name}</span>
            <span className={s.hitLeft} data-state={row.state}>
              {leftShort(row.state, row.level)}
            </span>
            {row.state === 'degraded' && (
              <span className={s.hitBar}>
                <LevelBar level={row.level} range={row.range} state={row.state} label={row.name} />
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
