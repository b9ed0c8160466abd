import type { SimulationAnswer } from '@msp-impact/contract';
import { useMemo } from 'react';
import { useGraphView } from '../../api/questions.ts';
import { useHourNow } from '../../features/hours/clock.ts';
import { byIdOf, NOTHING_OUT, viewAtHour } from '../../features/hours/hour-view.ts';
import { eventBefore, leftAt } from '../../features/hours/series.ts';
import { TileMap } from '../../features/map/TileMap.tsx';
import { ErrorState } from '../../ui/States.tsx';
import s from './hours-screen.module.css';

/** All areas at the hour, hit or not: a tile that is left out would look safe. */
export function AreasAt(props: {
  readonly a: SimulationAnswer;
  readonly b: SimulationAnswer | undefined;
  readonly at: number;
  readonly area: string | undefined;
  readonly selection: string | undefined;
  readonly onSelect: (id: string) => void;
}) {
  const { a, b } = props;
  const regions = useGraphView({ show: 'all', kinds: ['region'], budget: 1500 });
  const nodes = useMemo(() => byIdOf(a), [a]);
  const hour = useHourNow(props.at);
  const moment = Math.max(eventBefore(a.events, hour), b ? eventBefore(b.events, hour) : 0);
  const second = useMemo(
    () => b && new Map(b.nodes.map((node) => [node.id, leftAt(node, moment)])),
    [b, moment],
  );
  const now = useMemo(
    () => regions.data && viewAtHour(regions.data, nodes, NOTHING_OUT, moment).nodes,
    [regions.data, nodes, moment],
  );
  if (regions.error) {
    return <ErrorState error={regions.error} onRetry={() => void regions.refetch()} />;
  }
  if (!now) return <p className={s.waiting}>Loading …</p>;
  return (
    <TileMap
      regions={now}
      area={props.area}
      selection={props.selection}
      matches={() => true}
      second={second}
      onSelect={props.onSelect}
    />
  );
}
