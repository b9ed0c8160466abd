import type { SampleSummary } from '@msp-impact/contract';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useLoadSample } from './use-load-sample.ts';

interface LoadSampleDialogProps {
  /** Asks while there is one. */
  readonly sample: SampleSummary | undefined;
  readonly onClose: () => void;
  readonly onLoaded?: ((sample: SampleSummary) => void) | undefined;
}

/** Says what loading a sample does to what is there, before it does it. */
export function LoadSampleDialog({ sample, onClose, onLoaded }: LoadSampleDialogProps) {
  const load = useLoadSample((loaded) => {
    onClose();
    onLoaded?.(loaded);
  });
  return (
    <ConfirmDialog
      opened={sample !== undefined}
      title={`Load ${sample?.title ?? 'the sample'}?`}
      action="Load the sample"
      busy={load.isPending}
      onConfirm={() => sample && load.mutate(sample)}
      onClose={onClose}
    >
      It takes the place of what is here now. You can undo this at once, and later in the list of
      changes.
    </ConfirmDialog>
  );
}
