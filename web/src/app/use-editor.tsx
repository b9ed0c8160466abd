import type { ItemType } from '@msp-impact/contract';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { selectOne } from '../url/actions.ts';
import type { ViewControl } from '../url/use-view.ts';

/** The forms load when something is edited for the first time. */
const Editor = lazy(async () => ({
  default: (await import('../features/edit/Editor.tsx')).Editor,
}));

interface EditorSlot {
  /** Opens the form for one item. */
  readonly open: (type: ItemType, id: string) => void;
  readonly element: ReactNode;
}

/** The form that edits what is selected, over the Explore screen. */
export function useEditor({ change }: ViewControl): EditorSlot {
  const [target, setTarget] = useState<{ type: ItemType; id: string }>();
  const [used, setUsed] = useState(false);
  const open = (type: ItemType, id: string) => {
    setUsed(true);
    setTarget({ type, id });
  };
  const element = used && (
    <Suspense fallback={null}>
      <Editor
        target={target}
        onClose={() => setTarget(undefined)}
        onDeleted={() => change((view) => selectOne(view, null))}
      />
    </Suspense>
  );
  return { open, element };
}
