import { describe, expect, test } from 'vitest';
import { documentString } from '../../../export/document.ts';
import { example, linksIn, nodesIn, refusedIn } from '../testing/examples.ts';
import { survives } from '../testing/fuzz.ts';
import { fileOf, graphAfter } from '../testing/read-with.ts';
import { servicenow } from './servicenow.ts';
import { wayOf } from './types.ts';

const FILES = ['advanced-2022.cmdb_ci.csv', 'advanced-2022.cmdb_rel_ci.csv'].map(example);
const ID = (n: number) => String(n).padStart(32, '0');
const items = (...rows: string[]) =>
  fileOf('ci.csv', `sys_id,name,sys_class_name\n${rows.join('\n')}\n`);
const relations = (...rows: string[]) =>
  fileOf('rel.csv', `parent,type,child\n${rows.join('\n')}\n`);
const TWO = items(`${ID(1)},A,cmdb_ci_service`, `${ID(2)},B,cmdb_ci_server`);

test('a vendor that nobody knows makes no supplier', async () => {
  const text = `sys_id,name,sys_class_name,vendor\n${ID(1)},A,cmdb_ci_appl,Unknown\n${ID(2)},B,cmdb_ci_appl,Data withheld\n`;
  const { graph, reading } = await graphAfter(servicenow, [fileOf('ci.csv', text)]);
  expect(nodesIn(graph)).toEqual(['product A', 'product B']);
  expect(reading.notes.join()).toContain('2 items name a supplier that is not known');
});

describe('the example exports', () => {
  test('turn "Depends on::Used by": the child supplies the parent', async () => {
    const { graph, rejected, reading } = await graphAfter(servicenow, FILES);
    expect(rejected).toEqual([]);
    expect(nodesIn(graph)).toEqual([
      'product Adastra',
      'product Carenotes',
      'product Health and care hosting',
      'service Mental health records',
      'service NHS 111 (England)',
      'supplier Advanced',
    ]);
    expect(linksIn(graph)).toEqual([
      'Adastra > NHS 111 (England)',
      'Advanced > Adastra',
      'Advanced > Carenotes',
      'Advanced > Health and care hosting',
      'Carenotes > Mental health records',
      'Health and care hosting > Adastra',
      'Health and care hosting > Carenotes',
    ]);
    expect(reading.notes.join()).toContain('Exchanges data with::Exchanges data with (1)');
    const adastra = graph.nodes.find(({ name }) => name === 'Adastra');
    expect(adastra).toMatchObject({
      priority: 1,
      attributes: { operational_status: 'Non-Operational' },
    });
  });

  test('change nothing when they come again, in either order', async () => {
    const { graph } = await graphAfter(servicenow, FILES);
    const again = await graphAfter(servicenow, [...FILES].reverse(), graph);
    expect(documentString(again.graph)).toBe(documentString(graph));
  });
});

describe('types of relations', () => {
  test.each([
    ['Depends on::Used by', 'turn'],
    ['depends on :: used by', 'turn'],
    ['Used by::Depends on', 'keep'],
    ['Runs on::Runs', 'turn'],
    ['Hosted on::Hosts', 'turn'],
    ['Virtualized by::Virtualizes', 'turn'],
    ['Powers::Powered by', 'keep'],
    ['Provides::Provided by', 'keep'],
    ['Contains::Contained by', 'turn'],
    ['Impacts::Impacted by', 'keep'],
    ['Managed by::Manages', 'none'],
    ['Connects to::Connected by', 'none'],
    ['Likes::Liked by', undefined],
    ['', undefined],
  ])('are read as the table says: %s is %s', (type, way) => {
    expect(wayOf(type)).toBe(way);
  });

  test('that are not known make no link and are reported row by row', async () => {
    const { graph, rejected } = await graphAfter(servicenow, [
      TWO,
      relations('A,Likes::Liked by,B'),
    ]);
    expect(linksIn(graph)).toEqual([]);
    expect(refusedIn(rejected)).toEqual(['2 type: Likes::Liked by']);
  });

  test('between the same two make one link with both names', async () => {
    const rows = relations('A,Runs on::Runs,B', 'A,Depends on::Used by,B');
    const { graph } = await graphAfter(servicenow, [TWO, rows]);
    expect(graph.dependencies).toHaveLength(1);
    expect(graph.dependencies?.[0]?.attributes?.relation).toBe(
      'Runs on::Runs; Depends on::Used by',
    );
  });
});

