import { useGraphView } from '../api/questions.ts';
import { TileMap } from '../features/map/TileMap.tsx';
import { ErrorState } from '../ui/States.tsx';
import { selectOne } from '../url/actions.ts';
import { questionOf } from '../url/question.ts';
import s from './explore.module.css';
import type { MainPaneProps } from './MainPane.tsx';

/** All areas, hit or not: a tile that is left out would look safe. */
export function MapPane({ control, result }: MainPaneProps) {
  const { view, change } = control;
  const regions = useGraphView({
    question: questionOf(view),
    show: 'all',
    kinds: ['region'],
    budget: 1500,
  });
  if (regions.error) {
    return (
      <div className={s.pane}>
        <ErrorState error={regions.error} onRetry={() => void regions.refetch()} />
      </div>
    );
  }
  if (!regions.data) return <p className={s.pane}>Loading …</p>;
  const { within } = result;
  return (
    <TileMap
      regions={regions.data.nodes}
      area={view.area}
      selection={view.select}
      matches={(region) =>
        (view.states.length === 0 || view.states.some((state) => state === region.state)) &&
        (within === undefined || within.has(region.id))
      }
      onSelect={(id) => change((old) => selectOne(old, id))}
    />
  );
}
