import { Suspense, useEffect, useState } from 'react';
import { lazyPart } from '../api/lazy-part.ts';
import { selectOne } from '../url/actions.ts';
import { useView } from '../url/use-view.ts';
import { stopEditing, useEditing } from './editing.ts';

/** The forms load when something is edited for the first time. */
const Editor = lazyPart(async () => (await import('../features/edit/Editor.tsx')).Editor);

/** The form over whatever screen is open; a new entry is selected once it is saved. */
export function EditorSlot() {
  const target = useEditing((s) => s.target);
  const { change } = useView();
  const [used, setUsed] = useState(false);
  useEffect(() => {
    if (target) setUsed(true);
  }, [target]);
  if (!used) return null;
  const isNew = target !== undefined && !('id' in target);
  return (
    <Suspense fallback={null}>
      <Editor
        target={target}
        onClose={stopEditing}
        onSaved={(item) => {
          if (isNew && 'kind' in item) change((view) => selectOne(view, item.id));
        }}
        onDeleted={() => change((view) => selectOne(view, null))}
      />
    </Suspense>
  );
}
