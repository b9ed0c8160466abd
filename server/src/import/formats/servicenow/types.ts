/**
 * Types of cmdb_rel_ci. A type reads `parent A::child B`: "parent A child", "child B parent".
 * A type that is not here makes no link, and its rows are reported: what it means is not guessed.
 */

/** `turn`: the parent relies on the child. `keep`: the child relies on the parent. `none`: neither. */
export type Way = 'turn' | 'keep' | 'none';

const TURN = `
depends on::used by
uses::used by
runs on::runs
hosted on::hosts
virtualized by::virtualizes
instantiated by::instantiates
consumes::consumed by
powered by::powers
cooled by::cools
provided by::provides
receives data from::sends data to
gets resources from::defines resources for
contains::contained by
members::member of
cluster::cluster of
use end point to::use end point from
authenticates with::authenticates
impacted by::impacts
supported by::supports
`;
const NONE = `
managed by::manages
owned by::owns
located in::houses
in rack::rack contains
exchanges data with::exchanges data with
connects to::connected by
connected by::connects
ip connection::ip connection of
allocated to::allocated from
backup done by::does backup for
dr provided by::provides dr for
implement end point to::implement end point from
registered on::has registered
validated by::validates
reference::referenced by
related to::related to
inherits from::inherited by
`;

const pairsOf = (text: string) => text.trim().split('\n');
const mirrored = (pair: string) => pair.split('::').reverse().join('::');

/** Each pair also in its mirror image, in which ServiceNow has some of them. */
const WAYS = new Map<string, Way>([
  ...pairsOf(NONE).flatMap((pair) => [pair, mirrored(pair)].map((one) => [one, 'none'] as const)),
  ...pairsOf(TURN).map((pair) => [mirrored(pair), 'keep'] as const),
  ...pairsOf(TURN).map((pair) => [pair, 'turn'] as const),
]);

export function wayOf(type: string): Way | undefined {
  const key = type
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\s*::\s*/g, '::')
    .trim();
  return WAYS.get(key);
}
