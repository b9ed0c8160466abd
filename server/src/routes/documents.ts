/** Whole graphs and tables, in and out; samples and templates. */
import {
  GraphDocument,
  ImportAnswer,
  ImportRequest,
  Receipt,
  SamplesAnswer,
} from '@msp-impact/contract';
import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { notFound, Refusal } from '../errors.ts';
import { contractsCsv, graphCsv, linksCsv, nodesCsv } from '../export/csv.ts';
import { documentText } from '../export/document.ts';
import { BINARY, type BinaryName, EXPORTERS, isBinary, TooLarge } from '../export/formats/index.ts';
import { TEMPLATES } from '../export/templates.ts';
import { listSamples, sampleReplacement } from '../samples.ts';
import { type App, actorOf, type Context } from './context.ts';
import { setEtag } from './http/etag.ts';
import { described, fileIn, withExample } from './http/schema.ts';
import { textOrStream } from './http/stream.ts';
import { importInto } from './import.ts';

/** Bytes; documents of 1,000,000 links are accepted. A text in V8 holds no more than this. */
export const DOCUMENT_LIMIT = 512_000_000;
const read = { permission: 'graph:read' } as const;
const edit = { permission: 'graph:edit' } as const;

const CSV = 'text/csv; charset=utf-8';
const FORMATS = {
  document: { file: 'graph.json', type: 'application/json; charset=utf-8', text: documentText },
  'nodes-csv': { file: 'nodes.csv', type: CSV, text: nodesCsv },
  'links-csv': { file: 'links.csv', type: CSV, text: linksCsv },
  'contracts-csv': { file: 'contracts.csv', type: CSV, text: contractsCsv },
  'graph-csv': { file: 'graph.csv', type: CSV, text: graphCsv },
  graphml: { ...EXPORTERS.graphml, text: EXPORTERS.graphml.write },
  gexf: { ...EXPORTERS.gexf, text: EXPORTERS.gexf.write },
  cypher: { ...EXPORTERS.cypher, text: EXPORTERS.cypher.write },
} as const;
type Format = keyof typeof FORMATS;
const EXPORT_NAMES = [...(Object.keys(FORMATS) as Format[]), ...BINARY];
const TYPES = [...Object.values(FORMATS), ...BINARY.map((name) => EXPORTERS[name])].map(
  ({ type }) => type,
);

export function documentRoutes(app: App, context: Context): void {
  exportRoutes(app, context);
  importRoute(app, context);
  sampleRoutes(app, context);
}

function exportRoutes(app: App, { store }: Context): void {
  const send = async (reply: FastifyReply, format: Format) => {
    const { file, type, text } = FORMATS[format];
    setEtag(reply, await store.reader.revision());
    const body = await textOrStream(() => text(store.reader));
    return reply
      .type(type)
      .header('content-disposition', `attachment; filename="${file}"`)
      .send(body);
  };
  app.get(
    '/document',
    {
      config: read,
      schema: described('readDocument', {
        tag: 'documents',
        summary: 'The whole graph as a canonical document; ETag is the version of the graph',
        answers: { 200: GraphDocument },
      }),
    },
    async (_request, reply) => send(reply, 'document'),
  );
  app.get(
    '/export',
    {
      config: read,
      schema: described('export', {
        tag: 'documents',
        summary: 'The graph as a document, as tables, as a workbook or for other programs',
        querystring: Type.Object(
          { format: Type.Enum(EXPORT_NAMES) },
          { additionalProperties: false },
        ),
        answers: {
          200: fileIn(TYPES, 'JSON, CSV, XML, Cypher, a workbook or an archive, as asked', {
            'application/json': GraphDocument,
          }),
        },
      }),
    },
    async (request, reply) => {
      const { format } = request.query;
      return isBinary(format) ? sendBytes(store, reply, format) : send(reply, format);
    },
  );
  app.get(
    '/templates/:name',
    {
      config: read,
      schema: described('template', {
        tag: 'documents',
        summary: 'A table to fill in: nodes.csv, links.csv or contracts.csv',
        params: Type.Object({ name: Type.String() }),
        answers: { 200: fileIn([CSV], 'CSV') },
      }),
    },
    async (request, reply) => {
      const { name } = request.params;
      const text = Object.hasOwn(TEMPLATES, name) ? TEMPLATES[name] : undefined;
      if (text === undefined) throw notFound('template', name, '$.params.name');
      const file = `attachment; filename="${name}"`;
      return reply.type(CSV).header('content-disposition', file).send(text);
    },
  );
}

/** Built before a byte is sent, so its faults are still told. */
async function sendBytes({ reader }: Context['store'], reply: FastifyReply, name: BinaryName) {
  const { file, type, write } = EXPORTERS[name];
  setEtag(reply, await reader.revision());
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of write(reader)) pieces.push(piece);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    throw new Refusal(422, 'The graph does not fit into a workbook', { detail: error.message });
  }
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="${file}"`)
    .send(Buffer.concat(pieces));
}

function importRoute(app: App, context: Context): void {
  app.post(
    '/import',
    {
      config: edit,
      bodyLimit: DOCUMENT_LIMIT,
      schema: described('import', {
        tag: 'documents',
        summary: 'A document, tables or a sheet: looked at (dryRun), or written as one change',
        body: withExample(ImportRequest, {
          format: 'sheet',
          text: 'supplier,system,service\nAdvanced,Adastra,NHS 111\n',
          dryRun: true,
        }),
        answers: { 200: ImportAnswer },
      }),
    },
    async (request) => importInto(context, request.body, actorOf(request)),
  );
}

function sampleRoutes(app: App, { editor }: Context): void {
  app.get(
    '/samples',
    {
      config: read,
      schema: described('samples', {
        tag: 'documents',
        summary: 'Sample graphs that can be loaded',
        answers: { 200: SamplesAnswer },
      }),
    },
    async () => ({ samples: listSamples() }),
  );
  app.post(
    '/samples/:id/load',
    {
      config: edit,
      schema: described('loadSample', {
        tag: 'documents',
        summary: 'Put a sample in place of the graph, as one change that can be undone',
        params: Type.Object({ id: Type.String() }),
        answers: { 200: Receipt },
      }),
    },
    async (request) => {
      const { id } = request.params;
      const replacement = sampleReplacement(id, actorOf(request));
      if (!replacement) throw notFound('sample', id, '$.params.id');
      return editor.commit(() => replacement);
    },
  );
}

export function whichVersion(): Refusal {
  const detail =
    'Send the version of the graph that this replaces, as If-Match: it is the ETag of GET /document.';
  return new Refusal(428, 'Which version is replaced?', { detail });
}
