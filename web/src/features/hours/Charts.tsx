import type { SimulatedNode, SimulationAnswer } from '@msp-impact/contract';
import type { State } from '@msp-impact/contract/codes';
import { memo, useMemo, useState } from 'react';
import controls from '../../ui/controls.module.css';
import { hourRange, whenWords } from '../../ui/hour-words.ts';
import { Sign } from '../../ui/Sign.tsx';
import { EmptyState } from '../../ui/States.tsx';
import { leftShort, hours as lengthOf, percent, percentRange } from '../../ui/words.ts';
import { bandPath, HIGH, linePath, WIDE } from './chart.ts';
import { useHourNow } from './clock.ts';
import s from './hours.module.css';
import { type HourScale, hourScale } from './scale.ts';
import { bandOf, hitSpan, type Left, leftAt, within } from './series.ts';
import { useCursor } from './Timeline.tsx';
import { WaitingCharts } from './WaitingCharts.tsx';

interface ChartsProps {
  readonly a: SimulationAnswer;
  readonly b: SimulationAnswer | undefined;
  /** Only these ids: with two plans, what differs. */
  readonly only: ReadonlySet<string> | undefined;
  readonly at: number;
  readonly scale: HourScale;
  readonly kind: 'near' | 'even';
  readonly area: string | undefined;
  readonly selection: string | undefined;
  readonly onSelect: (id: string) => void;
}

const FIRST = 48;
/** A label that begins further right would not fit into its chart. */
const LAST_TICK = 0.8;
const SORTS = [
  { kind: 'region', title: 'Nations and regions' },
  { kind: 'service', title: 'Services' },
  { kind: 'product', title: 'Products' },
  { kind: 'supplier', title: 'Suppliers' },
] as const;

/** What is left over time, one small chart each, all on the timeline's clock and one scale. */
export function Charts(props: ChartsProps) {
  const { a, b, only, at, scale } = props;
  const [most, setMost] = useState(FIRST);
  const root = useCursor(at, scale);
  const other = useMemo(() => new Map(b?.nodes.map((node) => [node.id, node])), [b]);
  const nodes = useMemo(() => ordered(a, b, only, props.area), [a, b, only, props.area]);
  const ticks = useMemo(
    () =>
      hourScale(a.hours, props.kind, 0.26).ticks.filter(({ hour }) => scale.x(hour) < LAST_TICK),
    [a.hours, props.kind, scale],
  );
  const limits = useMemo(() => new Map(a.breaches.map((one) => [one.id, one])), [a]);
  if (nodes.length === 0) {
    return (
      <EmptyState title={b ? 'A and B come to the same.' : 'Nothing falls in this plan.'}>
        <p>
          {b
            ? 'Change one of them, or show everything that is hit.'
            : 'Stop something, or make it last longer.'}
        </p>
      </EmptyState>
    );
  }
  const shown = nodes.slice(0, most);
  return (
    <div className={s.charts} ref={root}>
      <Key
        two={b !== undefined}
        ranged={a.ranged || (b?.ranged ?? false)}
        edge={nodes.some((node) => node.atRisk)}
      />
      <WaitingCharts a={a} b={b} at={at} scale={scale} />
      {SORTS.map(({ kind, title }) => {
        const those = shown.filter((node) => node.kind === kind);
        if (those.length === 0) return null;
        return (
          <section key={kind} aria-label={title}>
            <h2>
              {title} <span className={s.quiet}>{those.length}</span>
            </h2>
            <div className={s.grid}>
              {those.map((node) => (
                <Chart
                  key={node.id}
                  node={node}
                  other={other.get(node.id)}
                  two={b !== undefined}
                  hours={a.hours}
                  at={at}
                  scale={scale}
                  ticks={ticks}
                  missed={limits.get(node.id)}
                  selected={node.id === props.selection}
                  onSelect={props.onSelect}
                />
              ))}
            </div>
          </section>
        );
      })}
      {nodes.length > shown.length && (
        <p>
          {shown.length} of {only ? nodes.length : manyHit(a, nodes.length)} shown{' '}
          <button type="button" className={controls.link} onClick={() => setMost(most + 2 * FIRST)}>
            Show more
          </button>
        </p>
      )}
    </div>
  );
}

