import { readFileSync } from 'node:fs';
import { MeasureList } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { readMeasures } from './read-list.ts';

const place = (name: string) => new URL(`../../../docs/reference/${name}`, import.meta.url);

test('the schema in docs/reference is the one that is checked', () => {
  const { $schema, title, ...schema } = JSON.parse(
    readFileSync(place('measures.schema.json'), 'utf8'),
  );
  expect($schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(title).toBe('msp-impact-measures/1');
  expect(schema).toEqual(JSON.parse(JSON.stringify(MeasureList)));
});

test('the example of its page can be read', () => {
  const page = readFileSync(place('measures.md'), 'utf8');
  const text = /```jsonc\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const read = readMeasures(text.replace(/\s\/\/.*$/gm, ''));
  expect(read).toMatchObject({ ok: true, list: { budget: 1_000_000 } });
});

test('a file that cannot be read is told place by place', () => {
  expect(readMeasures('{ "format": ')).toMatchObject({ ok: false });
  const wrong = JSON.stringify({
    format: 'msp-impact-measures/1',
    name: 'n',
    measures: [{ do: 1 }],
  });
  expect(readMeasures(wrong)).toMatchObject({
    ok: false,
    faults: [{ path: '$.measures[0].do', value: 1 }],
  });
});
