/** The formats that `import --from` takes. */
import { FOREIGN_FORMATS } from '@msp-impact/contract';
import { Usage } from './failure.ts';

export const FORMATS = ['document', 'csv', ...FOREIGN_FORMATS] as const;
export type Format = (typeof FORMATS)[number];

/** Throws Usage for a name that is none. */
export function formatNamed(name: string): Format {
  const found = FORMATS.find((one) => one === name);
  if (found) return found;
  throw new Usage(`there is no format ${name}; the formats are ${FORMATS.join(', ')}`);
}
