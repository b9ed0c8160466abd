import type { SampleSummary } from '@msp-impact/contract';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { errorSentence } from '../../ui/States.tsx';
import { sayProblem } from '../../ui/toasts.ts';
import { sayChanged } from '../../ui/undo.ts';

/** Loads a sample as one change that can be undone; `done` is called when it is there. */
export function useLoadSample(done: (sample: SampleSummary) => void) {
  return useMutation({
    mutationFn: (sample: SampleSummary) => api.loadSample(sample.id),
    onSuccess: (receipt, sample) => {
      sayChanged(receipt, `Loaded ${sample.title}.`);
      done(sample);
    },
    onError: (error, sample) =>
      sayProblem(`${sample.title} was not loaded. ${errorSentence(error)}`),
  });
}
