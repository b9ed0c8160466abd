/** What if we award to X? Up to four alternatives beside doing nothing; nothing is stored. */
import type {
  ConcentrationRequest,
  Contract,
  Dependency,
  GraphNode,
  WhatIfAnswer,
  WhatIfOutcome,
  WhatIfRequest,
} from '@msp-impact/contract';
import { Draft, type ItemReader } from '../../edit/draft.ts';
import { brokenRules } from '../../edit/rules.ts';
import { at } from '../../rules/fault.ts';
import { buildSnapshotInPhases } from '../../snapshot/build.ts';
import { patchColumns } from '../../snapshot/patch.ts';
import { nodeId, nodeOf } from '../../snapshot/read.ts';
import type { Answer } from '../ask.ts';
import { count, figuresOf } from './concentration.ts';
import { copied, noteContract, noteLink, noteNode } from './details.ts';
import { named } from './fourth.ts';
import { byLoss, lossesOf, lossShown } from './losses.ts';
import { type Register, registerWith } from './register.ts';
import { applyStep, suppliersIn } from './steps.ts';

const NOTHING = 'Do nothing';
type Alternative = WhatIfRequest['alternatives'][number];
interface Laid {
  readonly name: string;
  readonly about: readonly string[];
  readonly result: Answer<Register>;
}

/** Faults are those of the scope; those of an alternative stand in its outcome. */
export async function whatIfAnswer(
  register: Register,
  reader: ItemReader,
  { scope = {}, alternatives }: WhatIfRequest,
): Promise<Answer<WhatIfAnswer>> {
  const fixed = fixedScope(register, scope);
  if (!fixed.ok) return fixed;
  const laid: Laid[] = [];
  for (const [i, one] of alternatives.entries()) {
    laid.push(await layOver(register, reader, one, at('$.alternatives', i)));
  }
  const about = [...new Set(laid.flatMap((one) => one.about))];
  const linked = await linkedSuppliers(register);
  const outcomes = [await outcomeOf(register, fixed.value, NOTHING, about, linked)];
  for (const { name, about: own, result } of laid) {
    outcomes.push(
      result.ok
        ? await outcomeOf(result.value, fixed.value, name, own, linked)
        : { name, faults: result.faults },
    );
  }
  return { ok: true, value: { revision: register.snapshot.revision, outcomes } };
}

/** One currency and basis for all, so that the numbers compare. */
function fixedScope(register: Register, scope: ConcentrationRequest): Answer<ConcentrationRequest> {
  const base = count(register, scope);
  if (!base.ok) {
    const faults = base.faults.map((one) => ({ ...one, path: one.path.replace('$', '$.scope') }));
    return { ok: false, faults };
  }
  const { currency, basis } = base.value.amounts;
  return {
    ok: true,
    value: {
      ...scope,
      ...(currency ? { currency } : {}),
      ...(basis && basis !== 'not stated' ? { basis } : {}),
    },
  };
}

async function layOver(
  register: Register,
  reader: ItemReader,
  { name, edits }: Alternative,
  path: string,
): Promise<Laid> {
  const draft = new Draft(register.snapshot, reader);
  const about: string[] = [];
  for (const [i, step] of edits.entries()) {
    const place = at(at(path, 'edits'), i);
    about.push(...(await suppliersIn(draft, step)));
    const faults = await applyStep(draft, step, place);
    if (faults.length > 0) return { name, about, result: { ok: false, faults } };
  }
  const faults = brokenRules(register.snapshot, draft.edits(at(path, 'edits')));
  if (faults.length > 0) return { name, about, result: { ok: false, faults } };
  return { name, about, result: { ok: true, value: await registerOver(register, draft) } };
}

async function registerOver(register: Register, draft: Draft): Promise<Register> {
  const { snapshot } = register;
  const edits = draft.edits('$');
  const { revision } = snapshot;
  const patches = edits.map(({ type, id, after }) => ({ type, id, after, revision }));
  const details = copied(register.details);
  for (const { type, after } of edits) {
    if (!after) continue;
    if (type === 'node') noteNode(details, after as GraphNode);
    else if (type === 'dependency') noteLink(details, after as Dependency);
    else noteContract(details, after as Contract);
  }
  const columns = patchColumns(snapshot.columns, patches, revision);
  return registerWith(await buildSnapshotInPhases(columns), details);
}

/** Suppliers that something on record relies on now. */
async function linkedSuppliers({ snapshot }: Register): Promise<ReadonlySet<string>> {
  return new Set([...(await lossesOf(snapshot)).of.keys()].map((node) => nodeId(snapshot, node)));
}

async function outcomeOf(
  register: Register,
  scope: ConcentrationRequest,
  name: string,
  about: readonly string[],
  linked: ReadonlySet<string>,
): Promise<WhatIfOutcome> {
  const { snapshot } = register;
  const [bySupplier, byParent] = [
    count(register, { ...scope, by: 'supplier' }),
    count(register, { ...scope, by: 'parent' }),
  ];
  const losses = await lossesOf(snapshot);
  const [worst] = [...losses.of.keys()].sort(byLoss(snapshot, losses));
  const shown = (node: number) => ({ ...named(snapshot, node), loss: lossShown(losses, node) });
  const nodes = [...new Set(about)].map((id) => nodeOf(snapshot, id)).filter((node) => node >= 0);
  // That nothing is linked to a supplier is no finding that nothing would be lost with it.
  const isKnown = (node: number) => losses.of.has(node) || linked.has(nodeId(snapshot, node));
  const stopped = [...losses.of.values()].map((one) => one.stopped);
  return {
    name,
    ...(bySupplier.ok ? { bySupplier: figuresOf(bySupplier.value) } : {}),
    ...(byParent.ok ? { byParent: figuresOf(byParent.value) } : {}),
    ...(worst === undefined ? {} : { worst: shown(worst) }),
    named: nodes.map((node) => (isKnown(node) ? shown(node) : named(snapshot, node))),
    ...(linked.size + losses.of.size > 0 ? pointsOf(stopped) : {}),
    complete: losses.complete,
  };
}

function pointsOf(stopped: readonly Uint32Array[]) {
  return {
    singlePoints: stopped.reduce((sum, { length }) => sum + length, 0),
    exposedServices: new Set(stopped.flatMap((one) => [...one])).size,
  };
}
