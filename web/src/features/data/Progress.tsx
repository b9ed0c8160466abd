import { Button } from '@mantine/core';
import type { Job } from '@msp-impact/contract';
import { useMutation } from '@tanstack/react-query';
import { importApi } from '../../api/import.ts';
import css from './data.module.css';
import { PHASE_WORDS } from './mapping-words.ts';

/** How far a large file is, how fast, how long yet; and a way to stop it. */
export function Progress({ job }: { readonly job: Job | undefined }) {
  const cancel = useMutation({ mutationFn: (id: string) => importApi.cancel(id) });
  if (!job) return <div className={css.busy} />;
  return (
    <div className={css.stack}>
      <progress className={css.progress} value={job.progress} max={1} aria-label="Progress" />
      <div className={`${css.row} ${css.spread}`}>
        <p className={css.quiet}>{sentence(job)}</p>
        <Button
          variant="default"
          size="xs"
          loading={cancel.isPending}
          onClick={() => cancel.mutate(job.id)}
        >
          Stop
        </Button>
      </div>
    </div>
  );
}

function sentence({ state, phase, perSecond, secondsLeft, progress }: Job): string {
  if (state === 'queued') return 'Waiting for another computation …';
  const parts = [
    `${PHASE_WORDS[phase ?? 'reading'] ?? phase}: ${Math.round(progress * 100)} %`,
    perSecond && `${perSecond.toLocaleString('en-GB')} rows a second`,
    secondsLeft !== undefined && `about ${leftWords(secondsLeft)} left`,
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

function leftWords(seconds: number): string {
  if (seconds < 1) return 'a second';
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}
