import { useState } from 'react';
import { useDependency, useNode, useRank, useSamples } from '../api/questions.ts';
import { Worst } from '../features/answer/Worst.tsx';
import { Hurt, OtherQuestions } from '../features/hurt/Hurt.tsx';
import { GroupPanel } from '../features/inspector/GroupPanel.tsx';
import { Inspector } from '../features/inspector/Inspector.tsx';
import { LinkPanel } from '../features/inspector/LinkPanel.tsx';
import { Notes } from '../features/notes/Notes.tsx';
import {
  isStopped,
  openMore,
  selectLink,
  selectOne,
  stopOne,
  toggleCut,
  toggleState,
} from '../url/actions.ts';
import type { ViewControl } from '../url/use-view.ts';
import { ask } from './ask.ts';
import { edit } from './editing.ts';
import { leavePanel } from './focus.ts';
import { nodeActions } from './node-actions.ts';
import type { Result } from './use-result.ts';

export interface SidePanelProps {
  readonly control: ViewControl;
  readonly result: Result;
  readonly nameOf: (id: string) => string;
}

/** At the right: a link, one thing, who is hit, or what would hurt most. */
export function SidePanel(props: SidePanelProps) {
  const { view, change } = props.control;
  const { group, asked } = props.result;
  if (view.link) return <OneLink {...props} id={view.link} />;
  if (group) {
    return (
      <GroupPanel
        group={group}
        idle={!asked}
        onOpen={() => change((old) => openMore(old, group.id))}
        onClose={() => closePanel(change)}
      />
    );
  }
  if (view.select) return <OneNode {...props} id={view.select} />;
  if (props.result.asked) {
    return (
      <Worst
        answer={props.result.impact.data}
        failed={props.result.impact.isError}
        area={view.area}
        onSelect={(id) => props.control.change((old) => selectOne(old, id))}
      />
    );
  }
  return <Ranked {...props} />;
}

function OneNode(props: SidePanelProps & { readonly id: string }) {
  const { control, result, nameOf, id } = props;
  const { view, change } = control;
  const node = useNode(id);
  const { explanation } = result;
  const kind = explanation.data?.kind ?? node.data?.item.kind;
  return (
    <Inspector
      key={id}
      id={id}
      explanation={explanation.data}
      node={node.data}
      error={explanation.error ?? node.error}
      onRetry={() => void Promise.all([explanation.refetch(), node.refetch()])}
      nameOf={nameOf}
      stopped={isStopped(view, id)}
      others={result.asked}
      act={nodeActions(control, id, kind)}
      onSelect={(other) => change((old) => selectOne(old, other))}
      onLink={(link) => change((old) => selectLink(old, link))}
      onClose={() => closePanel(change)}
      notes={<Notes type="node" id={id} />}
    />
  );
}

function OneLink(props: SidePanelProps & { readonly id: string }) {
  const { control, nameOf, id } = props;
  const { view, change } = control;
  const found = useDependency(id);
  const link = found.data?.item;
  return (
    <LinkPanel
      key={id}
      link={link}
      error={found.error}
      onRetry={() => void found.refetch()}
      nameOf={nameOf}
      cut={view.sever.some((one) => one.from === link?.from && one.to === link?.to)}
      onCut={() => link && change((old) => toggleCut(old, link.from, link.to))}
      onSelect={(other) => change((old) => selectOne(old, other))}
      onClose={() => closePanel(change)}
      onEdit={() => edit({ type: 'dependency', id })}
      notes={<Notes type="dependency" id={id} />}
    />
  );
}

function closePanel(change: ViewControl['change']): void {
  leavePanel();
  change((old) => selectOne(old, null));
}

const FIRST = 6;
const ALL = 100;

function Ranked({ control, result }: SidePanelProps) {
  const { change } = control;
  const [top, setTop] = useState(FIRST);
  const rank = useRank({ top });
  const samples = useSamples();
  const graph = result.drawn.data;
  const sample = samples.data?.samples.find((one) => one.id === graph?.sample);
  const unknown = graph && graph.counts.unknown > 0;
  return (
    <Hurt
      rank={rank.data}
      error={rank.error}
      onRetry={() => void rank.refetch()}
      top={top}
      onAll={() => setTop(ALL)}
      onStop={(id) => change((old) => stopOne(old, { id }))}
      onSelect={(id) => change((old) => selectOne(old, id))}
    >
      <OtherQuestions
        questions={[
          ...(sample?.questions ?? []).map(({ label, question }) => ({
            label,
            ask: () => change((old) => ask(old, question)),
          })),
          ...(unknown
            ? [
                {
                  label: 'Where do we not know?',
                  ask: () => change((old) => toggleState(old, 'unknown')),
                },
              ]
            : []),
        ]}
      />
    </Hurt>
  );
}
