import { Drawer } from '@mantine/core';
import type { Item } from '@msp-impact/contract';
import { useCallback, useState } from 'react';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { DIALOG_PARTS } from './dialog-parts.ts';
import { EditorBody } from './EditorBody.tsx';
import css from './edit.module.css';
import { type EditTarget, titleOf } from './target.ts';
import { useUnsavedGuard } from './use-unsaved-guard.ts';

interface EditorProps {
  /** Opened while there is one. */
  readonly target: EditTarget | undefined;
  readonly onClose: () => void;
  /** After a save, with what was saved. The message with Undo is shown already. */
  readonly onSaved?: (item: Item) => void;
  readonly onDeleted?: (id: string) => void;
}

/** The form of an entry, a link or a contract, in a drawer over the screen. */
export function Editor({ target, onClose, onSaved, onDeleted }: EditorProps) {
  const [dirty, setDirty] = useState(false);
  const [asking, setAsking] = useState(false);
  const [name, setName] = useState<string>();
  useUnsavedGuard(dirty && target !== undefined);
  const leave = useCallback(() => {
    setAsking(false);
    setDirty(false);
    setName(undefined);
    onClose();
  }, [onClose]);
  const close = () => (dirty ? setAsking(true) : leave());
  return (
    <>
      <Drawer
        opened={target !== undefined}
        onClose={close}
        position="right"
        attributes={DIALOG_PARTS}
        size={560}
        title={target && titleOf(target, name)}
        classNames={{
          content: css.drawerContent ?? '',
          body: css.drawerBody ?? '',
          title: css.drawerTitle ?? '',
        }}
        transitionProps={{ duration: 120 }}
      >
        {target && (
          <EditorBody
            key={JSON.stringify(target)}
            target={target}
            onNamed={setName}
            onDirty={setDirty}
            onCancel={close}
            onLeave={leave}
            onSaved={(item) => {
              leave();
              onSaved?.(item);
            }}
            onDeleted={(id) => {
              leave();
              onDeleted?.(id);
            }}
          />
        )}
      </Drawer>
      <ConfirmDialog
        opened={asking}
        title="Leave without saving?"
        action="Leave without saving"
        danger
        onConfirm={leave}
        onClose={() => setAsking(false)}
      >
        What you typed is lost.
      </ConfirmDialog>
    </>
  );
}
