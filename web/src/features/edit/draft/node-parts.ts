/** The lists inside a node's form: what it needs (groups) and its other ways of working. */
import type { Group, Rule, Workaround } from '@msp-impact/contract';
import {
  type AmountDraft,
  EMPTY_AMOUNT,
  newRowKey,
  showHours,
  showNumber,
  showShare,
} from './draft-parts.ts';
import { pointer } from './pointer.ts';
import {
  amountOf,
  compact,
  HOURS,
  idOf,
  listOf,
  numberOf,
  type Report,
  requiredId,
  requiredText,
  SHARE,
} from './read.ts';

export interface GroupDraft {
  readonly rowKey: string;
  readonly name: string;
  readonly rule: Rule;
  readonly k: string;
}

export interface WorkaroundDraft {
  readonly rowKey: string;
  readonly name: string;
  readonly group: string;
  readonly capacity: AmountDraft;
  readonly afterHours: AmountDraft;
  readonly lastsHours: AmountDraft;
  readonly via: string;
}

export const emptyGroup = (): GroupDraft => ({ rowKey: newRowKey(), name: '', rule: 'any', k: '' });

export const emptyWorkaround = (): WorkaroundDraft => ({
  rowKey: newRowKey(),
  name: '',
  group: '',
  capacity: EMPTY_AMOUNT,
  afterHours: EMPTY_AMOUNT,
  lastsHours: EMPTY_AMOUNT,
  via: '',
});

export function showGroups(groups: Readonly<Record<string, Group>> | undefined): GroupDraft[] {
  return Object.entries(groups ?? {}).map(([name, { rule = 'all', k }]) => ({
    rowKey: newRowKey(),
    name,
    rule,
    k: showNumber(k),
  }));
}

export function showWorkarounds(list: readonly Workaround[] | undefined): WorkaroundDraft[] {
  return (list ?? []).map((one) => ({
    rowKey: newRowKey(),
    name: one.name,
    group: one.group ?? '',
    capacity: showShare(one.capacity),
    afterHours: showHours(one.afterHours),
    lastsHours: showHours(one.lastsHours),
    via: one.via ?? '',
  }));
}

/** A group's place is its row while it is typed: two rows may share a name for a moment. */
export const groupPlace = (name: string) => `/groups${pointer(name)}`;

function readGroup(draft: GroupDraft, report: Report): Group {
  const place = groupPlace(draft.name);
  const k = numberOf(draft.k, { whole: true, min: 1 }, `${place}/k`, report);
  if (draft.rule === 'atLeast' && draft.k.trim() === '') {
    report(`${place}/k`, '', 'How many of them does it need?');
  }
  return compact<Group>({ rule: draft.rule === 'all' ? undefined : draft.rule, k });
}

export function readGroups(
  drafts: readonly GroupDraft[],
  report: Report,
): Record<string, Group> | undefined {
  const seen = new Set<string>();
  for (const { name } of drafts) {
    requiredId(name, 'node', groupPlace(name), report);
    if (seen.has(name) && name) report(groupPlace(name), name, 'This name is there twice');
    seen.add(name);
  }
  if (drafts.length === 0) return undefined;
  return Object.fromEntries(drafts.map((draft) => [draft.name, readGroup(draft, report)]));
}

function readWorkaround(draft: WorkaroundDraft, place: string, report: Report): Workaround {
  const capacity = amountOf(draft.capacity, SHARE, `${place}/capacity`, report);
  const { ranged, point, low, high } = draft.capacity;
  if (capacity === undefined && !(ranged ? low + high : point).trim()) {
    report(`${place}/capacity`, '', 'How much of the normal work can it carry?');
  }
  return compact<Workaround>({
    name: requiredText(draft.name, `${place}/name`, 'Give it a name', report),
    group: idOf(draft.group, `${place}/group`, report),
    capacity: capacity ?? 0,
    afterHours: amountOf(draft.afterHours, HOURS, `${place}/afterHours`, report),
    lastsHours: amountOf(draft.lastsHours, HOURS, `${place}/lastsHours`, report),
    via: idOf(draft.via, `${place}/via`, report),
  });
}

export function readWorkarounds(
  drafts: readonly WorkaroundDraft[],
  report: Report,
): Workaround[] | undefined {
  return listOf(drafts.map((one, i) => readWorkaround(one, `/workarounds/${i}`, report)));
}
