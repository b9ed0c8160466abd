/** Exit plans, alternatives and owners over time, in words. */
import {
  ALTERNATIVES,
  attributeOf,
  EXIT_PLAN,
  type ExitPlan,
  type ExitState,
  keyOf,
  OWNERSHIP,
  readAlternatives,
  readExitPlan,
  readOwnership,
  type Spell,
} from '@msp-impact/contract/attributes';
import { day } from './words.ts';

type Attributes = Readonly<Record<string, string>> | undefined;

export const EXIT_WORDS: Readonly<Record<ExitState, string>> = {
  none: 'no exit plan',
  exists: 'has an exit plan, not known whether tried',
  drafted: 'exit plan drafted',
  tested: 'exit plan tested',
};

export function exitWords(plan: ExitPlan | undefined): string {
  if (!plan) return 'exit plan not known';
  return plan.on ? `${EXIT_WORDS[plan.state]} ${day(plan.on)}` : EXIT_WORDS[plan.state];
}

export interface Said {
  readonly name: string;
  /** undefined: nobody recorded it. */
  readonly value: string | undefined;
}

/** What a link or a contract says of the way out; a text that cannot be read is shown as it is. */
export function wayOutSaid(attributes: Attributes, nameOf: (id: string) => string): Said[] {
  const text = attributeOf(attributes, EXIT_PLAN);
  const plan = readExitPlan(text ?? '');
  // A name with a blank is no id, and is not looked up.
  const others = readAlternatives(attributes)?.map((one) =>
    one.includes(' ') ? one : nameOf(one),
  );
  return [
    {
      name: 'Exit plan',
      value: plan.ok ? plan.value && shortExit(plan.value) : `“${text}” cannot be read`,
    },
    {
      name: 'Alternatives',
      value: others && (others.length > 0 ? others.join(', ') : 'None found'),
    },
  ];
}

const SHORT: Readonly<Record<ExitState, string>> = {
  none: 'None',
  exists: 'There is one; not known whether tried',
  drafted: 'Drafted',
  tested: 'Tested',
};
const shortExit = ({ state, on }: ExitPlan) => (on ? `${SHORT[state]} ${day(on)}` : SHORT[state]);

/** "Veritas: 1 August 2019 to 31 May 2023", one a spell; undefined: nobody recorded any. */
export function ownersSaid(
  attributes: Attributes,
  nameOf: (id: string) => string,
): string[] | undefined {
  const text = attributeOf(attributes, OWNERSHIP);
  if (!text) return undefined;
  const read = readOwnership(text);
  if (!read.ok) return [`“${text}” cannot be read`];
  return read.value.map((spell) => spellWords(spell, nameOf));
}

function spellWords({ owner, from, to }: Spell, nameOf: (id: string) => string): string {
  const who = owner === undefined ? 'Independent' : nameOf(owner);
  if (from && to) return `${who}: ${day(from)} to ${day(to)}`;
  if (from) return `${who}: since ${day(from)}`;
  return to ? `${who}: to ${day(to)}` : `${who}: always`;
}

/** The others, which mean what their column says. */
export function otherAttributes(
  attributes: Attributes,
  known: readonly string[],
): [string, string][] {
  const told = new Set(known.map((name) => keyOf(attributes ?? {}, name)));
  return Object.entries(attributes ?? {}).filter(([name]) => !told.has(name));
}

export const WAY_OUT = [EXIT_PLAN, ALTERNATIVES] as const;
export const OWNERS = [OWNERSHIP] as const;
