/** Scenarios to start from. */
import { TemplateAnswer, TemplateRequest, TemplatesAnswer } from '@msp-impact/contract';
import Type from 'typebox';
import { malformed, notFound } from '../errors.ts';
import { fromTemplate, listTemplates } from '../scenario/templates.ts';
import { noNode } from '../snapshot/question.ts';
import { nodeOf } from '../snapshot/read.ts';
import { type App, type Context, snapshotFor } from './context.ts';
import { described, withExample } from './http/schema.ts';

const config = { permission: 'graph:read' } as const;

export function templateRoutes(app: App, context: Context): void {
  app.get(
    '/scenario-templates',
    {
      config,
      schema: described('scenarioTemplates', {
        tag: 'scenarios',
        summary: 'Scenarios to start from, each with a node of this graph that it fits',
        answers: { 200: TemplatesAnswer },
      }),
    },
    async (_request, reply) => ({ templates: listTemplates(await snapshotFor(context, reply)) }),
  );
  app.post(
    '/scenario-templates/:template',
    {
      config,
      schema: described('fromTemplate', {
        tag: 'scenarios',
        summary: 'A scenario made from a template for one node, with what was assumed',
        params: Type.Object({ template: Type.String({ maxLength: 200 }) }),
        body: withExample(TemplateRequest, { node: 'advanced' }),
        answers: { 200: TemplateAnswer },
      }),
    },
    async (request, reply) => {
      const snapshot = await snapshotFor(context, reply);
      const node = nodeOf(snapshot, request.body.node);
      if (node < 0) throw malformed([noNode('$.node', request.body.node)]);
      const { template } = request.params;
      const made = fromTemplate(snapshot, template, node);
      if (!made) throw notFound('template', template, '$.params.template');
      return made;
    },
  );
}
