import type { Kind } from '@msp-impact/contract';
import type { NodeActions } from '../features/inspector/Actions.tsx';
import { lookAround, observe, toggleStop } from '../url/actions.ts';
import type { ViewControl } from '../url/use-view.ts';
import { additionsTo, edit } from './editing.ts';

/** What can be done with one thing, from the panel, the menu on the drawing and the keys alike. */
export function nodeActions(
  { change }: ViewControl,
  id: string,
  kind: Kind | undefined,
): NodeActions {
  return {
    lookUp: () => change((view) => lookAround(view, id, 'upstream')),
    lookDown: () => change((view) => lookAround(view, id, 'downstream')),
    stop: () => change((view) => toggleStop(view, id)),
    checkedWorks: () => change((view) => observe(view, id, 1)),
    pathFrom: () => change((view) => ({ ...view, path: { ...view.path, from: id } })),
    pathTo: () => change((view) => ({ ...view, path: { ...view.path, to: id } })),
    makeMyArea: kind === 'region' ? () => change((view) => ({ ...view, area: id })) : undefined,
    edit: () => edit({ type: 'node', id }),
    additions: additionsTo(id, kind),
  };
}
