import { describe, expect, test } from 'vitest';
import { imported } from '../import/testing/apply.ts';
import { columnGuide, TEMPLATES } from './templates.ts';

const template = (name: string) => ({ name, text: TEMPLATES[name] as string });

describe('the templates', () => {
  test('can be imported as they are', async () => {
    const { answer, graph } = await imported({
      ...template('nodes.csv'),
      more: [template('links.csv'), template('contracts.csv')],
    });
    expect(answer.rejected).toEqual([]);
    expect([graph.nodes.length, graph.dependencies?.length, graph.contracts?.length]).toEqual([
      2, 1, 1,
    ]);
  });

  test('include the sheet', async () => {
    const { answer, graph } = await imported(template('sheet.csv'));
    expect(answer).toMatchObject({ format: 'sheet', rejected: [] });
    expect(graph.nodes).toHaveLength(4);
  });

  test('explain every column', () => {
    for (const { about } of columnGuide('node')) expect(about).not.toBe('');
  });
});
