/** One release, or the compiled release of a record: what of it the graph can hold. */
import type { Rejected } from '@msp-impact/contract';
import { readDay } from '../../dates.ts';
import { rejection } from '../../table.ts';
import { Attributes } from '../attributes.ts';
import { isObject, type Json, listIn, objectIn, textIn } from '../json/text.ts';
import { addressOf } from './address.ts';
import { type Deal, dealsOf } from './deal.ts';
import { type Party, partiesOf } from './party.ts';

/** The package around releases; its end may come after them. */
export interface Package {
  publisher?: string;
  uri?: string;
  releases: number;
}

export interface Place {
  readonly file: string;
  readonly row: number;
}

export interface Notice extends Place {
  readonly ocid: string;
  /** Milliseconds; −∞ where the release has no date that can be read. */
  readonly time: number;
  readonly day: string | undefined;
  readonly package: Package;
  /** Address of the notice, where the release carries one. */
  readonly url: string | undefined;
  readonly title: string | undefined;
  readonly buyer: string | undefined;
  readonly category: string | undefined;
  readonly framework: string | undefined;
  readonly attributes: Record<string, string> | undefined;
  readonly deals: readonly Deal[];
  readonly parties: readonly Party[];
  readonly rejected: readonly Rejected[];
  /** Parts of the release that were not taken over. */
  readonly left: readonly string[];
}

/** A refusal, when there is no telling what the release is about. */
export function noticeOf(release: Json, place: Place, pack: Package): Notice | Rejected {
  const ocid = textIn(release, 'ocid');
  const reject = (column: string, value: string, reason: string) =>
    rejection(place.file, place.row, column, value, reason);
  if (ocid === undefined) return reject('ocid', '', 'a release needs its ocid');
  const rejected: Rejected[] = [];
  const refuse = (column: string, value: string, reason: string) => {
    rejected.push(reject(column, value, reason));
  };
  const parties = partiesOf(release);
  const { deals, suppliers, left } = dealsOf(release, parties, refuse);
  const date = textIn(release, 'date');
  const time = date === undefined ? Number.NaN : Date.parse(date);
  if (date !== undefined && Number.isNaN(time))
    refuse('date', date, 'is no date; ISO 8601 has them');
  const attributes = attributesOf(release, ocid);
  return {
    ...place,
    ocid,
    time: Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time,
    day: dayOf(date),
    package: pack,
    url: addressOf(release),
    title: textIn(objectIn(release, 'tender'), 'title'),
    buyer: buyerOf(release, parties),
    category: categoryOf(release),
    framework: frameworkOf(release),
    attributes: attributes.all,
    deals,
    parties: suppliers,
    rejected,
    left: [...attributes.left, ...left, ...leftOf(release)],
  };
}

function dayOf(date: string | undefined): string | undefined {
  const read = date === undefined ? { reason: '' } : readDay(date);
  return 'day' in read ? read.day : undefined;
}

function buyerOf(release: Json, parties: ReadonlyMap<string, Json>): string | undefined {
  const buyer = objectIn(release, 'buyer');
  const id = textIn(buyer, 'id');
  const party = parties.get(id ?? '') ?? [...parties.values()].find(isBuyer);
  return textIn(buyer, 'name') ?? textIn(party, 'name') ?? id;
}

function isBuyer(party: Json): boolean {
  return listIn(party, 'roles').includes('buyer');
}

function categoryOf(release: Json): string | undefined {
  const tender = objectIn(release, 'tender');
  const classification = objectIn(tender, 'classification');
  return (
    textIn(classification, 'description') ??
    textIn(classification, 'id') ??
    textIn(tender, 'mainProcurementCategory')
  );
}

function frameworkOf(release: Json): string | undefined {
  const framework = listIn(release, 'relatedProcesses').find((one) => {
    const relation = isObject(one) ? one.relationship : undefined;
    return Array.isArray(relation) ? relation.includes('framework') : relation === 'framework';
  });
  return textIn(framework, 'title') ?? textIn(framework, 'identifier') ?? textIn(framework, 'id');
}

const TENDER_READ = new Set(['title', 'classification']);

function attributesOf(release: Json, ocid: string): Attributes {
  const attributes = new Attributes();
  attributes.add('ocid', ocid);
  attributes.add('release.id', textIn(release, 'id'));
  attributes.add('release.date', textIn(release, 'date'));
  attributes.add(
    'release.tag',
    listIn(release, 'tag').filter((one) => typeof one === 'string'),
  );
  for (const [key, value] of Object.entries(objectIn(release, 'tender'))) {
    if (!TENDER_READ.has(key) && !(Array.isArray(value) && value.some(isObject))) {
      attributes.add(`tender.${key}`, value);
    }
  }
  return attributes;
}

const READ = new Set(
  'ocid id date tag initiationType language tender buyer awards contracts parties relatedProcesses'.split(
    ' ',
  ),
);

/** Names of the parts that are not looked at. */
function leftOf(release: Json): string[] {
  const lists = Object.entries(objectIn(release, 'tender')).filter(
    ([key, value]) => Array.isArray(value) && value.some(isObject) && !TENDER_READ.has(key),
  );
  const parts = Object.keys(release).filter((key) => !READ.has(key));
  return [...parts, ...lists.map(([key]) => `tender.${key}`)];
}
