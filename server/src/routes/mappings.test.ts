import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Server, startServer } from './testing.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('advanced-2022');
});
afterAll(() => server.close());

const MAPPING = { name: 'County register', kind: 'contracts', columns: { Firm: 'supplier' } };

test('a mapping is saved under its name, changed and removed', async () => {
  const made = await server.call('POST', '/mappings', MAPPING);
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ id: 'county-register', version: 1, mapping: MAPPING });
  const again = await server.call('POST', '/mappings', { ...MAPPING, valueBasis: 'annual' });
  expect(again.body.version).toBe(2);
  const stale = await server.call('POST', '/mappings', MAPPING, { 'if-match': '"1"' });
  expect(stale).toMatchObject({
    status: 412,
    body: { current: { version: 2, mapping: { valueBasis: 'annual' } } },
  });
  expect(stale.body.detail).toMatch(/^county-register is at version 2 now, saved by local on /);
  const { body } = await server.call('GET', '/mappings');
  expect(body.mappings).toMatchObject([{ version: 2, mapping: { valueBasis: 'annual' } }]);
  expect((await server.call('DELETE', '/mappings/county-register')).status).toBe(204);
  expect((await server.call('GET', '/mappings')).body.mappings).toEqual([]);
  expect((await server.call('DELETE', '/mappings/county-register')).status).toBe(404);
});

test('contracts of a register wait largest first, and are linked in bulk as one change', async () => {
  const text = `Contract reference,Title,Supplier,Award value (£)
R1,Hosting of Adastra for out-of-hours,Advanced,1000000
R2,Something else,Acme Ltd,2000000
R3,Care homes Caresys licences,Advanced,50000
`;
  const brought = await server.call('POST', '/import', { name: 'register.csv', text });
  expect(brought.body.notes.join(' ')).toContain('link 3 contracts to services');
  const { body } = await server.call('GET', '/contracts-to-link');
  const ours = body.contracts.filter(({ id }: { id: string }) => /^R\d$/.test(id));
  expect(ours.map(({ id }: { id: string }) => id)).toEqual(['R2', 'R1', 'R3']);
  const adastra = ours[1];
  expect(adastra.guesses[0]).toMatchObject({ id: 'adastra', likely: true });
  const links = [
    { contract: 'R1', to: 'adastra', ifRevision: adastra.revision },
    { contract: 'R2', to: 'nhs-111-england' },
  ];
  const receipt = await server.call('POST', '/contracts-to-link', { links });
  expect(receipt.status).toBe(200);
  const first = await server.call('GET', '/contracts/R1');
  expect(first.body.item.dependencies).toHaveLength(1);
  const second = await server.call('GET', '/contracts/R2');
  expect(second.body.item.dependencies).toEqual(['acme-ltd->nhs-111-england']);
  const stale = await server.call('POST', '/contracts-to-link', { links: links.slice(0, 1) });
  expect(stale.status).toBe(412);
  const undone = await server.call('POST', `/changes/${receipt.body.revision}/undo`, {});
  expect(undone.status).toBe(200);
  expect((await server.call('GET', '/contracts/R2')).body.item.dependencies).toBeUndefined();
});

test('a link to what is no product or service is refused, and nothing is written', async () => {
  const links = [{ contract: 'R3', to: 'england' }];
  const { status, body } = await server.call('POST', '/contracts-to-link', { links });
  expect(status).toBe(422);
  expect(body.errors[0]).toMatchObject({ path: '$.links[0].to', value: 'england' });
});
