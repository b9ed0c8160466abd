/** Duplicates found, shown, merged in bulk and taken back, over HTTP on a real store. */
import * as contract from '@msp-impact/contract';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claimDatabase } from '../store/testing/claim.ts';
import { type Server, STORES, startServer } from './testing.ts';

if (process.env.NEO4J_URI) claimDatabase(process.env.NEO4J_URI);

const GRAPH = {
  format: 'msp-impact-graph/1',
  name: 'Twins',
  nodes: [
    {
      id: 'acme',
      kind: 'supplier',
      name: 'Acme',
      identifiers: { 'GB-COH': '05965280' },
      priority: 1,
      attributes: { town: 'Leeds' },
    },
    {
      id: 'GB-COH-5965280',
      kind: 'supplier',
      name: 'Acme Software Ltd',
      parent: 'owner',
      zones: ['z'],
      priority: 2,
      attributes: { town: 'York', size: 'large' },
      evidence: [{ claim: 'Register', confidence: 'assumed', date: '2025-01-01' }],
    },
    { id: 'owner', kind: 'supplier', name: 'Owner' },
    { id: 'owned', kind: 'supplier', name: 'Owned', parent: 'GB-COH-5965280' },
    { id: 'beta', kind: 'supplier', name: 'Beta plc' },
    { id: 'beta-2', kind: 'supplier', name: 'BETA', identifiers: { LEI: 'INR2EJN1ERAN0W5ZP999' } },
    { id: 'p', kind: 'product', name: 'P' },
    {
      id: 's',
      kind: 'service',
      name: 'S',
      workarounds: [{ name: 'by hand', capacity: 0.5, via: 'GB-COH-5965280' }],
    },
  ],
  dependencies: [
    { id: 'acme->p', from: 'acme', to: 'p' },
    { id: 'coh->p', from: 'GB-COH-5965280', to: 'p', strength: 0.5 },
    { id: 'coh->acme', from: 'GB-COH-5965280', to: 'acme' },
    { id: 'p->s', from: 'p', to: 's' },
  ],
  contracts: [
    { id: 'c1', supplier: 'GB-COH-5965280', dependencies: ['coh->acme', 'coh->p'] },
    { id: 'c2', supplier: 'acme', dependencies: ['coh->acme'] },
  ],
};

