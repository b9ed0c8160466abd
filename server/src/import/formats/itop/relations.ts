/** What iTop's tables say of who relies on whom, by their columns. */
import { type End, endOf } from './ends.ts';

/** A table of links (lnk…): one column names the dependent, one the provider. */
export interface LinkTable {
  readonly dependent: End;
  readonly provider: End;
}

const ci = endOf('functionalci', 'ci');
const solution = endOf('applicationsolution', 'applicationsolution');
const process = endOf('businessprocess', 'businessprocess', 'service');
const service = endOf('service', 'service', 'service');
const device = endOf('connectableci', 'connectableci');
const network = endOf('networkdevice', 'networkdevice');
const volume = endOf('volume', 'logicalvolume');

export const LINK_TABLES: readonly LinkTable[] = [
  { dependent: process, provider: solution },
  { dependent: solution, provider: ci },
  { dependent: service, provider: ci },
  { dependent: device, provider: network },
  { dependent: endOf('server', 'server'), provider: volume },
  { dependent: endOf('virtualdevice', 'virtualdevice'), provider: volume },
  { dependent: endOf('datacenterdevice', 'datacenterdevice'), provider: endOf('san', 'sanswitch') },
];

/** Which way a network device and what is plugged into it lie: an uplink turns them. */
export const CONNECTION_TYPE = ['connectiontype'];

/** A provider contract behind a CI or a service: its provider supplies it. */
export const CONTRACT = endOf('providercontract', 'providercontract');
export const CONTRACT_PROVIDER = [
  'providercontractidprovidername',
  'providercontractidproviderid',
  'providername',
  'provider',
];
export const CONTRACTED: readonly End[] = [ci, service];

export interface Key {
  readonly end: End;
  /** Alternatives to each other, where iTop takes them so. */
  readonly group?: string;
}

/** External keys of a CI (exports of a class): the row relies on what the key names. */
export const KEYS: readonly Key[] = [
  { end: endOf('virtualhost', 'virtualhost') },
  { end: endOf('system', 'system') },
  { end: endOf('dbserver', 'dbserver') },
  { end: endOf('webserver', 'webserver') },
  { end: endOf('middleware', 'middleware') },
  { end: endOf('server', 'server') },
  { end: endOf('storagesystem', 'storagesystem') },
  { end: endOf('powera', 'powersourcea'), group: 'power' },
  { end: endOf('powerb', 'powersourceb'), group: 'power' },
];
