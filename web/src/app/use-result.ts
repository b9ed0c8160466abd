import type { GraphView } from '@msp-impact/contract';
import { useMemo } from 'react';
import { useExplanation, useGraphView, useImpact, usePaths, useReach } from '../api/questions.ts';
import { without } from '../url/actions.ts';
import { asksSomething, questionOf, viewRequestOf } from '../url/question.ts';
import type { View } from '../url/view.ts';

/** The graph that the view asks for; what is selected joins it when it would lie in a group. */
export function useDrawn(view: View, keep: readonly string[] = []) {
  const base = useGraphView(viewRequestOf(without(view, 'select'), keep));
  const drawn = base.data ? isDrawn(base.data, view.select) : true;
  const needs = view.select !== undefined && !base.isPlaceholderData && !drawn;
  const kept = useGraphView(needs ? viewRequestOf(view, keep) : undefined);
  return needs && kept.data ? kept : base;
}

const isDrawn = (graph: GraphView, id: string | undefined) =>
  graph.nodes.some((node) => node.id === id) || graph.groups.some((group) => group.id === id);

/** Everything that the Explore screen asks of the data. */
export function useResult(view: View, chosenPath: number) {
  const question = questionOf(view);
  const asked = asksSomething(view);
  const paths = usePaths(view.path?.from, view.path?.to);
  const path = paths.data?.paths[chosenPath];
  const drawn = useDrawn(view, path);
  const impact = useImpact(asked ? question : undefined);
  // A counted card can be selected with the keys: it is no thing that could be explained.
  const group = drawn.data?.groups.find((one) => one.id === view.select);
  const node = group ? undefined : view.select;
  const explanation = useExplanation(question, node);
  const within = useWithin(view);
  return { question, asked, paths, path, drawn, impact, group, node, explanation, within };
}

export type Result = ReturnType<typeof useResult>;

/** Ids of what is looked around; undefined: everything. */
function useWithin(view: View): ReadonlySet<string> | undefined {
  const { around, direction, depth } = view;
  const up = useReach(direction === 'downstream' ? undefined : around, 'upstream', depth);
  const down = useReach(direction === 'upstream' ? undefined : around, 'downstream', depth);
  return useMemo(() => {
    if (!around) return undefined;
    const nodes = [...(up.data?.nodes ?? []), ...(down.data?.nodes ?? [])];
    return new Set([around, ...nodes.map((node) => node.id)]);
  }, [around, up.data, down.data]);
}

/** Both ways of counting, for the strip: without and with other ways of working. */
export function useCompared(view: View) {
  const asked = asksSomething(view);
  const without = { ...questionOf(view), workarounds: undefined };
  const plain = JSON.parse(JSON.stringify(without)) as ReturnType<typeof questionOf>;
  const helped = { ...plain, workarounds: true };
  const select = asked ? view.select : undefined;
  const all = asked && view.select === undefined;
  return {
    without: {
      left: useExplanation(plain, select).data,
      summary: useImpact(all ? plain : undefined).data?.summary,
    },
    with: {
      left: useExplanation(helped, select).data,
      summary: useImpact(all ? helped : undefined).data?.summary,
    },
  };
}
