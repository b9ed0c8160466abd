/** Imports of large files: sent as they are, then read, checked and written as a job. */
import type { Readable } from 'node:stream';
import { ImportJobRequest, Job, Upload } from '@msp-impact/contract';
import Type from 'typebox';
import { notFound, Refusal } from '../errors.ts';
import { TooManyBytes, type UploadedFile, Uploads } from '../import/uploads.ts';
import { type App, actorOf, type Context } from './context.ts';
import { described, withExample } from './http/schema.ts';
import { importInto } from './import.ts';
import { startJob } from './jobs.ts';

const edit = { permission: 'graph:edit' } as const;
/** Bytes of one file. */
const UPLOAD_LIMIT = 2_000_000_000;
const REQUEST_LIMIT = 20_000_000;
const BYTES = 'application/octet-stream';

export function importJobRoutes(app: App, context: Context): void {
  const uploads = new Uploads();
  app.addHook('onClose', () => uploads.close());
  app.register(async (scope) => uploadRoute(scope as App, uploads));
  app.post(
    '/jobs/import',
    {
      config: edit,
      bodyLimit: REQUEST_LIMIT,
      schema: described('startImport', {
        tag: 'documents',
        summary: 'Import files that were sent before, as a job',
        description:
          'Its result is what POST /import answers. Cancelling it before the last of it is written leaves everything as it was; what it writes is one change that can be undone.',
        body: withExample(ImportJobRequest, {
          uploads: ['5f2b7c8e-0000-4000-8000-000000000000'],
          dryRun: true,
        }),
        answers: { 202: Job },
      }),
    },
    async (request, reply) => {
      const { uploads: ids, ...options } = request.body;
      const files = ids.map((id, i) => found(uploads, id, `$.uploads[${i}]`));
      const [first] = files as [UploadedFile];
      const asked = { ...options, name: first.name, text: '' };
      const actor = actorOf(request);
      const job = startJob(
        context.jobs,
        { kind: 'import', run: (watch) => importInto(context, asked, actor, { watch, files }) },
        1,
      );
      return reply.code(202).header('location', `/api/v1/jobs/${job.id}`).send(job);
    },
  );
}

/** In a scope of its own: elsewhere bodies are JSON. */
function uploadRoute(scope: App, uploads: Uploads): void {
  scope.addContentTypeParser(BYTES, (_request: unknown, payload: unknown, done: Done) => {
    done(null, payload);
  });
  scope.post(
    '/uploads',
    {
      config: edit,
      bodyLimit: UPLOAD_LIMIT,
      schema: described('upload', {
        tag: 'documents',
        summary: `A file for POST /jobs/import, as ${BYTES}; kept for an hour`,
        querystring: Type.Object(
          { name: Type.String({ minLength: 1, maxLength: 500 }) },
          { additionalProperties: false },
        ),
        answers: { 201: Upload },
      }),
    },
    async (request, reply) => {
      const { name } = request.query;
      const stream = request.body as Readable | undefined;
      if (typeof stream?.pipe !== 'function') {
        throw new Refusal(415, 'No file', { detail: `Send the file's bytes as ${BYTES}.` });
      }
      const file = await uploads.add(name, stream, UPLOAD_LIMIT).catch((error: unknown) => {
        if (!(error instanceof TooManyBytes)) throw error;
        const detail = `${name} has more than ${UPLOAD_LIMIT} bytes.`;
        throw new Refusal(413, 'The file is too large', { detail });
      });
      return reply.code(201).send({ id: file.id, name: file.name, size: file.size });
    },
  );
}

type Done = (error: Error | null, body?: unknown) => void;

function found(uploads: Uploads, id: string, path: string): UploadedFile {
  const file = uploads.get(id);
  if (!file) throw notFound('upload', id, path);
  return file;
}
