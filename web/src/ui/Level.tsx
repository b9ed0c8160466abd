import type { Bounds } from '@msp-impact/contract';
import type { State } from '@msp-impact/contract/codes';
import kit from './kit.module.css';
import { Sign } from './Sign.tsx';
import { leftLong, percent, percentRange } from './words.ts';

interface LevelBarProps {
  /** What is left, 0..1. */
  readonly level: number;
  readonly range?: Bounds | undefined;
  readonly state: State;
  readonly label?: string;
}

/** What is left as a 3 px bar, its range as a paler 5 px bar; the number stands beside it. */
export function LevelBar({ level, range, state, label }: LevelBarProps) {
  const words = `${percent(level)} left${range ? `, ${percentRange(range)}` : ''}`;
  return (
    <span
      className={kit.bar}
      data-state={state}
      role="img"
      aria-label={label ? `${label}: ${words}` : words}
    >
      {range && (
        <span
          className={kit.barRange}
          style={{ left: `${range.low * 100}%`, width: `${(range.high - range.low) * 100}%` }}
        />
      )}
      <span className={kit.barLeft} style={{ width: `${level * 100}%` }} />
    </span>
  );
}

interface StateBadgeProps {
  readonly state: State;
  readonly level: number;
  readonly range?: Bounds | undefined;
}

/** Sign, border, word and colour together: state is never colour alone. */
export function StateBadge({ state, level, range }: StateBadgeProps) {
  const spread = range && percentRange(range) !== percent(level);
  return (
    <span className={kit.badgeLine}>
      <span className={kit.badge} data-state={state}>
        <Sign state={state} level={level} size={14} />
        {leftLong(state, level)}
      </span>
      {spread && <span className={kit.quiet}>range {percentRange(range)}</span>}
    </span>
  );
}
