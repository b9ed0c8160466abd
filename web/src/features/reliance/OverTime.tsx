import { useElementSize } from '@mantine/hooks';
import type { OverTimeAnswer } from '@msp-impact/contract';
import { likeEqual, likeRange } from '../../ui/reliance-words.ts';
import { count } from '../../ui/words.ts';
import picturesCss from './pictures.module.css';
import s from './reliance.module.css';

type Point = OverTimeAnswer['points'][number];
type Known = Point & { readonly effective: number; readonly hhi: number };

const HEIGHT = 96;
const EDGE = { left: 40, right: 34, top: 18, bottom: 20 };

/** Like so many equal suppliers, at the end of each year; higher is better spread. */
export function OverTime(props: { readonly points: readonly Point[]; readonly like: string }) {
  const { ref, width } = useElementSize();
  const known = props.points.filter((one): one is Known => one.effective !== undefined);
  if (known.length < 2) {
    return (
      <p className={s.quiet}>
        {known.length === 0 ? 'No year' : 'One year only'} of contracts with days and amounts: no
        course over time yet. Starts and ends of contracts make one.
      </p>
    );
  }
  return (
    <div ref={ref} className={picturesCss.overTime}>
      {width > 0 && <Curve points={known} width={width} like={props.like} />}
    </div>
  );
}

const time = (point: Point) => Date.parse(point.at);
const bound = (point: Known, end: 'low' | 'high') => 10_000 / (point.range?.[end] ?? point.hhi);
const scale = (from: readonly [number, number], to: readonly [number, number]) => (value: number) =>
  to[0] + ((value - from[0]) / (from[1] - from[0])) * (to[1] - to[0]);

function Curve(props: {
  readonly points: readonly Known[];
  readonly width: number;
  readonly like: string;
}) {
  const { points, width } = props;
  const [first, last] = [points[0] as Known, points.at(-1) as Known];
  const most = Math.max(2, ...points.map((one) => bound(one, 'low')));
  const xOf = scale([time(first), time(last)], [EDGE.left, width - EDGE.right]);
  const x = (point: Known) => xOf(time(point));
  const y = scale([1, most], [HEIGHT - EDGE.bottom, EDGE.top]);
  const along = (height: (point: Known) => number) =>
    points.map((point) => `${x(point).toFixed(1)} ${y(height(point)).toFixed(1)}`);
  const course = `M${along((one) => one.effective).join('L')}`;
  const [least, greatest] = [along((one) => bound(one, 'high')), along((one) => bound(one, 'low'))];
  const spread = `M${[...least, ...greatest.reverse()].join('L')}Z`;
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={courseWords(points, props.like)}>
      <path d={spread} className={picturesCss.courseRange} />
      <path d={course} className={picturesCss.course} />
      {[1, most].map((value) => (
        <text
          key={value}
          x={EDGE.left - 8}
          y={y(value) + 4}
          textAnchor="end"
          className={picturesCss.axis}
        >
          {likeEqual(value)}
        </text>
      ))}
      <Years points={points} x={x} y={(point) => y(point.effective)} />
    </svg>
  );
}

/** A label where there is room for one. */
function Years(props: {
  readonly points: readonly Known[];
  readonly x: (point: Known) => number;
  readonly y: (point: Known) => number;
}) {
  let free = Number.NEGATIVE_INFINITY;
  return props.points.map((point) => {
    const x = props.x(point);
    const room = x - free > 46;
    if (room) free = x;
    return (
      <g key={point.at}>
        <circle cx={x} cy={props.y(point)} r="3.2" className={picturesCss.courseDot}>
          <title>{pointWords(point)}</title>
        </circle>
        {room && (
          <text x={x} y={HEIGHT - 4} textAnchor="middle" className={picturesCss.axis}>
            {yearWord(point)}
          </text>
        )}
      </g>
    );
  });
}

/** The current year is told as of today. */
const yearWord = (point: Point) => (point.at.endsWith('-12-31') ? point.at.slice(0, 4) : 'today');

function pointWords(point: Known): string {
  const range = point.range && likeRange(point.range);
  return `${yearWord(point)}: like ${range ?? likeEqual(point.effective)}, ${count(point.contracts, 'contract')}`;
}

const courseWords = (points: readonly Known[], like: string) =>
  `How many ${like} it is like, year by year. ${points.map(pointWords).join('; ')}`;
