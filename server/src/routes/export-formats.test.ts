import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Server, startServer } from './testing.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('emis-2024');
});
afterAll(() => server.close());

test.each([
  ['graphml', 'graph.graphml', '<?xml'],
  ['gexf', 'graph.gexf', '<?xml'],
  ['cypher', 'graph.cypher', '// '],
  ['xlsx', 'graph.xlsx', 'PK'],
  ['dora', 'dora-register.zip', 'PK'],
  ['dora-xlsx', 'dora-register.xlsx', 'PK'],
])('%s comes as a file with its name', async (format, file, start) => {
  const { status, headers, text } = await server.call('GET', `/export?format=${format}`);
  expect(status).toBe(200);
  expect(headers['content-disposition']).toBe(`attachment; filename="${file}"`);
  expect(headers.etag).toBe('"1"');
  expect(text.startsWith(start)).toBe(true);
});

test('a format that is not there is refused by name', async () => {
  const { status, body } = await server.call('GET', '/export?format=pdf');
  expect(status).toBe(400);
  expect(body.errors[0].path).toBe('$.query.format');
});
