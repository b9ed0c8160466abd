/**
 * Attributes with a meaning: what the graph document has no field for, kept as text in a strict form.
 * docs/reference/attributes.md defines each. What cannot be read is not known, and stays as it is.
 * No import stands here, so the web view can read them without the schema library.
 */
export const OWNERSHIP = 'ownership';
export const EXIT_PLAN = 'exit plan';
export const ALTERNATIVES = 'alternatives';
export const ALTERNATIVES_IDENTIFIED = 'alternatives identified';

/** Worst first. `exists`: there is one, but nobody says whether it was tried. */
export const EXIT_STATES = ['none', 'exists', 'drafted', 'tested'] as const;
export type ExitState = (typeof EXIT_STATES)[number];

export interface ExitPlan {
  readonly state: ExitState;
  /** YYYY-MM-DD of the draft or the test. */
  readonly on?: string;
}

/** Who owned a supplier from when to when, both days included. */
export interface Spell {
  /** Id of a supplier; absent: nobody, it was independent. */
  readonly owner?: string;
  /** Absent: open at that end. */
  readonly from?: string;
  readonly to?: string;
}

export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

type Attributes = Readonly<Record<string, string>>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const OPEN = '..';
const NOBODY = '(none)';
const SPELL = /^(\(none\)|[A-Za-z0-9._:@/+~-]{1,200}) ([\d.-]+)\/([\d.-]+)$/;

export const OWNERSHIP_FORM = 'acme 2019-08-01/2023-05-31; (none) 2023-06-01/..';
export const EXIT_PLAN_FORM = 'none, drafted, drafted 2026-03-01 or tested 2026-03-01';

const folded = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** By its exact name, else however a spreadsheet wrote it: `Exit Plan`, `exit_plan`. */
export function attributeOf(attributes: Attributes | undefined, name: string): string | undefined {
  return attributes?.[keyOf(attributes, name)];
}

/** The key under which an attribute stands; `name` itself where it stands nowhere. */
export function keyOf(attributes: Attributes, name: string): string {
  if (Object.hasOwn(attributes, name)) return name;
  return Object.keys(attributes).find((key) => folded(key) === name) ?? name;
}

/** Whether the calendar has the day YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** `acme 2019-08-01/2023-05-31; (none) 2023-06-01/..`, in any order; by day in the answer. */
export function readOwnership(text: string): Reading<readonly Spell[]> {
  const spells: Spell[] = [];
  for (const part of parts(text)) {
    const spell = readSpell(part);
    if (!spell.ok) return spell;
    spells.push(spell.value);
  }
  if (spells.length === 0) return refused('is empty');
  spells.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  for (const [i, spell] of spells.entries()) {
    const before = spells[i - 1];
    if (before && (spell.from === undefined || (before.to ?? '9999') >= spell.from)) {
      return refused(
        `two owners on ${spell.from ?? before.to ?? 'one day'}: end one before the next`,
      );
    }
  }
  return { ok: true, value: spells };
}

function readSpell(part: string): Reading<Spell> {
  const [, owner, from, to] = SPELL.exec(part) ?? [];
  if (owner === undefined || from === undefined || to === undefined) {
    return refused(`“${shortened(part)}” is no owner with two days, such as ${OWNERSHIP_FORM}`);
  }
  for (const day of [from, to]) {
    if (day !== OPEN && !isDay(day)) return refused(`“${day}” is no day, such as 2023-05-31 or ..`);
  }
  if (from !== OPEN && to !== OPEN && from > to) return refused(`“${part}” ends before it begins`);
  return {
    ok: true,
    value: {
      ...(owner === NOBODY ? {} : { owner }),
      ...(from === OPEN ? {} : { from }),
      ...(to === OPEN ? {} : { to }),
    },
  };
}

export function writeOwnership(spells: readonly Spell[]): string {
  const one = ({ owner = NOBODY, from = OPEN, to = OPEN }: Spell) => `${owner} ${from}/${to}`;
  return spells.map(one).join('; ');
}

/** On a day; undefined: nobody recorded whose it was then. */
export function spellOn(spells: readonly Spell[], day: string): Spell | undefined {
  return spells.find(({ from = '', to = '9999' }) => from <= day && day <= to);
}

/**
 * `none`, `drafted`, `tested 2026-03-01`; also the register of information's `yes`, `no` and
 * `assessment not performed`. Of several, which `;` parts, the worst counts. undefined: not known.
 */
export function readExitPlan(text: string): Reading<ExitPlan | undefined> {
  let worst: ExitPlan | undefined;
  let unsaid = false;
  for (const part of parts(text)) {
    const plan = readOnePlan(part);
    if (!plan.ok) return plan;
    if (!plan.value) unsaid = true;
    else worst = worsePlan(worst, plan.value);
  }
  return { ok: true, value: unsaid && worst?.state !== 'none' ? undefined : worst };
}

function readOnePlan(part: string): Reading<ExitPlan | undefined> {
  const text = part.toLowerCase();
  if (text === 'assessment not performed' || text === 'not known')
    return { ok: true, value: undefined };
  if (text === 'no' || text === 'none') return { ok: true, value: { state: 'none' } };
  if (text === 'yes') return { ok: true, value: { state: 'exists' } };
  const [state, on, ...rest] = text.split(/ +/);
  const known = state === 'drafted' || state === 'tested';
  const dated = on === undefined ? state === 'drafted' : isDay(on);
  if (!known || !dated || rest.length > 0)
    return refused(`is no exit plan; write ${EXIT_PLAN_FORM}`);
  return { ok: true, value: { state, ...(on === undefined ? {} : { on }) } };
}

/** The worse of two; of two that are equal the older one. */
export function worsePlan(a: ExitPlan | undefined, b: ExitPlan): ExitPlan {
  if (!a) return b;
  const rank = (plan: ExitPlan) => EXIT_STATES.indexOf(plan.state);
  if (rank(a) !== rank(b)) return rank(a) < rank(b) ? a : b;
  return (a.on ?? '') <= (b.on ?? '') ? a : b;
}

export function writeExitPlan({ state, on }: ExitPlan): string {
  return state === 'exists' ? 'yes' : on === undefined ? state : `${state} ${on}`;
}

/** Ids or names; none of them: somebody looked and found none. undefined: nobody recorded any. */
export function readAlternatives(attributes: Attributes | undefined): string[] | undefined {
  const text = attributeOf(attributes, ALTERNATIVES);
  const listed = text === undefined ? [] : parts(text);
  if (listed.length > 0) return listed.filter((one) => one.toLowerCase() !== 'none');
  const identified = attributeOf(attributes, ALTERNATIVES_IDENTIFIED)?.trim().toLowerCase();
  return identified === 'no' ? [] : undefined;
}

function parts(text: string): string[] {
  return text.split(';').flatMap((part) => part.trim() || []);
}

const LONGEST_TOLD = 60;
const shortened = (text: string) =>
  text.length > LONGEST_TOLD ? `${text.slice(0, LONGEST_TOLD)} …` : text;

function refused(reason: string) {
  return { ok: false, reason } as const;
}
