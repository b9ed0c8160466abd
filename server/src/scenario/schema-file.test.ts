import { readFileSync } from 'node:fs';
import { Scenario } from '@msp-impact/contract';
import { expect, test } from 'vitest';

test('the schema in docs/reference is the one that is checked', () => {
  const place = new URL('../../../docs/reference/scenario.schema.json', import.meta.url);
  const { $schema, title, ...schema } = JSON.parse(readFileSync(place, 'utf8'));
  expect($schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(title).toBe('msp-impact-scenario/1');
  expect(schema).toEqual(JSON.parse(JSON.stringify(Scenario)));
});
