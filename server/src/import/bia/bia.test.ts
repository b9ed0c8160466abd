import { GRAPH_FORMAT, type GraphDocument, type ImportRequest } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { documentString } from '../../export/document.ts';
import { memoryReader } from '../../store/memory-reader.ts';
import { importText } from '../import.ts';

const EMPTY: GraphDocument = { format: GRAPH_FORMAT, nodes: [] };
const bring = async (text: string, graph = EMPTY, more: Partial<ImportRequest> = {}) => {
  const request = { name: 'bia.csv', text, ...more };
  const { answer, writes = [] } = await importText(request, memoryReader(graph));
  const after = (type: string) =>
    writes.flatMap((write) => (write.type === type && write.after ? [write.after] : [])) as never[];
  const made: GraphDocument = {
    format: GRAPH_FORMAT,
    nodes: after('node'),
    dependencies: after('dependency'),
  };
  return { answer, made };
};

const SHEET = `Activity,Priority,MTPD,RTO,Systems,Suppliers,Workaround
Answer 111 calls,Critical,4 hours,1h,Adastra; Telephony,Advanced,pen and paper
Send referrals,2,1 day,8,Adastra,,
`;

test('the MTPD becomes the hours of the tolerance, its level 0.5 is marked assumed', async () => {
  const { made, answer } = await bring(SHEET);
  expect(made.nodes.find(({ id }) => id === 'answer-111-calls')).toMatchObject({
    kind: 'service',
    priority: 1,
    rtoHours: 1,
    tolerance: { minimumLevel: 0.5, maxHours: 4 },
    attributes: { Workaround: 'pen and paper' },
    evidence: [
      { claim: 'From bia.csv', confidence: 'assumed' },
      { claim: expect.stringContaining('level 0.5 assumed'), confidence: 'assumed' },
    ],
  });
  expect(answer.sheets).toMatchObject([{ kind: 'analysis', asks: ['minimumLevel'], rows: 2 }]);
  expect(answer.rejected).toEqual([]);
});

test('activities rely on their systems and suppliers', async () => {
  const { made } = await bring(SHEET);
  expect(made.dependencies?.map(({ from, to }) => `${from} ${to}`).sort()).toEqual([
    'adastra answer-111-calls',
    'adastra send-referrals',
    'advanced answer-111-calls',
    'telephony answer-111-calls',
  ]);
});

test('a scale in brackets beside a heading is no part of it', async () => {
  const text = 'Critical Activity,Priority (1-5),MTPoD,MBCO (%)\nPayroll,2,5 days,20\n';
  const { made } = await bring(text);
  expect(made.nodes[0]).toMatchObject({
    priority: 2,
    tolerance: { minimumLevel: 0.2, maxHours: 120 },
  });
});

test('a level that was asked for takes the place of the assumed one', async () => {
  const { made } = await bring(SHEET, EMPTY, { minimumLevel: 0.8 });
  expect(made.nodes.find(({ id }) => id === 'send-referrals')?.tolerance).toEqual({
    minimumLevel: 0.8,
    maxHours: 24,
  });
});

test('without an MTPD the first intolerable impact tells the hours', async () => {
  const { made, answer } = await bring(`Activity,1 hour,1 day,1 week,1 month
Payroll,1,2,4 - Major,5
Post room,1,1,2,3
`);
  const [payroll, post] = made.nodes;
  expect(payroll?.tolerance).toEqual({ minimumLevel: 0.5, maxHours: 168 });
  expect(post?.tolerance).toBeUndefined();
  expect(answer.notes.join(' ')).toContain('first at which the impact reaches 4');
});

test('a cell that cannot be read is told with its place, the activity stays', async () => {
  const { made, answer } = await bring(`Activity,MTPD,RTO\nPayroll,4-8 hours,2 days\n`);
  expect(answer.rejected).toMatchObject([{ row: 2, column: 'MTPD', value: '4-8 hours' }]);
  expect(made.nodes).toMatchObject([{ name: 'Payroll', rtoHours: 48 }]);
  expect(answer.sheets?.[0]?.rejectedRows).toEqual([
    { row: 2, cells: ['Payroll', '4-8 hours', '2 days'] },
  ]);
});

test('a correction in place is read instead of the cell', async () => {
  const corrections = [{ file: 'bia.csv', row: 2, column: 'MTPD', value: '8 hours' }];
  const { made, answer } = await bring(`Activity,MTPD\nPayroll,4-8 hours\n`, EMPTY, {
    corrections,
  });
  expect(answer.rejected).toEqual([]);
  expect(made.nodes[0]?.tolerance?.maxHours).toBe(8);
});

test('the same analysis again changes nothing', async () => {
  const { made } = await bring(SHEET);
  const again = await bring(SHEET, made);
  expect(again.answer.difference).toMatchObject({ created: 0, updated: 0 });
  expect(documentString(made)).toContain('minimumLevel');
});
