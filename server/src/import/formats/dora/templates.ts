/**
 * The templates of the register of information (Implementing Regulation (EU) 2024/2956, annex I),
 * with the columns that the graph has a place for. The others are kept as attributes by these names.
 */
export const TEMPLATES = {
  'B_01.01': {
    '0010': 'lei',
    '0020': 'name',
    '0030': 'country',
    '0040': 'type of entity',
    '0050': 'competent authority',
    '0060': 'date of reporting',
  },
  'B_01.02': {
    '0010': 'lei',
    '0020': 'name',
    '0030': 'country',
    '0040': 'type of entity',
    '0050': 'hierarchy',
    '0060': 'lei of direct parent',
    '0070': 'last update',
    '0080': 'integrated',
    '0090': 'deleted',
    '0100': 'currency',
    '0110': 'total assets',
  },
  'B_01.03': { '0010': 'branch', '0020': 'lei', '0030': 'name', '0040': 'country' },
  'B_02.01': {
    '0010': 'contract',
    '0020': 'type of arrangement',
    '0030': 'overarching arrangement',
    '0040': 'currency',
    '0050': 'annual expense',
  },
  'B_02.02': {
    '0010': 'contract',
    '0020': 'lei',
    '0030': 'provider',
    '0040': 'code type',
    '0050': 'function',
    '0060': 'ict service',
    '0070': 'start',
    '0080': 'end',
    '0090': 'reason of termination',
    '0100': 'notice of the entity in days',
    '0110': 'notice of the provider in days',
    '0120': 'governing law',
    '0130': 'country of provision',
    '0140': 'storage of data',
    '0150': 'data at rest in',
    '0160': 'data managed in',
    '0170': 'sensitiveness of data',
    '0180': 'reliance',
  },
  'B_02.03': { '0010': 'contract', '0020': 'linked arrangement', '0030': 'link' },
  'B_03.01': { '0010': 'contract', '0020': 'lei', '0030': 'link' },
  'B_03.02': { '0010': 'contract', '0020': 'provider', '0030': 'code type', '0045': 'link' },
  'B_03.03': { '0010': 'contract', '0020': 'lei', '0031': 'link' },
  'B_04.01': { '0010': 'contract', '0020': 'lei', '0030': 'nature', '0040': 'branch' },
  'B_05.01': {
    '0010': 'provider',
    '0020': 'code type',
    '0030': 'additional code',
    '0040': 'additional code type',
    '0050': 'legal name',
    '0060': 'latin name',
    '0070': 'type of person',
    '0080': 'country of headquarters',
    '0090': 'currency',
    '0100': 'total annual expense',
    '0110': 'parent',
    '0120': 'parent code type',
  },
  'B_05.02': {
    '0010': 'contract',
    '0020': 'ict service',
    '0030': 'provider',
    '0040': 'code type',
    '0050': 'rank',
    '0060': 'recipient',
    '0070': 'recipient code type',
  },
  'B_06.01': {
    '0010': 'function',
    '0020': 'licensed activity',
    '0030': 'name',
    '0040': 'lei',
    '0050': 'critical',
    '0060': 'reasons',
    '0070': 'assessed',
    '0080': 'rto hours',
    '0090': 'rpo hours',
    '0100': 'impact of discontinuing',
  },
  'B_07.01': {
    '0010': 'contract',
    '0020': 'provider',
    '0030': 'code type',
    '0040': 'ict service',
    '0050': 'substitutability',
    '0060': 'reason',
    '0070': 'last audit',
    '0080': 'exit plan',
    '0090': 'reintegration',
    '0100': 'impact of discontinuing',
    '0110': 'alternatives identified',
    '0120': 'alternatives',
  },
  'B_99.01': {},
} as const satisfies Record<string, Record<string, string>>;

export type Template = keyof typeof TEMPLATES;

/** B_05.01 as the drafts had it, still met in workbooks: no additional codes, one name. */
export const OLD_PROVIDERS = {
  '0010': 'provider',
  '0020': 'code type',
  '0030': 'legal name',
  '0040': 'type of person',
  '0050': 'country of headquarters',
  '0060': 'currency',
  '0070': 'total annual expense',
  '0080': 'parent',
  '0090': 'parent code type',
} as const;

/** Columns without which a row says nothing. */
export const NEEDED: Partial<Record<Template, readonly string[]>> = {
  'B_01.01': ['lei'],
  'B_01.02': ['lei'],
  'B_02.01': ['contract'],
  'B_02.02': ['contract', 'provider'],
  'B_03.01': ['contract', 'lei'],
  'B_03.02': ['contract', 'provider'],
  'B_04.01': ['contract', 'lei'],
  'B_05.01': ['provider'],
  'B_05.02': ['contract', 'provider', 'rank'],
  'B_06.01': ['function', 'lei'],
  'B_07.01': ['contract', 'provider'],
};

/** `b_05.02.csv`, `B_05.02`, `RT.05.02`, `B.05.02 supply chains` → B_05.02. */
export function templateNamed(name: string): Template | undefined {
  const [, a, b] = /(?:^|[^a-z0-9])(?:b|rt)[_. -]?(\d\d)[._ -](\d\d)/i.exec(name) ?? [];
  const template = `B_${a}.${b}`;
  return Object.hasOwn(TEMPLATES, template) ? (template as Template) : undefined;
}
