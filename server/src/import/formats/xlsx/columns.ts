/** What the columns of anyone's spreadsheet mean: guessed from their headers, or told. */
import type { ColumnMapping, SheetKindName } from '@msp-impact/contract';
import { isAnalysis } from '../../bia/columns.ts';
import { COLUMNS, JSON_COLUMN } from '../../columns.ts';
import { tableFormat } from '../../detect.ts';
import { headerKey, type Table } from '../../table.ts';

/** What a sheet holds. */
export type SheetKind = SheetKindName;

/** Other words for our columns, as `headerKey` leaves them. */
const COMMON = {
  id: 'reference,ref,code,identifier,key',
  url: 'link,source,sourceurl,evidence,evidenceurl,webpage',
};
const NODE: Record<string, string> = {
  ...COMMON,
  name: 'title,suppliername,supplier,vendor,vendorname,provider,company,companyname,product,productname,system,systemname,application,applicationname,app,software,service,servicename,businessservice,function,activity,region,regionname,area,areaname,country,nation,place,organisation,organization',
  parent: 'owner,parentcompany,ultimateparent,group,holding,partof,within,liesin,parentregion',
  population: 'inhabitants,residents',
  people: 'peopleserved,users,patients,customers,userbase',
  priority: 'criticality,tier,importance,rank',
  rtoHours: 'rto,recoverytime,recoverytimeobjective,rtoh',
  toleranceHours: 'mtpd,mtpdhours,maximumtolerableperiodofdisruption,maxtolerabledowntime',
  ownerName: 'serviceowner,businessowner,responsible,contactperson,accountable',
  ownerContact: 'email,contact,phone',
  tags: 'labels,keywords',
  reviewed: 'lastreviewed,reviewdate,lastreview',
};
const LINK: Record<string, string> = {
  ...COMMON,
  from: 'provider,supplier,source,dependson,reliesonthis,upstream,providedby,requires',
  to: 'dependent,consumer,target,downstream,usedby,service,client,reliant',
  strength: 'share,reliance,dependency,share%,percent,%',
  bufferHours: 'buffer,canrunfor,hoursofbuffer',
  substitutability: 'replaceability,howhardtoreplace',
};
const CONTRACT: Record<string, string> = {
  id: 'contractid,contractreference,contractref,reference,ref,contractnumber,contractno,number,noticeid,ocid,procurementreference,referencenumber,agreementreference,contractregisterreference,contractreferencenumber,procurementreferencenumber,uniqueid',
  url: COMMON.url,
  title:
    'contracttitle,titleofagreement,agreementtitle,titleofcontract,contract,contractname,agreement,name,title,contractdescription,descriptionofgoodsandservices,descriptionofgoodsandorservices,descriptionofthegoodsandorservices,description,subject,purpose',
  supplier:
    'suppliername,vendor,vendorname,provider,providername,contractor,awardedto,winner,currentsupplier,awardedsupplier,nameofsupplier,contractorname,suppliers,vendors',
  buyer:
    'buyername,authority,contractingauthority,organisation,organization,department,customer,council,trust,purchaser,departmentresponsible,organisationname,organizationname,responsibledepartment,directorate,contractingbody',
  value:
    'awardvalue,awardedvalue,contractvalue,totalvalue,totalcontractvalue,amount,price,cost,spend,annualvalue,annualcost,annualspend,valueperyear,annualexpense,valueofcontract,valueofagreement,estimatedvalue,estimatedcontractvalue,totalestimatedvalue,wholelifevalue,lifetimevalue,contractamount,awardedamount,estimatedannualvalue,annualcontractvalue',
  currency: 'currencycode,ccy',
  valueBasis: 'basis,valuetype',
  signed: 'datesigned,awarddate,dateawarded,awarded,signaturedate,signedon',
  start:
    'startdate,contractstart,contractstartdate,commencement,commencementdate,from,begins,contractcommencementdate,startdateofcontract,startdateofagreement',
  end: 'enddate,contractend,contractenddate,currentend,currentenddate,expiry,expirydate,expires,contractexpiry,to,until,contractexpirydate,enddateofcontract,enddateofagreement,originalenddate,initialenddate,currentcontractenddate,currentexpirydate',
  maxEnd:
    'maximumend,maximumenddate,maxenddate,latestend,latestenddate,endwithextensions,extendedend,maximumexpiry,optiontoextendto,extensionenddate,enddateincludingextensions,enddatewithextensions,enddateincludingextension,maximumextensiondate,latestextensionenddate,finalenddate,lastpossibleenddate,latestpossibleenddate,extendableto,maximumcontractenddate',
  noticeDays:
    'notice,noticeperiod,noticeperioddays,terminationnotice,noticerequired,noticetoterminate,noticeperiodindays,noticedays,noticeweeks,noticemonths,noticeperiodweeks,noticeperiodmonths,noticeperiodinweeks,noticeperiodinmonths,terminationnoticemonths',
  framework: 'frameworkname,frameworkagreement,route,routetomarket,procurementroute',
  category: 'contractcategory,procurementcategory,cpv,cpvdescription,spendcategory,type,sector',
};

