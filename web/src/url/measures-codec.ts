/**
 * Measures ⇄ one key of the address: `do=way!nhs-111!0.5!4!336!20,split!hosting!5!adastra`. Names are
 * made from what they do; costs are in whatever unit the budget is.
 */
import type { Mitigation } from '@msp-impact/contract';
import { hiddenText, readText } from './hidden-text.ts';

const ID = /^[A-Za-z0-9._:@/+~-]{1,200}$/;
const MOST_HOURS = 87_600;
const MOST_COST = 1e12;
const MOST = 200;
const MOST_TEXT = 2000;

/** A measure that may not have a number and a name of its own yet. */
export type MeasureDraft = Mitigation extends infer M
  ? M extends Mitigation
    ? Omit<M, 'id' | 'name'> & { readonly id?: string; readonly name?: string }
    : never
  : never;

export function parseMeasures(text: string): MeasureDraft[] {
  return text.split(',').filter(Boolean).slice(0, MOST).flatMap(named);
}

export const formatMeasures = (measures: readonly MeasureDraft[]): string =>
  measures
    .map((measure) =>
      [
        textOf(measure),
        ...(measure.id ? [`*i${measure.id}`] : []),
        ...(measure.name ? [`*n${hiddenText(measure.name.slice(0, MOST_TEXT))}`] : []),
        ...(measure.do === 'supplier' && measure.from ? [`*f${measure.from}`] : []),
      ].join('!'),
    )
    .join(',');

/** What a measure of a saved list brings along stands behind a `*`, which no id holds. */
function named(text: string): MeasureDraft[] {
  const parts = text.split('!');
  const extra = (mark: string) =>
    parts.find((part) => part.startsWith(`*${mark}`))?.slice(mark.length + 1);
  const [id, name, from] = [extra('i'), readText(extra('n')), extra('f')];
  return one(parts.filter((part) => !part.startsWith('*')).join('!')).map((measure) => ({
    ...measure,
    ...(id && ID.test(id) && { id }),
    ...(name && { name }),
    ...(measure.do === 'supplier' && from && ID.test(from) && { from }),
  }));
}

export function parseBudget(text: string): number | undefined {
  return amount(text, MOST_COST);
}

function amount(text: string | undefined, most: number): number | undefined {
  if (!text || !/^[0-9.e+-]{1,24}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= 0 && value <= most ? value + 0 : undefined;
}

const hours = (text: string | undefined) => amount(text, MOST_HOURS);
const share = (text: string | undefined) => amount(text, 1);
const ok = (...ids: (string | undefined)[]) => ids.every((id) => id !== undefined && ID.test(id));

function one(text: string): MeasureDraft[] {
  const [sort, a = '', b = '', c, d, e] = text.split('!');
  const cost = (of: string | undefined) => amount(of, MOST_COST) ?? 0;
  if (!ok(a)) return [];
  if (sort === 'way') {
    const [capacity, afterHours, lastsHours] = [share(b), hours(c), hours(d)];
    if (capacity === undefined) return [];
    const times = {
      ...(afterHours !== undefined && { afterHours }),
      ...(lastsHours !== undefined && { lastsHours }),
    };
    return [{ do: 'workaround', node: a, capacity, ...times, cost: cost(e) }];
  }
  if (sort === 'restart') return [{ do: 'restart', node: a, hours: hours(b) ?? 0, cost: cost(c) }];
  if (sort === 'split') {
    const nodes = text
      .split('!')
      .slice(3)
      .filter((id) => ID.test(id));
    return nodes.length ? [{ do: 'split', zone: a, nodes, cost: cost(b) }] : [];
  }
  if (!ok(b)) return [];
  if (sort === 'second') return [{ do: 'supplier', to: a, beside: b, cost: cost(c) }];
  if (sort === 'store')
    return [{ do: 'buffer', from: a, to: b, hours: hours(c) ?? 0, cost: cost(d) }];
  if (sort === 'exit')
    return [{ do: 'exit', from: a, to: b, strength: share(c) ?? 0, cost: cost(d) }];
  return [];
}

function textOf(measure: MeasureDraft): string {
  const parts = (...all: (string | number | undefined)[]) =>
    all.map((part) => part ?? '').join('!');
  const { cost } = measure;
  switch (measure.do) {
    case 'workaround':
      return parts(
        'way',
        measure.node,
        measure.capacity,
        measure.afterHours,
        measure.lastsHours,
        cost,
      );
    case 'restart':
      return parts('restart', measure.node, measure.hours, cost);
    case 'split':
      return parts('split', measure.zone, cost, ...measure.nodes);
    case 'supplier':
      return parts('second', measure.to, measure.beside, cost);
    case 'buffer':
      return parts('store', measure.from, measure.to, measure.hours, cost);
    case 'exit':
      return parts('exit', measure.from, measure.to, measure.strength, cost);
  }
}
