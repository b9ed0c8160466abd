import { describe, expect, test } from 'vitest';
import { documentString } from '../../../export/document.ts';
import { example, linksIn, nodesIn, refusedIn } from '../testing/examples.ts';
import { survives } from '../testing/fuzz.ts';
import { fileOf, graphAfter } from '../testing/read-with.ts';
import { itop } from './itop.ts';

const FILES = [
  'synnovis-2024.lnkApplicationSolutionToBusinessProcess.csv',
  'synnovis-2024.lnkApplicationSolutionToFunctionalCI.csv',
  'synnovis-2024.lnkFunctionalCIToProviderContract.csv',
].map(example);
const read = (...texts: string[]) =>
  graphAfter(
    itop,
    texts.map((text, i) => fileOf(`t${i}.csv`, text)),
  );

describe('the example exports', () => {
  test('lead from the provider through CIs and solutions to business processes', async () => {
    const { graph, rejected } = await graphAfter(itop, FILES);
    expect(rejected).toEqual([]);
    expect(nodesIn(graph)).toEqual([
      'product Laboratory information systems',
      'product Order and result messages',
      'product Synnovis pathology',
      'service Blood tests for GPs in Lambeth and Southwark',
      "service Planned operations at Guy's and St Thomas'",
      "service Planned operations at King's College Hospital",
      'supplier Synnovis',
    ]);
    expect(linksIn(graph)).toEqual([
      'Laboratory information systems > Synnovis pathology',
      'Order and result messages > Synnovis pathology',
      'Synnovis > Synnovis pathology',
      'Synnovis pathology > Blood tests for GPs in Lambeth and Southwark',
      "Synnovis pathology > Planned operations at Guy's and St Thomas'",
      "Synnovis pathology > Planned operations at King's College Hospital",
    ]);
  });

  test('change nothing when they come again, in any order', async () => {
    const { graph } = await graphAfter(itop, FILES);
    const again = await graphAfter(itop, [...FILES].reverse(), graph);
    expect(documentString(again.graph)).toBe(documentString(graph));
  });
});

describe('tables of links', () => {
  test('may have names alone, in the headers of English exports', async () => {
    const { graph } = await read('Application solution,CI\nSales,db1\n');
    expect(linksIn(graph)).toEqual(['db1 > Sales']);
  });

  test('lead from a network device to what is plugged in, but for uplinks', async () => {
    const { graph } = await read(
      'connectableci_id->name,networkdevice_id->name,connection_type\nserver1,switch1,downlink\nrouter1,switch1,uplink\n',
    );
    expect(linksIn(graph)).toEqual(['router1 > switch1', 'switch1 > server1']);
  });

  test('name one object where one table gives its number and another its name', async () => {
    const { graph } = await read(
      'id,name,finalclass\n7,db1,DBServer\n',
      'Application solution,CI\nSales,db1\n',
    );
    expect(graph.dependencies?.[0]?.from).toBe('itop:FunctionalCI:7');
  });

  test('with a name that two objects have, or none at all, are rejected', async () => {
    const { rejected } = await read(
      'id,name,finalclass\n7,db1,DBServer\n8,db1,DBServer\n',
      'Application solution,CI\nSales,db1\nSales,\n',
    );
    expect(refusedIn(rejected)).toEqual(['2 CI: db1', '3 CI: ']);
  });
});

describe('classes', () => {
  test('rely on what their keys name; of two power sources either is enough', async () => {
    const { graph, reading } = await read(
      'id,name,finalclass,virtualhost_id,virtualhost_id->name\n1,vm1,VirtualMachine,2,host1\n',
      'id,name,finalclass,powerA_id,powerB_id\n2,host1,Hypervisor,,\n3,server1,Server,pdu1,pdu2\n4,server2,Server,pdu1,\n',
    );
    expect(linksIn(graph)).toEqual([
      'host1 > vm1',
      'pdu1 > server1',
      'pdu1 > server2',
      'pdu2 > server1',
    ]);
    const groups = graph.nodes
      .filter((node) => node.groups)
      .map(({ name, groups }) => [name, groups]);
    expect(groups).toEqual([['server1', { power: { rule: 'any' } }]]);
    expect(reading.notes.join()).toContain('two power sources');
  });

  test('of services become services, and unknown columns attributes', async () => {
    const { graph } = await read('id,name,finalclass,status\n1,Payroll,BusinessProcess,active\n');
    expect(graph.nodes[0]).toMatchObject({ kind: 'service', attributes: { status: 'active' } });
  });

  test('with the same number twice: alike is one, other values are rejected', async () => {
    const { rejected } = await read('id,name,finalclass\n1,A,Server\n1,A,Server\n1,B,Server\n');
    expect(rejected.map(({ row }) => row)).toEqual([4]);
  });
});

describe('lists of relations', () => {
  test('impacts keeps the arrow, depends on turns it, all else is rejected', async () => {
    const { graph, rejected } = await read(
      'source,relation,target\na,impacts,b\nc,depends on,b\na,likes,b\n',
    );
    expect(linksIn(graph)).toEqual(['a > b', 'b > c']);
    expect(refusedIn(rejected)).toEqual(['4 relation: likes']);
  });
});

describe('bad exports', () => {
  test.each([
    ['headers that we do not know', 'x,y\n1,2\n', 'no export of iTop'],
    ['a header twice', 'id,name,Name\n1,a,b\n', 'two columns'],
    ['nothing', '', 'empty'],
  ])('are refused whole: %s', async (_, text, reason) => {
    const { reading } = await read(text);
    expect(reading.errors[0]?.reason).toContain(reason);
  });

  test('are survived, however they are damaged', async () => {
    for (const { name, bytes } of FILES) await survives(itop, name, bytes as Uint8Array);
  });
});
