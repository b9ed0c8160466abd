import type { Bounds, Threshold } from '@msp-impact/contract';
import { index, indexRange } from '../../ui/reliance-words.ts';
import scaleCss from './scale.module.css';

const MOST = 10_000;
const WIDTH = 300;
const LINE = 30;

/** From spread evenly to all on one: where we are, the range that is not known, where words begin. */
export function Scale(props: {
  readonly hhi: number;
  readonly range: Bounds | undefined;
  readonly thresholds: readonly Threshold[];
}) {
  const { hhi, range, thresholds } = props;
  // Squares crowd the low end: by their root equal steps are equal changes of the largest share.
  const x = (value: number) => Math.sqrt(value / MOST) * WIDTH;
  const spread = range && indexRange(range);
  const words = `${index(hhi)} of 10,000${spread ? `, range ${spread}` : ''}`;
  return (
    <svg viewBox={`-2 0 ${WIDTH + 4} 58`} className={scaleCss.scale} role="img" aria-label={words}>
      <rect x="0" y={LINE - 3} width={WIDTH} height="6" rx="3" className={scaleCss.scaleLine} />
      {thresholds.map((one) => (
        <g key={one.from}>
          <line
            x1={x(one.from)}
            x2={x(one.from)}
            y1={LINE - 9}
            y2={LINE + 9}
            className={scaleCss.scaleMark}
          />
          <text x={x(one.from)} y={LINE + 22} textAnchor="middle" className={scaleCss.scaleText}>
            {index(one.from)}
          </text>
        </g>
      ))}
      {range && (
        <rect
          x={x(range.low)}
          y={LINE - 6}
          width={Math.max(2, x(range.high) - x(range.low))}
          height="12"
          rx="4"
          className={scaleCss.scaleRange}
        />
      )}
      <circle cx={x(hhi)} cy={LINE} r="6.5" className={scaleCss.scaleDot} />
      <text
        x={Math.min(WIDTH - 18, Math.max(18, x(hhi)))}
        y={LINE - 14}
        textAnchor="middle"
        className={scaleCss.scaleValue}
      >
        {index(hhi)}
      </text>
      <text x="0" y={LINE + 22} className={scaleCss.scaleText}>
        0
      </text>
      <text x={WIDTH} y={LINE + 22} textAnchor="end" className={scaleCss.scaleText}>
        10,000
      </text>
    </svg>
  );
}
