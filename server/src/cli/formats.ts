/** The formats of import and export: one file each, listed here. */
import { AVAILABLE_FORMATS } from '../import/formats/registry.ts';
import { Failure, Usage } from './failure.ts';

/** All formats that the command line promises (docs/reference/command-line.md). */
const PROMISED = [
  'document',
  'csv',
  'xlsx',
  'ocds',
  'dora',
  'cyclonedx',
  'spdx',
  'backstage',
  'servicenow',
  'itop',
  'glpi',
] as const;
export const AVAILABLE = ['document', 'csv', ...AVAILABLE_FORMATS] as const;
export type AvailableFormat = (typeof AVAILABLE)[number];

/** @param promised formats that are named, be they there yet or not */
export function formatNamed(name: string, promised: readonly string[] = PROMISED): AvailableFormat {
  const found = AVAILABLE.find((one) => one === name);
  if (found) return found;
  if (!promised.includes(name)) {
    throw new Usage(`there is no format ${name}; the formats are ${promised.join(', ')}`);
  }
  throw new Failure(`the format ${name} is not available yet; ${AVAILABLE.join(', ')} are`);
}