describe.each(STORES)('on the %s store', (kind) => {
  let server: Server;
  beforeEach(async () => {
    server = await startServer(undefined, kind);
    const text = JSON.stringify(GRAPH);
    expect((await server.call('POST', '/import', { text })).status).toBe(200);
  });
  afterEach(() => server.close());

  const ask = async (method: string, path: string, schema: TSchema, body?: unknown) => {
    const answer = await server.call(method, path, body);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect([...Value.Errors(schema, answer.body)]).toEqual([]);
    return answer.body;
  };
  const duplicates = () => ask('GET', '/parties/duplicates', contract.DuplicatesAnswer);
  const merge = (body: unknown) => ask('POST', '/parties/merge', contract.MergeAnswer, body);
  const document = async () => (await server.call('GET', '/document')).text;
  const TWINS = { keep: 'acme', others: ['GB-COH-5965280'] };
  const BETAS = { keep: 'beta', others: ['beta-2'] };

  test('likely duplicates are proposed with the reason, and a wrong number is told', async () => {
    const found = await duplicates();
    expect(found).toMatchObject({ suppliers: 6, withNumber: 2, total: 2, wrongTotal: 1 });
    expect(found.proposals).toMatchObject([
      {
        sureness: 'same-number',
        keep: 'GB-COH-5965280',
        because: [{ same: 'number', what: 'GB-COH 05965280', members: 2 }],
      },
      { sureness: 'same-name', keep: 'beta', because: [{ same: 'name', what: 'beta' }] },
    ]);
    expect(found.wrong[0]).toMatchObject({ id: 'beta-2', scheme: 'LEI' });
  });

  test('what would move is shown, and nothing is written', async () => {
    const before = await document();
    const { outcomes, written } = await merge({ merges: [TWINS], dryRun: true });
    expect(written).toBe(0);
    expect(outcomes[0]).toMatchObject({
      moves: {
        links: { count: 1, first: ['coh->p'] },
        contracts: { count: 1, first: ['c1'] },
        subsidiaries: { count: 1, first: ['owned'] },
        workarounds: { count: 1, first: ['s'] },
      },
      ended: ['coh->acme'],
      parallel: 1,
      differ: [
        { id: 'GB-COH-5965280', field: 'priority', kept: '1', other: '2' },
        { field: 'town', kept: 'Leeds', other: 'York' },
      ],
    });
    expect(await document()).toBe(before);
  });

  test('merges confirmed together are changes of their own: each comes back alone', async () => {
    const before = await document();
    const { outcomes, written } = await merge({ merges: [TWINS, BETAS] });
    expect(written).toBe(2);
    const { nodes, contracts, dependencies } = JSON.parse(await document());
    const ids = nodes.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(['acme', 'beta', 'owned', 'owner', 'p', 's']);
    expect(nodes[0]).toMatchObject({
      parent: 'owner',
      zones: ['z'],
      priority: 1,
      identifiers: { 'GB-COH': '05965280' },
      attributes: {
        size: 'large',
        town: 'Leeds',
        'merged:GB-COH-5965280': 'Acme Software Ltd',
        'merged:GB-COH-5965280 town': 'York',
      },
    });
    expect(contracts).toMatchObject([{ supplier: 'acme', dependencies: ['coh->p'] }, { id: 'c2' }]);
    expect(contracts[1].dependencies).toBeUndefined();
    expect(dependencies.map(({ from }: { from: string }) => from)).toEqual(['acme', 'acme', 'p']);
    expect((await duplicates()).total).toBe(0);
    // The later one stays while the earlier one is taken back; then that one too.
    for (const { revision } of outcomes) {
      expect((await server.call('POST', `/changes/${revision}/undo`, {})).status).toBe(200);
    }
    expect(await document()).toBe(before);
    expect((await duplicates()).total).toBe(2);
  });

  test('a sheet that names the merged one by its old name changes nothing', async () => {
    await merge({ merges: [{ keep: 'beta-2', others: ['beta'] }] });
    const text = 'supplier,system\nBeta plc,P\n';
    const first = await server.call('POST', '/import', { text, format: 'sheet' });
    expect(first.body.difference).toMatchObject({ created: 1 }); // the link alone
    expect((await duplicates()).suppliers).toBe(5);
  });

  test('one that cannot be is told, and the others are written', async () => {
    const gone = { keep: 'p', others: ['nobody'] };
    const { outcomes, written } = await merge({ merges: [gone, BETAS] });
    expect(written).toBe(1);
    expect(outcomes[0].faults).toMatchObject([
      { path: '$.merges[0].keep', value: 'p' },
      { path: '$.merges[0].others[0]', value: 'nobody' },
    ]);
  });

  test('a party named twice, and moves shown for an older version, are refused', async () => {
    const twice = { merges: [TWINS, { keep: 'beta', others: ['acme'] }] };
    expect((await server.call('POST', '/parties/merge', twice)).status).toBe(422);
    const old = { merges: [BETAS], ifRevision: 0 };
    expect((await server.call('POST', '/parties/merge', old)).status).toBe(412);
    expect((await duplicates()).total).toBe(2);
  });

  test('parties that are several are not proposed again, until somebody says so', async () => {
    const members = ['beta-2', 'beta'];
    const { key } = await ask('POST', '/parties/apart', contract.ApartEntry, { members });
    await ask('POST', '/parties/apart', contract.ApartEntry, { members });
    const found = await duplicates();
    expect(found).toMatchObject({ total: 1, apart: [{ key, members: ['beta', 'beta-2'] }] });
    expect((await server.call('DELETE', `/parties/apart/${key}`)).status).toBe(204);
    expect((await duplicates()).total).toBe(2);
    expect((await server.call('DELETE', `/parties/apart/${key}`)).status).toBe(404);
  });
});
