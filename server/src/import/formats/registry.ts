/** The formats of others: one file or folder each, loaded when it is asked for. */
import { FOREIGN_FORMATS, type ForeignFormat } from '@msp-impact/contract';
import type { FormatReader } from './format.ts';

const LOADERS: Readonly<Record<ForeignFormat, () => Promise<FormatReader>>> = {
  xlsx: async () => (await import('./xlsx/xlsx.ts')).xlsx,
  ocds: async () => (await import('./ocds/ocds.ts')).ocds,
  dora: async () => (await import('./dora/dora.ts')).dora,
  cyclonedx: async () => (await import('./cyclonedx/cyclonedx.ts')).cyclonedx,
  spdx: async () => (await import('./spdx/spdx.ts')).spdx,
  backstage: async () => (await import('./backstage/backstage.ts')).backstage,
  servicenow: async () => (await import('./servicenow/servicenow.ts')).servicenow,
  itop: async () => (await import('./itop/itop.ts')).itop,
  glpi: async () => (await import('./glpi/glpi.ts')).glpi,
};

export function isForeign(name: string): name is ForeignFormat {
  return (FOREIGN_FORMATS as readonly string[]).includes(name);
}

export function loadFormat(name: ForeignFormat): Promise<FormatReader> {
  return LOADERS[name]();
}
