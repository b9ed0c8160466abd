/** The OpenAPI document and a page to read it; nothing is fetched from elsewhere. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { App } from '../context.ts';
import { TAGS } from './schema.ts';

export async function describeApi(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'MSP dependency impact mapper',
        version: '1',
        description:
          'What falls when a managed service provider stops. Levels run from 0 (nothing) to 1 (normal). ' +
          'Refusals are problem details (RFC 9457) with the place and the value.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      tags: TAGS.map((tag) => ({ ...tag })),
    },
  });
}

/** After the routes. The document itself is at /api/docs/json. */
export async function serveDocs(app: App): Promise<void> {
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    uiConfig: { docExpansion: 'list', deepLinking: true },
  });
}
