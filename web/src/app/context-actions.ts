import type { ContextAction } from '../features/explore/ContextMenu.tsx';
import { isStopped, openMore, selectOne } from '../url/actions.ts';
import type { ViewControl } from '../url/use-view.ts';
import { nodeActions } from './node-actions.ts';
import type { Result } from './use-result.ts';

/** The menu on one thing of the drawing: the same actions as at the foot of its panel. */
export function contextActions(control: ViewControl, result: Result, id: string): ContextAction[] {
  const { view, change } = control;
  const group = result.drawn.data?.groups.find((one) => one.id === id);
  if (group) return [{ label: 'Show 50 of these', act: () => change((old) => openMore(old, id)) }];
  const node = result.drawn.data?.nodes.find((one) => one.id === id);
  const act = nodeActions(control, id, node?.kind);
  const stop = isStopped(view, id)
    ? 'Do not stop this'
    : result.asked
      ? 'Also stop this'
      : 'Stop this';
  return [
    { label: stop, act: act.stop },
    { label: 'Why?', act: () => change((old) => selectOne(old, id)) },
    { label: 'What it relies on', act: act.lookUp },
    { label: 'Who relies on it', act: act.lookDown },
    { label: 'We checked: it works', act: act.checkedWorks },
    { label: 'Find a path from here', act: act.pathFrom },
    { label: 'Find a path to here', act: act.pathTo },
    { label: 'Edit', act: act.edit },
    ...(act.makeMyArea ? [{ label: 'Make this my area', act: act.makeMyArea }] : []),
  ];
}