export const WORDS = { node: NODE, dependency: LINK, contract: CONTRACT } as const;

/** By the sheet's name, as people call them. */
const NAMED: readonly (readonly [RegExp, SheetKind])[] = [
  [/contract|agreement|register|awards?\b/i, 'contracts'],
  [/\blinks?\b|dependenc|relation|reliance/i, 'links'],
  [/supplier|vendor|provider/i, 'supplier'],
  [/product|application|systems?\b|software/i, 'product'],
  [/service|function|activit/i, 'service'],
  [/region|areas?\b|nation|countr|place/i, 'region'],
];

/** undefined: the sheet is none that can be read. */
export function sheetKind(
  sheet: string,
  table: Table,
  told?: ColumnMapping[string],
): SheetKind | undefined {
  const { headers } = table;
  const keys = new Set(headers.map(headerKey));
  const format = tableFormat(headers);
  if (keys.has(JSON_COLUMN) && format && format !== 'sheet') return 'own';
  if (format === 'nodes') return 'own';
  const named = NAMED.find(([pattern]) => pattern.test(sheet))?.[1];
  if (format === undefined && isAnalysis(headers, told)) return 'analysis';
  const contract = mapped('contract', headers, told);
  const rest = ['title', 'value', 'currency', 'buyer', 'maxEnd', 'noticeDays', 'framework'];
  const isRegister = contract.has('supplier') && rest.filter((one) => contract.has(one)).length > 1;
  const link = mapped('dependency', headers, told);
  if (format === 'links' || (named === 'links' && link.has('from') && link.has('to')))
    return 'links';
  if (format === 'contracts' || (contract.has('supplier') && named === 'contracts'))
    return 'contracts';
  if (format === 'sheet') return isRegister && !hasChain(keys) ? 'contracts' : 'chain';
  if (isRegister) return 'contracts';
  const isNode = named !== undefined && named !== 'links' && named !== 'contracts';
  return isNode && mapped('node', headers, told).has('name') ? named : undefined;
}

/** A column of what relies on the supplier: then the rows are chains. */
function hasChain(keys: ReadonlySet<string>): boolean {
  return ['service', 'product', 'system', 'area', 'region', 'application'].some((key) =>
    keys.has(key),
  );
}

/** Our column → position. The very name wins, then the word that comes first in its list. */
export function guessed(type: keyof typeof WORDS, headers: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  const keys = headers.map(headerKey);
  const own = new Set(COLUMNS[type].map((column) => column.name));
  for (const name of own) {
    const at = keys.indexOf(headerKey(name));
    if (at >= 0) found.set(name, at);
  }
  // Then without what stands beside the words: `Contract value (£, excl. VAT)`.
  for (const read of [keys, headers.map(plainKey)]) {
    for (const [name, words] of Object.entries(WORDS[type])) {
      if (!own.has(name) || found.has(name)) continue;
      const taken = new Set(found.values());
      const at = firstOf(words.split(','), read, taken);
      if (at >= 0) found.set(name, at);
    }
  }
  return found;
}

/** The column with the first of the words that any has: the words stand in the order of their worth. */
function firstOf(words: readonly string[], keys: readonly string[], taken: ReadonlySet<number>) {
  for (const word of words) {
    const at = keys.findIndex((key, i) => key === word && !taken.has(i));
    if (at >= 0) return at;
  }
  return -1;
}

const ASIDE =
  /\([^)]*\)|\[[^\]]*\]|\b(?:ex|exc|excl|excluding|inc|incl|including|net of|plus)\.?\s*vat\b|\b(?:gbp|eur|usd)\b|[£€$]/gi;
const plainKey = (header: string) => headerKey(header.replace(ASIDE, ' '));

/** What was told goes before what was guessed; '' keeps a column as an attribute. */
export function mapped(
  type: keyof typeof WORDS,
  headers: readonly string[],
  told: ColumnMapping[string] | undefined,
): Map<string, number> {
  const found = guessed(type, headers);
  for (const [i, header] of headers.entries()) {
    const name = told && Object.hasOwn(told, header) ? told[header] : undefined;
    if (name === undefined) continue;
    for (const [other, at] of found) if (at === i) found.delete(other);
    if (COLUMNS[type].some((column) => column.name === name)) found.set(name, i);
  }
  return found;
}
