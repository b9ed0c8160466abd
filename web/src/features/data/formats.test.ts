import { expect, test } from 'vitest';
import { formatOf } from './formats.ts';

const file = (name: string, text = '') => ({ name, text, size: text.length });

test.each([
  ['estate.xlsx', '', 'xlsx'],
  ['register.zip', '', 'dora'],
  ['catalog-info.yaml', 'kind: Component', 'backstage'],
  ['notices.json', '{"releases": []}', 'ocds'],
  ['bom.json', '{"bomFormat": "CycloneDX"}', 'cyclonedx'],
  ['graph.json', '{"format": "msp-impact-graph/1"}', 'document'],
  ['register.csv', 'Supplier,Award value', 'auto'],
])('%s is taken for what it looks like', (name, text, format) => {
  expect(formatOf(file(name, text))).toBe(format);
});
