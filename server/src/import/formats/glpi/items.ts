/** Items of GLPI: `Computer` 12. */
import type { Kind } from '@msp-impact/contract';
import { slug } from '../../../text/slug.ts';
import type { AssetBuild, Place } from '../asset-build.ts';
import { evidenceOf } from '../evidence.ts';
import { sourceId } from '../source-id.ts';

const KINDS: Readonly<Record<string, Kind>> = {
  supplier: 'supplier',
  manufacturer: 'supplier',
  businessservice: 'service',
  service: 'service',
};

export function itemId(itemtype: string, id: string): string {
  return sourceId(`glpi:${itemtype}:${id}`);
}

export function kindOf(itemtype: string): Kind {
  return KINDS[itemtype.toLowerCase()] ?? 'product';
}

/** undefined: the cells name no item; it was rejected. */
export function addItem(
  { itemtype, id, name }: { itemtype: string; id: string; name: string },
  build: AssetBuild,
  place: Place,
  columns: { itemtype: string; id: string },
): string | undefined {
  if (!/^[A-Za-z_][\w\\ ]{0,99}$/.test(itemtype)) {
    const reason = 'must be the type of an item, as Computer or Appliance';
    build.reject({ ...place, column: columns.itemtype }, itemtype, reason);
    return undefined;
  }
  if (!/^[1-9]\d{0,11}$/.test(id)) {
    build.reject({ ...place, column: columns.id }, id, 'must be the number of an item');
    return undefined;
  }
  const node = itemId(itemtype, id);
  const shown = name || `${itemtype} ${id}`;
  const evidence = evidenceOf({ file: place.file });
  const identifiers = { GLPI: `${itemtype}:${id}` };
  if (build.hasNode(node)) build.addEvidence(node, evidence);
  else {
    const source = { id: node, kind: kindOf(itemtype), name: shown, identifiers, evidence };
    build.node(source, place);
  }
  return node;
}

/** An item of which only the name is known. */
export function nameId(name: string): string {
  return sourceId(`glpi:${slug(name)}`);
}
