import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';

interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** The verb of what will happen: "Load the sample". */
  readonly action: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that changes data; focus is trapped, Esc and Cancel do nothing. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title} centered>
      <div>{props.children}</div>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={props.onClose}>
          Cancel
        </Button>
        <Button
          {...(props.danger ? { color: 'stopped' } : {})}
          loading={props.busy ?? false}
          onClick={props.onConfirm}
          data-autofocus
        >
          {props.action}
        </Button>
      </Group>
    </Modal>
  );
}
