/** B_07.01: exit plan and alternatives from the attributes with a meaning, whoever wrote them there. */
import {
  ALTERNATIVES,
  ALTERNATIVES_IDENTIFIED,
  attributeOf,
  EXIT_PLAN,
  readAlternatives,
  readExitPlan,
} from '@msp-impact/contract';
import { parts } from './cells.ts';
import { codesOf, type RegisterGraph } from './register.ts';

type Attributes = Readonly<Record<string, string>> | undefined;

/** Labels by the importer's names of the columns; what is not on record is left out. */
export function wayOutLabels(graph: RegisterGraph, attributes: Attributes): Record<string, string> {
  const labels = {
    [EXIT_PLAN]: planLabel(attributeOf(attributes, EXIT_PLAN)),
    [ALTERNATIVES_IDENTIFIED]: identifiedLabel(attributes),
    [ALTERNATIVES]: alternativesText(graph, attributes),
  };
  return Object.fromEntries(
    Object.entries(labels).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** People record whether it was tried, and when; the register asks whether there is one. */
function planLabel(text: string | undefined): string | undefined {
  const [first] = parts(text);
  if (first === undefined) return undefined;
  const plan = readExitPlan(first);
  if (plan.ok && plan.value) return plan.value.state === 'none' ? 'no' : 'yes';
  // What a register said in words of its own goes out as it came in; what cannot be read is not known.
  return /^eba_|^assessment not performed$/i.test(first) ? first : undefined;
}

function identifiedLabel(attributes: Attributes): string | undefined {
  const [said] = parts(attributeOf(attributes, ALTERNATIVES_IDENTIFIED));
  const listed = readAlternatives(attributes);
  return said ?? (listed && (listed.length > 0 ? 'yes' : 'no'));
}

/** Several in one cell, by their numbers where they are on record with one: our ids say nothing to others. */
function alternativesText(graph: RegisterGraph, attributes: Attributes): string | undefined {
  const text = attributeOf(attributes, ALTERNATIVES);
  const listed = readAlternatives(attributes);
  if (text === undefined || !listed || listed.length === 0) return undefined;
  const told = listed.map((one) => toldAs(graph, one));
  return told.every((one, i) => one === listed[i]) ? text : told.join('; ');
}

function toldAs({ nodes }: RegisterGraph, text: string): string {
  const node = nodes.get(text);
  if (!node) return text;
  const [first] = codesOf(node);
  return first && first.type !== '' ? first.code : node.name;
}
