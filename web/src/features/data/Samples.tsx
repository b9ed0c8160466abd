import { Button } from '@mantine/core';
import type { SampleSummary } from '@msp-impact/contract';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { ErrorState } from '../../ui/States.tsx';
import css from './data.module.css';
import { LoadSampleDialog } from './LoadSampleDialog.tsx';

interface SamplesProps {
  readonly onLoaded?: ((sample: SampleSummary) => void) | undefined;
}

/** Real incidents that come with the product, each loaded by one click and taken back by another. */
export function Samples({ onLoaded }: SamplesProps) {
  const [asked, setAsked] = useState<SampleSummary>();
  const answer = useAnswer('samples', {}, () => samplesAnswer());
  if (answer.isError)
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data)
    return <div className={css.busy} role="status" aria-label="Loading the samples" />;
  if (answer.data.samples.length === 0)
    return <p className={css.quiet}>No samples are installed.</p>;
  return (
    <>
      <ul>
        {answer.data.samples.map((sample) => (
          <li key={sample.id} className={css.sample}>
            <span className={css.sampleTitle}>{sample.title}</span>
            <p>{sample.summary}</p>
            <div>
              <Button variant="default" onClick={() => setAsked(sample)}>
                Load<span className="only-heard"> {sample.title}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <LoadSampleDialog sample={asked} onClose={() => setAsked(undefined)} onLoaded={onLoaded} />
    </>
  );
}

/** Samples do not depend on the data's version. */
async function samplesAnswer() {
  const { samples } = await api.samples();
  return { samples, revision: undefined };
}