/** Of a large graph the answer lists those alone that are hit longest. */
function manyHit({ nodes, total, totalAtRisk }: SimulationAnswer, listed: number): string {
  const all = total + totalAtRisk;
  if (nodes.length >= all) return String(listed);
  return `the ${listed} hit longest, of ${all.toLocaleString('en-GB')},`;
}

/** My area first, then nations before their parts, then what the server puts first: the most hours lost. */
function ordered(
  a: SimulationAnswer,
  b: SimulationAnswer | undefined,
  only: ReadonlySet<string> | undefined,
  area: string | undefined,
): SimulatedNode[] {
  const known = new Set(a.nodes.map((node) => node.id));
  // What B alone hits works in A: its line stays at the top.
  const late = (b?.nodes ?? []).filter((node) => !known.has(node.id)).map(untouched);
  const top = (node: SimulatedNode) => node.area === undefined || node.area === node.id;
  const mine = (node: SimulatedNode) => Number(node.id === area) * 2 + Number(top(node));
  return [...a.nodes, ...late]
    .filter((node) => !only || only.has(node.id))
    .sort((one, two) => mine(two) - mine(one));
}

function untouched({ low: _l, high: _h, ...node }: SimulatedNode): SimulatedNode {
  return { ...node, steps: [[0, 1]], state: 'up', lostHours: 0 };
}

interface ChartProps {
  readonly node: SimulatedNode;
  readonly other: SimulatedNode | undefined;
  readonly two: boolean;
  readonly hours: number;
  readonly at: number;
  readonly scale: HourScale;
  readonly ticks: HourScale['ticks'];
  readonly missed: SimulationAnswer['breaches'][number] | undefined;
  readonly selected: boolean;
  readonly onSelect: (id: string) => void;
}

const Chart = memo(function Chart(props: ChartProps) {
  const { node, other, hours, scale } = props;
  return (
    <article className={s.chart} data-selected={props.selected || undefined}>
      <button type="button" className={s.chartName} onClick={() => props.onSelect(node.id)}>
        <Sign state={node.state} level={node.worst.level} />
        <span className={s.chartTitle}>{node.name}</span>
      </button>
      <p className={s.chartWords}>
        <NowLeft node={node} other={props.two ? other : undefined} two={props.two} at={props.at} />
        <br />
        {props.missed ? <Missed missed={props.missed} /> : spanWords(node)}
      </p>
      <div className={s.plot} role="img" aria-label={chartWords(node, other, props.two)}>
        <svg viewBox={`0 0 ${WIDE} ${HIGH}`} preserveAspectRatio="none" aria-hidden="true">
          <line className={s.rule} x1="0" x2={WIDE} y1="0.5" y2="0.5" />
          <line className={s.rule} x1="0" x2={WIDE} y1={HIGH / 2} y2={HIGH / 2} />
          <Band node={node} scale={scale} hours={hours} className={s.band} />
          {props.two && other && (
            <Band node={other} scale={scale} hours={hours} className={s.bandB} />
          )}
          {node.tolerance && (
            <line
              className={s.limit}
              x1="0"
              x2={WIDE}
              y1={(1 - node.tolerance.minimumLevel) * HIGH}
              y2={(1 - node.tolerance.minimumLevel) * HIGH}
            />
          )}
          <path className={s.left} d={linePath(node.steps, scale.x, hours)} />
          {node.atRisk?.map(({ from, until }) => (
            <line
              key={from}
              className={s.edge}
              x1={scale.x(from) * WIDE}
              x2={scale.x(until ?? hours) * WIDE}
              y1="1"
              y2="1"
            />
          ))}
          {props.two && (
            <path className={s.leftB} d={linePath(other?.steps ?? [], scale.x, hours)} />
          )}
          {props.missed?.hour !== undefined && (
            <line
              className={s.plotMissed}
              x1={scale.x(props.missed.hour) * WIDE}
              x2={scale.x(props.missed.hour) * WIDE}
              y1="0"
              y2={HIGH}
            />
          )}
        </svg>
        <span className={s.chartNow} data-now />
      </div>
      <div className={s.chartTicks} aria-hidden="true">
        {props.ticks.map((tick) => (
          <span
            key={tick.hour}
            className={s.chartTick}
            style={{ left: `${scale.x(tick.hour) * 100}%` }}
          >
            {tick.label}
          </span>
        ))}
      </div>
    </article>
  );
});