describe('the ends of a relation', () => {
  test('are found by sys_id and by name', async () => {
    const rows = relations(`${ID(1)},Depends on::Used by,b`);
    expect(linksIn((await graphAfter(servicenow, [TWO, rows])).graph)).toEqual(['B > A']);
  });

  test('are found among what an earlier import stored', async () => {
    const { graph } = await graphAfter(servicenow, [TWO]);
    const rows = relations(`${ID(1)},Depends on::Used by,${ID(2)}`);
    const after = await graphAfter(servicenow, [rows], graph);
    expect(linksIn(after.graph)).toEqual(['B > A']);
  });

  test('that are nowhere, empty, or of a name that two items have are rejected', async () => {
    const three = items(`${ID(1)},A,x`, `${ID(2)},A,x`, `${ID(3)},C,x`);
    const rows = relations(
      'C,Depends on::Used by,A',
      'C,Depends on::Used by,zz',
      ',Depends on::Used by,C',
      `C,Depends on::Used by,${ID(9)}`,
      'C,Depends on::Used by,C',
    );
    const { graph, rejected } = await graphAfter(servicenow, [three, rows]);
    expect(linksIn(graph)).toEqual([]);
    expect(refusedIn(rejected)).toEqual([
      '2 child: A',
      '3 child: zz',
      '4 parent: ',
      `5 child: ${ID(9)}`,
      `6 child: ${ID(3)}`,
    ]);
  });

  test('are made from the relation itself where its export walks on to them', async () => {
    const text = `parent.sys_id,parent.name,parent.sys_class_name,type.name,child.sys_id,child.name\n${ID(1)},Payroll,cmdb_ci_service,Depends on::Used by,${ID(2)},db1\n`;
    const { graph } = await graphAfter(servicenow, [fileOf('rel.csv', text)]);
    expect(nodesIn(graph)).toEqual(['product db1', 'service Payroll']);
    expect(graph.dependencies?.map(({ id }) => id)).toEqual([`${ID(2)}->${ID(1)}`]);
  });

  test('become products of their own where no table of items came with them', async () => {
    const { graph, reading } = await graphAfter(servicenow, [relations('A,Depends on::Used by,B')]);
    expect(nodesIn(graph)).toEqual(['product A', 'product B']);
    expect(reading.notes.join()).toContain('2 items without a class');
  });
});

describe('bad exports', () => {
  test('with the same item twice: alike is one, other values are rejected', async () => {
    const rows = items(`${ID(1)},A,x`, `${ID(1)},A,x`, `${ID(1)},B,x`);
    const { graph, rejected } = await graphAfter(servicenow, [rows]);
    expect(graph.nodes.map(({ name }) => name)).toEqual(['A']);
    expect(rejected.map(({ row }) => row)).toEqual([4]);
  });

  test.each([
    ['headers that we do not know', 'x,y\n1,2\n', 'no table of ServiceNow'],
    ['a header twice', 'sys_id,name,Name,sys_class_name\n1,a,b,c\n', 'two columns'],
    ['nothing', '', 'empty'],
    ['a workbook', 'PK\x03\x04', 'workbook'],
    ['zero bytes', 'sys_id,name\0\n', 'no text'],
  ])('are refused whole: %s', async (_, content, reason) => {
    const { reading } = await graphAfter(servicenow, [fileOf('ci.csv', content)]);
    expect(reading.errors[0]?.reason).toContain(reason);
  });

  test('with quotes that never close, mixed line ends, a mark and semicolons are read as far as they go', async () => {
    const text = `\ufeffsys_id;name;sys_class_name\r\n${ID(1)};A;x\n${ID(2)};B;x\r${ID(3)};"C;x\n`;
    const { reading } = await graphAfter(servicenow, [fileOf('ci.csv', text)]);
    expect(reading.errors).toEqual([]);
    expect(reading.rejected.length).toBeGreaterThan(0);
  });

  test.each(FILES.map((file) => [file.name, file.bytes] as const))(
    'are survived, however they are damaged: %s',
    async (name, bytes) => {
      await survives(servicenow, name, bytes as Uint8Array);
    },
  );
});
