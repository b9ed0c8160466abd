/**
 * A plan (a scenario of the contract) ⇄ keys of the address, readable by people:
 * `hours=720&out=advanced!at4!for24~48~96!left0.2!compromised!back12*0.5&ways=no`.
 * `,` separates things, `!` the parts of one, `*` the parts of a step, `~` the ends of a range: none
 * of the first three can stand in an id. What cannot be read is left out; nothing throws.
 */
import type {
  Demand,
  Scenario,
  TimedCut,
  TimedIsolation,
  TimedObservation,
  TimedOutage,
  Uncertain,
} from '@msp-impact/contract';
import { CAUSES } from '@msp-impact/contract/codes';
import { compact } from './compact.ts';
import { hiddenText, readText } from './hidden-text.ts';

/** The same as the contract's NODE_ID_PATTERN and MAX_HOURS (scenario-codec.test.ts holds them together). */
const ID = /^[A-Za-z0-9._:@/+~-]{1,200}$/;
export const MOST_HOURS = 87_600;
const START = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const MOST_THINGS = 1000;
const MOST_STEPS = 100;
const MOST_TEXT = 2000;
const DISTRIBUTIONS = ['uniform', 'triangular', 'pert', 'lognormal'] as const;
const FORMAT: Scenario['format'] = 'msp-impact-scenario/1';
const PLAN_NAME = 'My plan';

/** Keys of a plan, without the prefix. */
export const PLAN_KEYS = [
  'hours',
  'name',
  'note',
  'start',
  'declared',
  'ways',
  'out',
  'off',
  'cut',
  'check',
  'work',
] as const;
type PlanKey = (typeof PLAN_KEYS)[number];

/** `prefix`: '' for plan A, 'b.' for plan B. Undefined: the address holds no plan. */
export function parsePlan(search: URLSearchParams, prefix: string): Scenario | undefined {
  const get = (key: PlanKey) => search.get(`${prefix}${key}`) ?? '';
  const hours = number(get('hours'), MOST_HOURS);
  if (!hours) return undefined;
  const parts = (key: PlanKey) => get(key).split(',').filter(Boolean).slice(0, MOST_THINGS);
  return normalPlan({
    format: FORMAT,
    name: get('name').slice(0, MOST_TEXT) || PLAN_NAME,
    note: get('note').slice(0, MOST_TEXT) || undefined,
    start: START.test(get('start')) ? get('start') : undefined,
    hours,
    declaredHour: number(get('declared'), MOST_HOURS),
    workarounds: get('ways') === 'no' ? false : undefined,
    outages: parts('out').flatMap(outage),
    isolations: parts('off').flatMap(isolation),
    cuts: parts('cut').flatMap(cut),
    observations: parts('check').flatMap(observation),
    demands: parts('work').flatMap(demand),
  });
}

/** `parsePlan(formatPlan(plan))` equals `normalPlan(plan)`. */
export function formatPlan(plan: Scenario, prefix: string): string[] {
  const out: string[] = [];
  const put = (key: PlanKey, value: string | undefined) => {
    if (value) out.push(`${prefix}${key}=${escaped(value)}`);
  };
  put('hours', String(plan.hours));
  put('name', plan.name === PLAN_NAME ? undefined : plan.name);
  put('note', plan.note);
  put('start', plan.start);
  put('declared', plan.declaredHour?.toString());
  put('ways', plan.workarounds === false ? 'no' : undefined);
  put('out', plan.outages?.map(outageText).join(','));
  put('off', plan.isolations?.map(isolationText).join(','));
  put('cut', plan.cuts?.map(cutText).join(','));
  put('check', plan.observations?.map(observationText).join(','));
  put(
    'work',
    plan.demands
      ?.map((one) => joined([one.id, `${one.perHour}`, `${one.catchUpPerHour}`]))
      .join(','),
  );
  return out;
}

type Loose<T> = { [K in keyof T]: T[K] | undefined };

