/** The closed lists of the register, by code and by label, and what the model makes of them. */
import type { Substitutability } from '@msp-impact/contract';

/** Codes of the EBA's dictionary, without their prefix. */
const LABELS: Record<string, string> = {
  'BT:x28': 'yes',
  'BT:x29': 'no',
  'BT:x21': 'assessment not performed',
  'CO:x1': 'standalone arrangement',
  'CO:x2': 'overarching arrangement',
  'CO:x3': 'subsequent or associated arrangement',
  'CO:x4': 'expired and not renewed',
  'CO:x5': 'terminated: provider in breach',
  'CO:x6': 'terminated: impediments of the provider',
  'CO:x7': 'terminated: weaknesses in the security of data',
  'CO:x8': 'terminated: asked by the competent authority',
  'CO:x9': 'terminated: other reasons',
  'CT:x12': 'credit institution',
  'CT:x300': 'payment institution',
  'CT:x301': 'account information service provider',
  'CT:x302': 'electronic money institution',
  'CT:x303': 'crypto-asset service provider',
  'CT:x304': 'central securities depository',
  'CT:x305': 'trading venue',
  'CT:x306': 'trade repository',
  'CT:x307': 'manager of alternative investment funds',
  'CT:x308': 'data reporting service provider',
  'CT:x309': 'insurance or reinsurance undertaking',
  'CT:x310': 'issuer of asset-referenced tokens',
  'CT:x311': 'institution for occupational retirement provision',
  'CT:x312': 'credit rating agency',
  'CT:x313': 'administrator of critical benchmarks',
  'CT:x314': 'crowdfunding service provider',
  'CT:x315': 'securitisation repository',
  'CT:x316': 'other financial entity',
  'CT:x317': 'non-financial entity: ICT intra-group service provider',
  'CT:x318': 'non-financial entity: other',
  'CT:x320': 'insurance intermediary',
  'CT:x599': 'investment firm',
  'CT:x639': 'management company',
  'CT:x643': 'central counterparty',
  'CT:x212': 'legal person',
  'CT:x213': 'individual in business',
  'RP:x53': 'ultimate parent',
  'RP:x551': 'parent other than ultimate parent',
  'RP:x56': 'subsidiary',
  'RP:x21': 'outside the group',
  'RP:x210': 'outsourcing',
  'GA:qx2007': 'not applicable',
  'ZZ:x0': 'not applicable',
  'ZZ:x791': 'low',
  'ZZ:x792': 'medium',
  'ZZ:x793': 'high',
  'ZZ:x799': 'assessment not performed',
  'ZZ:x794': 'not significant',
  'ZZ:x795': 'low reliance',
  'ZZ:x796': 'material reliance',
  'ZZ:x797': 'full reliance',
  'ZZ:x798': 'easy',
  'ZZ:x966': 'difficult',
  'ZZ:x967': 'highly complex',
  'ZZ:x838': 'branch of a financial entity',
  'ZZ:x839': 'not a branch',
  'ZZ:x959': 'not substitutable',
  'ZZ:x960': 'highly complex substitutability',
  'ZZ:x961': 'medium complexity in terms of substitutability',
  'ZZ:x962': 'easily substitutable',
  'ZZ:x963': 'lack of real alternatives',
  'ZZ:x964': 'difficulties in migrating or reintegrating',
  'ZZ:x965': 'lack of real alternatives and difficulties in migrating or reintegrating',
  'TA:S01': 'ICT project management',
  'TA:S02': 'ICT development',
  'TA:S03': 'ICT help desk and first level support',
  'TA:S04': 'ICT security management services',
  'TA:S05': 'provision of data',
  'TA:S06': 'data analysis',
  'TA:S07': 'ICT, facilities and hosting services (excluding cloud)',
  'TA:S08': 'computation',
  'TA:S09': 'non-cloud data storage',
  'TA:S10': 'telecom carrier',
  'TA:S11': 'network infrastructure',
  'TA:S12': 'hardware and physical devices',
  'TA:S13': 'software licencing (excluding SaaS)',
  'TA:S14': 'ICT operation management (including maintenance)',
  'TA:S15': 'ICT consulting',
  'TA:S16': 'ICT risk management',
  'TA:S17': 'cloud services: IaaS',
  'TA:S18': 'cloud services: PaaS',
  'TA:S19': 'cloud services: SaaS',
};

/** A code as its label; a country, a currency or a plain text as it is, without a prefix. */
export function label(cell: string): string {
  const text = cell.trim();
  const code = /^(?:eba_)?([A-Za-z]{2,3}:\w+)$/.exec(text)?.[1];
  if (code === undefined) {
    const service = /^S(\d\d)\b/.exec(text)?.[0];
    return (service && LABELS[`TA:${service}`]) || text;
  }
  const known = Object.hasOwn(LABELS, code) ? LABELS[code] : undefined;
  const bare = code.slice(code.indexOf(':') + 1);
  return known ?? (/^[A-Z]{2,3}$/.test(bare) ? bare : text);
}

/** The code of a label, of the lists that begin with `list` (`ZZ`, `BT` …); undefined: it has none. */
export function coded(text: string, list: string): string | undefined {
  const wanted = text.trim().toLowerCase();
  const found = Object.entries(LABELS).find(
    ([code, label]) => code.startsWith(`${list}:`) && label.toLowerCase() === wanted,
  );
  return found && `eba_${found[0]}`;
}

/** Cells that say that there is nothing to say. */
export function isBlank(cell: string): boolean {
  return /^(?:|not applicable|n\/?a|null|none|-+)$/i.test(cell.trim());
}

export interface Strength {
  readonly label: string;
  readonly strength: number;
}

/** Ours, not the regulation's: an assumption that the report shows. */
export const RELIANCE: readonly Strength[] = [
  { label: 'full reliance', strength: 1 },
  { label: 'material reliance', strength: 0.7 },
  { label: 'low reliance', strength: 0.3 },
  { label: 'not significant', strength: 0.05 },
];

export const SUBSTITUTES: readonly (readonly [RegExp, string, Substitutability])[] = [
  [/^not substitutable/, 'not substitutable', 'none'],
  [/^highly complex/, 'highly complex substitutability', 'complex'],
  [/^medium/, 'medium complexity', 'medium'],
  [/^eas(?:y|ily)/, 'easily substitutable', 'easy'],
];

export function strengthOf(cell: string): number | undefined {
  const text = label(cell).toLowerCase();
  return RELIANCE.find((one) => text.startsWith(one.label.split(' reliance')[0] as string))
    ?.strength;
}

export function substitutabilityOf(cell: string): Substitutability | undefined {
  const text = label(cell).toLowerCase();
  return SUBSTITUTES.find(([pattern]) => pattern.test(text))?.[2];
}

const HARDNESS: readonly Substitutability[] = ['easy', 'medium', 'complex', 'none'];

export function harder(
  a: Substitutability | undefined,
  b: Substitutability | undefined,
): Substitutability | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return HARDNESS.indexOf(a) >= HARDNESS.indexOf(b) ? a : b;
}
