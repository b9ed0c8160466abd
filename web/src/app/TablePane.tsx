import { useMemo, useState } from 'react';
import { useGraphView } from '../api/questions.ts';
import { useAllRows } from '../api/use-all-rows.ts';
import { csvOf } from '../features/table/csv.ts';
import { ResultTable } from '../features/table/ResultTable.tsx';
import { areaFirst, filterRows, rowsOf, type ShownRow } from '../features/table/rows.ts';
import { TableFoot } from '../features/table/TableFoot.tsx';
import { fileName, saveFile } from '../ui/download.ts';
import { selectOne, without } from '../url/actions.ts';
import { viewRequestOf } from '../url/question.ts';
import s from './explore.module.css';
import type { MainPaneProps } from './MainPane.tsx';

/** The most that the server draws singly; what is beyond it is said at the foot. */
const LISTED = 1500;

/** Every row that is hit comes by cursor; what is not hit comes with the graph, where it is shown. */
export function TablePane(props: MainPaneProps) {
  const { control, result, nameOf } = props;
  const { view, change } = control;
  const { question, asked, impact, within } = result;
  const all = useAllRows(asked ? question : undefined, asked ? impact.data : undefined);
  const everything = view.show === 'all' || !asked;
  const rest = useGraphView(
    everything
      ? { ...viewRequestOf(without(view, 'select')), show: 'all', budget: LISTED }
      : undefined,
  );
  const others = everything ? rest.data : undefined;
  const answer = asked ? impact.data : undefined;
  const rows = useMemo(() => {
    const found = rowsOf(all.rows, answer, others?.nodes ?? []);
    return areaFirst(
      filterRows(found, { states: view.states, kinds: view.kinds, within }),
      view.area,
    );
  }, [all.rows, answer, others, view.states, view.kinds, view.area, within]);
  const [shown, setShown] = useState<readonly ShownRow[]>([]);
  return (
    <div className={s.column}>
      <ResultTable
        rows={rows}
        nameOf={nameOf}
        selection={view.select}
        onSelect={(id) =>
          change((old) => selectOne(old, id), { replace: view.select !== undefined })
        }
        onOpen={props.onFocusPanel}
        onShown={setShown}
      />
      <TableFoot
        shown={rows.length}
        loaded={all.rows.length}
        total={all.total}
        complete={!asked || all.complete}
        notListed={others?.grouped ?? 0}
        error={all.error}
        onRetry={all.retry}
        onCsv={() =>
          saveFile(
            `${fileName(result.drawn.data?.graph ?? 'result')}.csv`,
            csvOf(shown),
            'text/csv',
          )
        }
      />
    </div>
  );
}
