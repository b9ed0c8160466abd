import type { ImpactAnswer, ImpactRow, ViewNode } from '@msp-impact/contract';
import { api } from '../api/client.ts';
import { csvOf } from '../features/table/csv.ts';
import { areaFirst, filterRows, rowsOf, shownRow } from '../features/table/rows.ts';
import { questionOf } from '../url/question.ts';
import type { View } from '../url/view.ts';

const PAGE = 1000;

/** Every row that the view's filters leave, fetched to the last, as CSV. Rejects as the API does. */
export async function shownCsv(
  view: View,
  shown: { readonly nodes: readonly ViewNode[]; readonly within: ReadonlySet<string> | undefined },
  nameOf: (id: string) => string,
): Promise<string> {
  const { rows, answer } = await allRows(view);
  const names = new Map(rows.map((row) => [row.id, row.name]));
  const found = rowsOf(rows, answer, view.show === 'all' ? shown.nodes : []);
  const filter = { states: view.states, kinds: view.kinds, within: shown.within };
  const kept = areaFirst(filterRows(found, filter), view.area);
  return csvOf(kept.map((row) => shownRow(row, (id) => names.get(id) ?? nameOf(id))));
}

async function allRows(view: View): Promise<{ rows: ImpactRow[]; answer: ImpactAnswer }> {
  const question = questionOf(view);
  const answer = await api.impact({ question, limit: PAGE });
  const rows = [...answer.impacted];
  for (let next = answer.next; next !== undefined; ) {
    const page = await api.impact({ question, limit: PAGE, cursor: next });
    rows.push(...page.impacted);
    next = page.next;
  }
  return { rows, answer };
}
