import type { BacklogAnswer, SimulationAnswer } from '@msp-impact/contract';
import { manyRange, manyWords, whenWords } from '../../ui/hour-words.ts';
import { HIGH, WIDE, waitBand, waitLine } from './chart.ts';
import { useHourNow } from './clock.ts';
import s from './hours.module.css';
import type { HourScale } from './scale.ts';
import { clearedAt, waitingAt } from './series.ts';

interface WaitingChartsProps {
  readonly a: SimulationAnswer;
  readonly b: SimulationAnswer | undefined;
  readonly at: number;
  readonly scale: HourScale;
}

/** Cases that wait over time, one chart for each service whose cases are counted; both plans in one. */
export function WaitingCharts({ a, b, at, scale }: WaitingChartsProps) {
  const ids = [...new Set([...a.backlogs, ...(b?.backlogs ?? [])].map((one) => one.id))];
  if (ids.length === 0) return null;
  const of = (answer: SimulationAnswer | undefined, id: string) =>
    answer?.backlogs.find((one) => one.id === id);
  return (
    <section aria-label="Cases that wait, over time">
      <h2>
        Cases that wait <span className={s.quiet}>{ids.length}</span>
      </h2>
      <div className={s.grid}>
        {ids.map((id) => (
          <WaitingChart
            key={id}
            a={of(a, id)}
            b={of(b, id)}
            two={b !== undefined}
            hours={a.hours}
            at={at}
            scale={scale}
          />
        ))}
      </div>
    </section>
  );
}

interface WaitingChartProps {
  readonly a: BacklogAnswer | undefined;
  readonly b: BacklogAnswer | undefined;
  readonly two: boolean;
  readonly hours: number;
  readonly at: number;
  readonly scale: HourScale;
}

function WaitingChart({ a, b, two, hours, at, scale }: WaitingChartProps) {
  const most = Math.max(1, ...[a, b].map((one) => one?.range?.high ?? one?.peak ?? 0));
  const place = { x: scale.x, most, hours };
  const words = [
    `${(a ?? b)?.name}, cases that wait`,
    two ? `plan A: ${mostWords(a)}; plan B: ${mostWords(b)}` : mostWords(a),
  ].join('. ');
  return (
    <article className={s.chart}>
      <p className={s.chartHead}>{(a ?? b)?.name}</p>
      <p className={s.chartWords}>
        <NowWaiting a={a} b={b} two={two} at={at} />
        <br />
        {two ? `A ${mostWords(a)} · B ${mostWords(b)}` : mostWords(a)}
      </p>
      <div className={s.plot} role="img" aria-label={words}>
        <svg viewBox={`0 0 ${WIDE} ${HIGH}`} preserveAspectRatio="none" aria-hidden="true">
          {a?.courseLow && a.courseHigh && (
            <path className={s.band} d={waitBand(a.courseLow, a.courseHigh, place)} />
          )}
          {b?.courseLow && b.courseHigh && (
            <path className={s.bandB} d={waitBand(b.courseLow, b.courseHigh, place)} />
          )}
          <path className={s.left} d={waitLine(a?.course ?? [], place)} />
          {two && <path className={s.leftB} d={waitLine(b?.course ?? [], place)} />}
        </svg>
        <span className={s.chartNow} data-now />
      </div>
      <p className={s.quiet}>
        <small>0 to {manyWords(most)} cases</small>
      </p>
    </article>
  );
}

function mostWords(one: BacklogAnswer | undefined): string {
  if (!one) return 'none wait';
  const peak = `up to ${manyRange(one.peak, one.range)}`;
  if (one.peak === 0) return peak;
  return `${peak} at ${whenWords(one.peakHour)}, ${clearedWords(one)}`;
}

export function clearedWords(one: BacklogAnswer): string {
  const { likely, worst } = clearedAt(one);
  if (likely === undefined) return 'some to the end';
  const none = `none from ${whenWords(likely)}`;
  if (worst === undefined) return `${none}, at worst some to the end`;
  return worst > likely ? `${none}, at worst from ${whenWords(worst)}` : none;
}

/** The one line that changes with the hour. */
function NowWaiting(props: Pick<WaitingChartProps, 'a' | 'b' | 'two' | 'at'>) {
  const now = useHourNow(props.at);
  const words = (one: BacklogAnswer | undefined) => {
    if (!one) return '0';
    const [low, high] = [one.courseLow ?? one.course, one.courseHigh ?? one.course];
    const range = { low: waitingAt(low, now), high: waitingAt(high, now) };
    return manyRange(Math.round(waitingAt(one.course, now)), {
      low: Math.round(range.low),
      high: Math.round(range.high),
    });
  };
  return (
    <>{props.two ? `A ${words(props.a)} · B ${words(props.b)} wait` : `${words(props.a)} wait`}</>
  );
}
