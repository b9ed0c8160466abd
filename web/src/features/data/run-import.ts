/** One import, at once or as a job: large files go over as bytes, and tell how far they are. */
import type { ImportAnswer, ImportRequest, Job } from '@msp-impact/contract';
import { api } from '../../api/client.ts';
import { importApi } from '../../api/import.ts';
import { base64Of, isLarge, type Source } from './source.ts';

export type Options = Omit<ImportRequest, 'text' | 'name' | 'more' | 'base64'>;
export type Tell = (job: Job) => void;

const POLL_MS = 200;
const OVER: readonly Job['state'][] = ['done', 'failed', 'cancelled'];
/** What was sent already: looking and loading need it once. */
const sent = new WeakMap<Source, Promise<string[]>>();

/** Rejects with ApiProblem, ConnectionLost, or one plain sentence where a job failed. */
export async function runImport(
  source: Source,
  options: Options,
  tell: Tell,
): Promise<ImportAnswer> {
  if (!isLarge(source)) return api.import(await requestOf(source, options));
  const uploads = await uploadsOf(source);
  const started = await importApi.start({ ...options, uploads });
  return ended(started, tell);
}

async function requestOf({ files }: Source, options: Options): Promise<ImportRequest> {
  const binary = files.some((file) => file.bytes !== undefined);
  const texts = await Promise.all(
    files.map(async ({ name, text, bytes }) => ({
      name,
      text: binary ? await base64Of(bytes ?? new TextEncoder().encode(text)) : text,
    })),
  );
  const [first, ...more] = texts as [(typeof texts)[number], ...typeof texts];
  return {
    ...first,
    ...options,
    ...(binary && { base64: true }),
    ...(more.length > 0 && { more }),
  };
}

function uploadsOf(source: Source): Promise<string[]> {
  const before = sent.get(source);
  if (before) return before;
  const now = Promise.all(
    source.files.map(async ({ name, file, text }) => {
      return (await importApi.upload(file ?? new Blob([text]), name)).id;
    }),
  );
  sent.set(source, now);
  // Another try sends them again.
  now.catch(() => sent.delete(source));
  return now;
}

async function ended(started: Job, tell: Tell): Promise<ImportAnswer> {
  let job = started;
  for (;;) {
    tell(job);
    if (OVER.includes(job.state)) break;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    job = await importApi.job(started.id);
  }
  if (job.state === 'done') return job.result as ImportAnswer;
  if (job.state === 'cancelled') throw new Error('It was cancelled; nothing was changed.');
  throw new Error(job.error ?? 'It broke off.');
}
