/** Which formats can be chosen, and which one a file looks like. */
import type { ImportRequest } from '@msp-impact/contract';
import type { SourceFile } from './source.ts';

export type Format = NonNullable<ImportRequest['format']>;

export const FORMAT_CHOICES: readonly { readonly value: Format; readonly label: string }[] = [
  { value: 'auto', label: 'Table or graph document: found out from its first lines' },
  { value: 'xlsx', label: 'Workbook' },
  { value: 'document', label: 'Graph document' },
  { value: 'ocds', label: 'OCDS: published contracts' },
  { value: 'dora', label: 'DORA: register of information' },
  { value: 'cyclonedx', label: 'CycloneDX: list of components' },
  { value: 'spdx', label: 'SPDX: list of components' },
  { value: 'backstage', label: 'Backstage: catalogue' },
  { value: 'servicenow', label: 'ServiceNow: configuration items' },
  { value: 'itop', label: 'iTop: configuration items' },
  { value: 'glpi', label: 'GLPI: configuration items' },
];

const OF_NAME: readonly (readonly [RegExp, Format])[] = [
  [/\.xlsx$/i, 'xlsx'],
  [/\.zip$/i, 'dora'],
  [/\.ya?ml$/i, 'backstage'],
  [/\.jsonl$/i, 'ocds'],
  [/\.cdx\.(json|xml)$/i, 'cyclonedx'],
  [/\.spdx\.json$/i, 'spdx'],
  [/cmdb_(ci|rel_ci).*\.csv$/i, 'servicenow'],
  [/lnk\w+to\w+.*\.csv$/i, 'itop'],
  [/glpi.*\.csv$/i, 'glpi'],
];
const OF_TEXT: readonly (readonly [RegExp, Format])[] = [
  [/"format"\s*:\s*"msp-impact-graph\//, 'document'],
  [/"bomFormat"\s*:|cyclonedx\.org\/schema\/bom/i, 'cyclonedx'],
  [/"spdxVersion"\s*:/, 'spdx'],
  [/"ocid"\s*:|"releases"\s*:|"records"\s*:/, 'ocds'],
];
const HEAD = 20_000;

/** A first guess, which people can change. */
export function formatOf({ name, text }: SourceFile): Format {
  const head = text.slice(0, HEAD);
  const byText = OF_TEXT.find(([pattern]) => pattern.test(head));
  return (byText ?? OF_NAME.find(([pattern]) => pattern.test(name)))?.[1] ?? 'auto';
}
