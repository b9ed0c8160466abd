/** Which proposals are chosen, what merging them would move, and the merging itself. */
import type { DuplicateProposal, MergeAnswer, MergeOne } from '@msp-impact/contract';
import { MAX_MERGES } from '@msp-impact/contract/codes';
import { useState } from 'react';
import { useMerge } from '../../api/parties.ts';
import { errorSentence } from '../../ui/States.tsx';
import { sayProblem } from '../../ui/toasts.ts';
import { sayChanged } from '../../ui/undo.ts';
import { count } from '../../ui/words.ts';

type Named = { readonly id: string; readonly name: string };

export interface Done {
  readonly name: string;
  readonly revision: number;
}

export function useMerging(proposals: readonly DuplicateProposal[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [keeps, setKeeps] = useState<Readonly<Record<string, string>>>({});
  /** Of suppliers that no proposal names. */
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [shown, setShown] = useState<MergeAnswer>();
  const [done, setDone] = useState<readonly Done[]>([]);
  const { look, merge } = useMerge();
  const open = proposals.filter(({ key }) => chosen.has(key)).slice(0, MAX_MERGES);
  const keepOf = (one: DuplicateProposal) => keeps[one.key] ?? one.keep;
  const merges = open.map((one): MergeOne => {
    const keep = keepOf(one);
    return { keep, others: one.members.map(({ id }) => id).filter((id) => id !== keep) };
  });
  const nameOf = (id: string) =>
    proposals.flatMap(({ members }) => members).find((one) => one.id === id)?.name ??
    names[id] ??
    id;
  const failed = (error: unknown) => sayProblem(errorSentence(error));
  const finish = (answer: MergeAnswer) => {
    setShown(undefined);
    setChosen(new Set());
    const made = answer.outcomes.flatMap(({ keep, revision }) =>
      revision === undefined ? [] : [{ name: nameOf(keep), revision }],
    );
    setDone((old) => [...made, ...old]);
    const refused = answer.outcomes.length - answer.written;
    const [only] = made;
    if (only && made.length === 1) {
      sayChanged({ revision: only.revision, at: '', changed: 1 }, `Merged into ${only.name}`);
    }
    if (refused > 0) sayProblem(`${count(refused, 'merge')} could not be made.`);
  };
  return {
    chosen,
    choose: (keys: readonly string[], on: boolean) =>
      setChosen((old) => {
        const next = new Set(old);
        for (const key of keys) on ? next.add(key) : next.delete(key);
        return next;
      }),
    keepOf,
    keep: (key: string, id: string) => setKeeps((old) => ({ ...old, [key]: id })),
    count: open.length,
    nameOf,
    /** What would move, once it was asked for. */
    shown,
    look: () => look.mutate(merges, { onSuccess: setShown, onError: failed }),
    /** Two that somebody chose, whether they look alike or not. */
    lookAt: (keep: Named, other: Named) => {
      setNames((old) => ({ ...old, [keep.id]: keep.name, [other.id]: other.name }));
      const own = [{ keep: keep.id, others: [other.id] }];
      look.mutate(own, { onSuccess: setShown, onError: failed });
    },
    close: () => setShown(undefined),
    confirm: () => {
      if (!shown) return;
      const asked = shown.outcomes.map(({ keep, others }): MergeOne => ({ keep, others }));
      const body = { merges: asked, ifRevision: shown.revision };
      merge.mutate(body, {
        onSuccess: finish,
        onError: (error) => {
          setShown(undefined);
          failed(error);
        },
      });
    },
    busy: look.isPending || merge.isPending,
    done,
    undone: (revision: number) => setDone((old) => old.filter((one) => one.revision !== revision)),
  };
}
