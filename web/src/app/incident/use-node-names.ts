import { useMemo } from 'react';
import { useGraphView } from '../../api/questions.ts';

/** As many as are ever drawn; beyond that an id stands for itself. */
const MOST = 1500;

export function useNodeNames(): (id: string) => string {
  const view = useGraphView({ show: 'all', budget: MOST }).data;
  return useMemo(() => {
    const names = new Map(view?.nodes.map(({ id, name }) => [id, name]));
    return (id: string) => names.get(id) ?? id;
  }, [view]);
}