/** Without what says the same when it is left out: one plan has one form. */
export function normalPlan(plan: Loose<Scenario>): Scenario {
  const some = <T>(list: readonly T[] | undefined) => (list?.length ? [...list] : undefined);
  return compact({
    ...plan,
    declaredHour: plan.declaredHour || undefined,
    workarounds: plan.workarounds === false ? false : undefined,
    outages: some(plan.outages?.map(normalOutage)),
    isolations: some(plan.isolations?.map(normalIsolation)),
    cuts: some(plan.cuts?.map((one) => compact({ ...one, startHour: one.startHour || undefined }))),
    observations: some(
      plan.observations?.map((one) => compact({ ...one, startHour: one.startHour || undefined })),
    ),
    demands: some(plan.demands),
  }) as Scenario;
}

const normalOutage = (one: TimedOutage): TimedOutage =>
  compact({
    ...one,
    cause: one.cause === 'failed' ? undefined : one.cause,
    startHour: one.startHour || undefined,
    level: one.level === 0 ? undefined : one.level,
    recovery: one.recovery?.length ? one.recovery : undefined,
  }) as TimedOutage;

const normalIsolation = (one: TimedIsolation): TimedIsolation =>
  compact({
    ...one,
    startHour: one.startHour || undefined,
    delayHours: one.delayHours === 0 ? undefined : one.delayHours,
    release: one.release?.length
      ? one.release.map((step) =>
          compact({
            ...step,
            nodes: step.nodes?.length ? step.nodes : undefined,
            level: step.level === 1 ? undefined : step.level,
          }),
        )
      : undefined,
  }) as TimedIsolation;

/** Only what an address cannot hold is escaped, so that ids stay readable. */
export const escaped = (value: string) =>
  encodeURIComponent(value).replace(/%(2C|3A|40|2F)/g, (code) => decodeURIComponent(code));

