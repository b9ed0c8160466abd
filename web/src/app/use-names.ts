import type {
  Explanation,
  GraphView,
  ImpactAnswer,
  PathsAnswer,
  RankAnswer,
} from '@msp-impact/contract';
import { useEffect, useMemo, useRef, useState } from 'react';
import { api } from '../api/client.ts';
import { groupWords } from '../picture/words.ts';

interface Sources {
  readonly view: GraphView | undefined;
  readonly impact: ImpactAnswer | undefined;
  readonly explanation: Explanation | undefined;
  readonly rank: RankAnswer | undefined;
  readonly paths: PathsAnswer | undefined;
}

/** At most so many names are fetched singly at a time. */
const BATCH = 20;

/** People read names, never ids: from the answers on screen, and fetched where none has it. */
export function useNames(sources: Sources): (id: string) => string {
  const { view, impact, explanation, rank, paths } = sources;
  const [fetched, setFetched] = useState<ReadonlyMap<string, string>>(new Map());
  // What was once read stays readable when the next answer fails.
  const kept = useRef<ReadonlyMap<string, string>>(new Map());
  const known = useMemo(() => {
    const before = new Map([...kept.current, ...fetched]);
    kept.current = namesIn({ view, impact, explanation, rank, paths }, before);
    return kept.current;
  }, [view, impact, explanation, rank, paths, fetched]);
  const missing = useMemo(() => new Set<string>(), []);
  useEffect(() => {
    const ids = [...missing].slice(0, BATCH);
    missing.clear();
    if (ids.length === 0) return;
    let stale = false;
    void Promise.all(ids.map(nameFrom)).then((pairs) => {
      if (!stale) setFetched((old) => new Map([...old, ...pairs]));
    });
    return () => {
      stale = true;
    };
  });
  return useMemo(
    () => (id: string) => {
      const name = known.get(id);
      if (name === undefined) missing.add(id);
      return name ?? id;
    },
    [known, missing],
  );
}

/** An id that stands for nothing keeps its id as its name, and is not asked for again. */
const nameFrom = (id: string): Promise<[string, string]> =>
  api.node(id).then(
    (answer) => [id, answer.item.name],
    () => [id, id],
  );

function namesIn(of: Sources, before: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const names = new Map(before);
  const learn = (list: readonly { readonly id: string; readonly name: string }[] | undefined) => {
    for (const { id, name } of list ?? []) names.set(id, name);
  };
  learn(of.rank?.rows);
  learn(of.impact?.impacted);
  learn(of.impact?.atRisk);
  learn(of.impact?.unknown);
  const idle = of.impact === undefined;
  for (const group of of.view?.groups ?? []) {
    learn(group.sample);
    learn([{ id: group.id, name: groupWords(group, idle).title }]);
  }
  learn(of.view?.nodes);
  learn(of.explanation?.steps);
  for (const group of of.explanation?.groups ?? []) {
    learn(group.members.map((one) => ({ id: one.from, name: one.name })));
  }
  return names;
}
