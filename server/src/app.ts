/** The server without listening: everything that answers, around one open store. */
import helmet from '@fastify/helmet';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyServerOptions } from 'fastify';
import { makeReady } from './answers/ready.ts';
import type { Config } from './config.ts';
import { Editor } from './edit/editor.ts';
import { answerError } from './errors.ts';
import { JobBoard } from './jobs/board.ts';
import { batchRoutes } from './routes/batch.ts';
import { concentrationRoutes } from './routes/concentration.ts';
import type { App, Context } from './routes/context.ts';
import { contractLinkRoutes } from './routes/contract-links.ts';
import { documentRoutes } from './routes/documents.ts';
import { historyRoutes } from './routes/history.ts';
import { answerClientError } from './routes/http/client-error.ts';
import { describeApi, serveDocs } from './routes/http/docs.ts';
import { checkHost } from './routes/http/hosts.ts';
import { parseJson } from './routes/http/json-body.ts';
import { answerNotFound, watchRoutes } from './routes/http/not-found.ts';
import { compileValidator } from './routes/http/validate.ts';
import { serveWeb } from './routes/http/web.ts';
import { importJobRoutes } from './routes/import-jobs.ts';
import { incidentRoutes } from './routes/incidents.ts';
import { itemRoutes } from './routes/items.ts';
import { jobRoutes } from './routes/jobs.ts';
import { mappingRoutes } from './routes/mappings.ts';
import { measureListRoutes } from './routes/measure-lists.ts';
import { partyRoutes } from './routes/parties.ts';
import { putDocumentRoute } from './routes/put-document.ts';
import { qualityRoutes } from './routes/quality.ts';
import { questionRoutes } from './routes/questions.ts';
import { replayRoutes } from './routes/replay.ts';
import { reportRoutes } from './routes/reports.ts';
import { templateRoutes } from './routes/scenario-templates.ts';
import { scenarioRoutes } from './routes/scenarios.ts';
import { serverRoutes } from './routes/server.ts';
import { simulateRoutes } from './routes/simulate.ts';
import { wayRoutes } from './routes/ways.ts';
import { whatIfRoutes } from './routes/what-ifs.ts';
import { SnapshotHolder } from './snapshot/holder.ts';
import type { Store } from './store/port.ts';

const JSON_TYPES = ['application/json', 'application/merge-patch+json'];
/** Bytes of a body, unless a route allows more. */
const BODY_LIMIT = 1_000_000;
/** An id of 500 characters, each written as three. */
const LONGEST_PARAM = 2_000;

const CONTENT_SECURITY = {
  defaultSrc: ["'self'"],
  // Mantine and React set styles on elements.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  // Served over plain HTTP on loopback: there is nothing to upgrade to.
  upgradeInsecureRequests: null,
};

type Logger = NonNullable<FastifyServerOptions['logger']>;

export interface AppOptions {
  readonly store: Store;
  readonly config: Config;
  readonly logger?: Logger;
}

/** Reads the graph first; rejects with StoreFault when that fails. Closing it leaves the store open. */
export async function buildApp({ store, config, logger = false }: AppOptions): Promise<App> {
  const holder = await SnapshotHolder.open(store, makeReady);
  const jobs = new JobBoard();
  const editor = new Editor(store, holder);
  const context: Context = { store, holder, config, editor, jobs };
  const app = fastify(logger);
  app.addHook('onClose', () => jobs.close());
  app.setErrorHandler(answerError);
  app.addHook('onRequest', async (request) => checkHost(request, config));
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY },
    strictTransportSecurity: false,
  });
  const refuse = watchRoutes(app);
  await describeApi(app);
  await app.register(async (scope) => apiRoutes(scope as App, context), { prefix: '/api/v1' });
  await serveDocs(app);
  const page = await serveWeb(app);
  app.setNotFoundHandler(answerNotFound(refuse, page));
  await app.ready();
  return app;
}

function fastify(logger: Logger): App {
  const options: FastifyServerOptions = {
    logger,
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: LONGEST_PARAM, ignoreTrailingSlash: true },
    frameworkErrors: answerError,
    clientErrorHandler: answerClientError,
  };
  const app = Fastify(options).withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler(compileValidator as never);
  // Answers are typed; their schemas describe them and are held against them in tests.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(JSON_TYPES, { parseAs: 'string' }, async (_: unknown, text: unknown) =>
    parseJson(text as string),
  );
  return app as unknown as App;
}

function apiRoutes(app: App, context: Context): void {
  questionRoutes(app, context);
  wayRoutes(app, context);
  concentrationRoutes(app, context);
  whatIfRoutes(app, context);
  qualityRoutes(app, context);
  simulateRoutes(app, context);
  jobRoutes(app, context);
  scenarioRoutes(app, context);
  measureListRoutes(app, context);
  templateRoutes(app, context);
  replayRoutes(app);
  reportRoutes(app, context);
  incidentRoutes(app, context);
  itemRoutes(app, context);
  batchRoutes(app, context);
  partyRoutes(app, context);
  documentRoutes(app, context);
  putDocumentRoute(app, context);
  importJobRoutes(app, context);
  mappingRoutes(app, context);
  contractLinkRoutes(app, context);
  historyRoutes(app, context);
  serverRoutes(app, context);
}