/** 0..most; undefined for all else. */
function number(text: string | undefined, most: number): number | undefined {
  if (!text || !/^[0-9.e-]{1,24}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= 0 && value <= most ? value + 0 : undefined;
}

function uncertain(text: string | undefined, most: number): Uncertain | undefined {
  const parts = (text ?? '').split('~');
  const shape = DISTRIBUTIONS.find((one) => one === parts.at(-1));
  const ends = (shape ? parts.slice(0, -1) : parts).map((part) => number(part, most));
  if (ends.length < 1 || ends.length > 3 || ends.includes(undefined)) return undefined;
  if (ends.length === 1) return shape ? undefined : ends[0];
  const [low, high] = [ends[0]!, ends.at(-1)!];
  const likely = ends.length === 3 ? ends[1] : undefined;
  if (low > (likely ?? low) || (likely ?? low) > high) return undefined;
  return compact({ low, likely, high, distribution: shape }) as Uncertain;
}

function uncertainText(value: Uncertain): string {
  if (typeof value === 'number') return String(value);
  const { low, likely, high, distribution } = value;
  return [low, likely, high, distribution].filter((one) => one !== undefined).join('~');
}

/** The value behind a word: `at4` under "at" is "4". */
const after = (parts: readonly string[], word: string, mark = /^[0-9.]/) =>
  parts
    .filter((part) => part.startsWith(word) && mark.test(part.slice(word.length)))
    .map((part) => part.slice(word.length));

const hoursAfter = (parts: readonly string[], word: string) =>
  uncertain(after(parts, word)[0], MOST_HOURS);
const startOf = (parts: readonly string[]) => number(after(parts, 'at')[0], MOST_HOURS);

function outage(text: string): TimedOutage[] {
  const [id = '', ...rest] = text.split('!');
  if (!ID.test(id)) return [];
  const recovery = after(rest, 'back')
    .slice(0, MOST_STEPS)
    .flatMap((step) => {
      const [hours, level] = step.split('*');
      const [afterHours, up] = [uncertain(hours, MOST_HOURS), uncertain(level, 1)];
      return afterHours === undefined || up === undefined ? [] : [{ afterHours, level: up }];
    });
  const made = {
    id,
    cause: CAUSES.find((cause) => rest.includes(cause)),
    startHour: startOf(rest),
    durationHours: hoursAfter(rest, 'for'),
    level: uncertain(after(rest, 'left')[0], 1),
    recovery,
  };
  return [compact(made) as TimedOutage];
}

function outageText(one: TimedOutage): string {
  return joined([
    one.id,
    one.startHour && `at${one.startHour}`,
    one.durationHours !== undefined && `for${uncertainText(one.durationHours)}`,
    one.level !== undefined && one.level !== 0 && `left${uncertainText(one.level)}`,
    one.cause !== 'failed' && one.cause,
    ...(one.recovery ?? []).map(
      (step) => `back${uncertainText(step.afterHours)}*${uncertainText(step.level)}`,
    ),
  ]);
}

function isolation(text: string): TimedIsolation[] {
  const [zone = '', ...rest] = text.split('!');
  if (!ID.test(zone)) return [];
  const release = after(rest, 'free')
    .slice(0, MOST_STEPS)
    .flatMap((step) => {
      const [hours, level, ...nodes] = step.split('*');
      const afterHours = uncertain(hours, MOST_HOURS);
      if (afterHours === undefined) return [];
      const ids = nodes.filter((id) => ID.test(id));
      return [compact({ afterHours, level: uncertain(level, 1), nodes: ids })];
    });
  const made = {
    zone,
    startHour: startOf(rest),
    delayHours: hoursAfter(rest, 'wait'),
    release,
  };
  return [compact(made) as TimedIsolation];
}

function isolationText(one: TimedIsolation): string {
  return joined([
    one.zone,
    one.startHour && `at${one.startHour}`,
    one.delayHours !== undefined && `wait${uncertainText(one.delayHours)}`,
    ...(one.release ?? []).map(({ afterHours, level, nodes = [] }) => {
      const up = level === undefined || level === 1 ? '' : uncertainText(level);
      return `free${[uncertainText(afterHours), up, ...nodes].join('*').replace(/\*$/, '')}`;
    }),
  ]);
}

function cut(text: string): TimedCut[] {
  const [from = '', to = '', ...rest] = text.split('!');
  if (!ID.test(from) || !ID.test(to)) return [];
  const made = { from, to, startHour: startOf(rest), durationHours: hoursAfter(rest, 'for') };
  return [compact(made) as TimedCut];
}

const cutText = (one: TimedCut) =>
  joined([
    one.from,
    one.to,
    one.startHour && `at${one.startHour}`,
    one.durationHours !== undefined && `for${uncertainText(one.durationHours)}`,
  ]);

function observation(text: string): TimedObservation[] {
  const [id = '', at, ...rest] = text.split('!');
  const level = number(at, 1);
  if (!ID.test(id) || level === undefined) return [];
  const made = {
    id,
    level,
    startHour: startOf(rest),
    durationHours: number(after(rest, 'for')[0], MOST_HOURS),
    seenBy: readText(after(rest, 'by', /^./)[0]),
  };
  return [compact(made) as TimedObservation];
}

const observationText = (one: TimedObservation) =>
  joined([
    one.id,
    String(one.level),
    one.startHour && `at${one.startHour}`,
    one.durationHours !== undefined && `for${one.durationHours}`,
    one.seenBy && `by${hiddenText(one.seenBy.slice(0, MOST_TEXT))}`,
  ]);

const MOST_CASES = 1e9;

function demand(text: string): Demand[] {
  const [id = '', cases, more] = text.split('!');
  const [perHour, catchUpPerHour] = [number(cases, MOST_CASES), number(more, MOST_CASES)];
  if (!ID.test(id) || perHour === undefined || catchUpPerHour === undefined) return [];
  return [{ id, perHour, catchUpPerHour }];
}

const joined = (parts: readonly (string | number | false | undefined)[]) =>
  parts.filter(Boolean).join('!');
