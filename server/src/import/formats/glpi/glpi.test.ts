import { describe, expect, test } from 'vitest';
import { documentString } from '../../../export/document.ts';
import { example, linksIn, nodesIn, refusedIn } from '../testing/examples.ts';
import { survives } from '../testing/fuzz.ts';
import { fileOf, graphAfter } from '../testing/read-with.ts';
import { glpi } from './glpi.ts';

const RELATIONS = 'emis-2024.glpi_impactrelations.csv';
const HEAD = 'itemtype_source,items_id_source,itemtype_impacted,items_id_impacted\n';

describe('the table of impact relations', () => {
  test('leads from the source to the item that it impacts', async () => {
    const { graph, rejected } = await graphAfter(glpi, [example(RELATIONS)]);
    expect(rejected).toEqual([]);
    expect(nodesIn(graph)).toEqual([
      'product CrowdStrike Falcon sensor',
      'product EMIS Web',
      'product Windows machines of EMIS Web',
      'service GP records with EMIS Web',
      'supplier CrowdStrike',
      'supplier EMIS Health',
    ]);
    expect(linksIn(graph)).toEqual([
      'CrowdStrike > CrowdStrike Falcon sensor',
      'CrowdStrike Falcon sensor > Windows machines of EMIS Web',
      'EMIS Health > EMIS Web',
      'EMIS Web > GP records with EMIS Web',
      'Windows machines of EMIS Web > EMIS Web',
    ]);
  });

  test('changes nothing when it comes again', async () => {
    const { graph } = await graphAfter(glpi, [example(RELATIONS)]);
    const again = await graphAfter(glpi, [example(RELATIONS)], graph);
    expect(documentString(again.graph)).toBe(documentString(graph));
  });

  test('without names calls items by type and number', async () => {
    const { graph } = await graphAfter(glpi, [fileOf('r.csv', `${HEAD}Computer,1,Appliance,2\n`)]);
    expect(linksIn(graph)).toEqual(['Computer 1 > Appliance 2']);
  });

  test('has items that are none, and items that impact themselves, rejected', async () => {
    const rows = 'Computer,-1,Appliance,2\n<b>,1,Appliance,2\nComputer,1,Computer,1\n,,,\n';
    const { rejected } = await graphAfter(glpi, [fileOf('r.csv', HEAD + rows)]);
    expect(refusedIn(rejected)).toEqual([
      '2 items_id_source: -1',
      '3 itemtype_source: <b>',
      '4 items_id_impacted: glpi:Computer:1',
    ]);
  });
});

describe('an impact analysis', () => {
  test('leads both ways from the item that the file is named after', async () => {
    const { graph, reading } = await graphAfter(glpi, [example('EMIS Web.csv')]);
    expect(linksIn(graph)).toEqual([
      'CrowdStrike Falcon sensor > EMIS Web',
      'EMIS Web > GP records with EMIS Web',
      'Windows machines of EMIS Web > EMIS Web',
    ]);
    expect(reading.notes.join()).toContain('near or far');
    expect(
      graph.dependencies?.every(({ evidence }) => evidence?.[0]?.confidence === 'assumed'),
    ).toBe(true);
  });

  test('of several items finds one among the rows of the other', async () => {
    const a = fileOf('a.csv', 'Relation,Itemtype,Id,Name\nImpact,Computer,2,b\n');
    const b = fileOf('b.csv', 'Relation,Itemtype,Id,Name\nImpacted by,Computer,1,a\n');
    const { graph } = await graphAfter(glpi, [a, b]);
    expect(graph.dependencies?.map(({ id }) => id)).toEqual(['glpi:Computer:1->glpi:Computer:2']);
  });

  test('has other words for the relation rejected', async () => {
    const file = fileOf('a.csv', 'Relation,Itemtype,Id,Name\nImpacté par,Computer,1,b\n');
    expect(refusedIn((await graphAfter(glpi, [file])).rejected)).toEqual([
      '2 Relation: Impacté par',
    ]);
  });
});

describe('bad exports', () => {
  test.each([
    ['headers that we do not know', 'x,y\n1,2\n', 'no export of GLPI'],
    ['nothing', '', 'empty'],
  ])('are refused whole: %s', async (_, text, reason) => {
    const { reading } = await graphAfter(glpi, [fileOf('x.csv', text)]);
    expect(reading.errors[0]?.reason).toContain(reason);
  });

  test.each([RELATIONS, 'EMIS Web.csv'])('are survived, however damaged: %s', async (name) => {
    await survives(glpi, name, example(name).bytes as Uint8Array);
  });
});