function Band(props: {
  readonly node: SimulatedNode;
  readonly scale: HourScale;
  readonly hours: number;
  readonly className: string | undefined;
}) {
  const { node, scale, hours } = props;
  if (!node.low && !node.high) return null;
  const { low, high } = bandOf(node);
  return <path className={props.className} d={bandPath(low, high, scale.x, hours)} />;
}

/** The one line that changes with the hour. */
function NowLeft(props: {
  readonly node: SimulatedNode;
  readonly other: SimulatedNode | undefined;
  readonly two: boolean;
  readonly at: number;
}) {
  const now = useHourNow(props.at);
  const { node, other } = props;
  const here = leftAt(node, now);
  if (props.two) {
    return (
      <>
        A {leftWords(here)} · B {leftWords(leftAt(other, now))} left
      </>
    );
  }
  return (
    <>
      {leftShort(stateOf(node, here.level, now), here.level)}
      {here.range && ` (${percentRange(here.range)} left)`}
    </>
  );
}

const leftWords = ({ level, range }: Left) =>
  range ? `${percent(level)} (${percentRange(range)})` : percent(level);

function stateOf(node: SimulatedNode, level: number, hour: number): State {
  if (level < 1) return level <= node.downAt + 1e-9 ? 'down' : 'degraded';
  return within(node.atRisk, hour) ? 'at-risk' : 'up';
}

function Missed({ missed }: { readonly missed: NonNullable<ChartProps['missed']> }) {
  const hour = hourRange(missed.hour, missed.earliest, missed.latest);
  return (
    <>
      <b>{missed.hour === undefined ? 'May miss its limit' : 'Missed its limit'}</b> at hour {hour}
    </>
  );
}

function spanWords(node: SimulatedNode): string {
  const [edge] = node.state === 'at-risk' ? (node.atRisk ?? []) : [];
  if (edge) {
    const until = edge.until === undefined ? 'to the end' : `to ${whenWords(edge.until)}`;
    return `On last option, ${whenWords(edge.from)} ${until}`;
  }
  const limit = node.tolerance ? 'Keeps to its limit. ' : '';
  const span = hitSpan(node.steps);
  if (!span) return `${limit}Not hit by the most likely course`;
  const until = span.until === undefined ? 'to the end' : `to ${whenWords(span.until)}`;
  return `${limit}${whenWords(span.from)} ${until}`.replace(/^./, (first) => first.toUpperCase());
}

function chartWords(node: SimulatedNode, other: SimulatedNode | undefined, two: boolean): string {
  const worst = `${node.name}: ${percent(node.worst.level)} left at worst`;
  const range = node.worst.range ? ` (${percentRange(node.worst.range)})` : '';
  const limit = node.tolerance
    ? `. Limit: not under ${percent(node.tolerance.minimumLevel)} for longer than ${lengthOf(node.tolerance.maxHours)}`
    : '';
  const b = two ? `. Plan B: ${percent(other?.worst.level ?? 1)} left at worst` : '';
  return `${worst}${range}. ${spanWords(node)}${limit}${b}`;
}

function Key(props: { readonly two: boolean; readonly ranged: boolean; readonly edge: boolean }) {
  const { two, ranged, edge } = props;
  return (
    <p className={s.key}>
      <span>
        <Stroke colour="var(--reduced-line)" /> {two ? 'plan A' : 'what is left, 0 to 100 %'}
      </span>
      {two && (
        <span>
          <Stroke colour="var(--accent)" /> plan B
        </span>
      )}
      {ranged && (
        <span>
          <svg width="18" height="10" aria-hidden="true">
            <rect
              width="18"
              height="10"
              fill="color-mix(in srgb, var(--reduced-line) 28%, transparent)"
            />
          </svg>
          range
        </span>
      )}
      <span>
        <Stroke colour="var(--text)" dash="5 3" /> limit
      </span>
      {edge && (
        <span>
          <Stroke colour="var(--last-text)" wide /> on last option
        </span>
      )}
      <span>All charts share one clock and one scale.</span>
    </p>
  );
}

function Stroke(props: {
  readonly colour: string;
  readonly dash?: string;
  readonly wide?: boolean;
}) {
  const { colour, dash, wide } = props;
  return (
    <svg width="18" height="10" aria-hidden="true">
      <path
        d="M0 5h18"
        stroke={colour}
        strokeWidth={wide ? 4 : 2}
        {...(dash ? { strokeDasharray: dash } : {})}
      />
    </svg>
  );
}
