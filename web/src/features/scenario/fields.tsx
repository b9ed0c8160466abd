import { NumberInput } from '@mantine/core';
import type { Uncertain } from '@msp-impact/contract';
import { useId } from 'react';
import { compact } from '../../url/compact.ts';
import s from './scenario.module.css';

export function NumberField(props: {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}) {
  return (
    <NumberInput
      label={props.label}
      value={props.value}
      min={0}
      max={props.most}
      onChange={(value) => props.onChange(Math.min(props.most, Math.max(0, Number(value) || 0)))}
    />
  );
}

interface RangeFieldProps {
  readonly label: string;
  readonly value: Uncertain | undefined;
  readonly most: number;
  /** Shown numbers are so many times the kept ones: 100 for percent. */
  readonly per?: number;
  /** What an empty field says; without it the field is never empty. */
  readonly empty?: string;
  readonly onChange: (value: Uncertain | undefined) => void;
}

/** Likely, and from–to where it is not sure. Whatever is typed, low ≤ likely ≤ high comes out. */
export function RangeField(props: RangeFieldProps) {
  const { label, value, most, per = 1, empty } = props;
  const id = useId();
  const parts: Partial<Record<'low' | 'likely' | 'high', number>> =
    typeof value === 'object' ? value : value === undefined ? {} : { likely: value };
  const shape = typeof value === 'object' ? value.distribution : undefined;
  const put = (part: keyof typeof parts, text: string | number) => {
    const n = text === '' ? undefined : Math.min(Math.max(0, Number(text) / per), most / per);
    props.onChange(ordered({ ...parts, [part]: n }, part, empty === undefined, shape));
  };
  const one = (part: keyof typeof parts, name: string) => (
    <NumberInput
      aria-label={`${label}: ${name}`}
      placeholder={part === 'likely' ? (empty ?? '') : name}
      value={parts[part] === undefined ? '' : Math.round(parts[part] * per * 1000) / 1000}
      min={0}
      max={most}
      hideControls
      onChange={(text) => put(part, text)}
    />
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row everywhere
    <div className={s.range} role="group" aria-labelledby={id}>
      <span id={id}>{label}</span>
      {one('likely', 'likely')}
      {one('low', 'at least')}
      {one('high', 'at most')}
    </div>
  );
}

function ordered(
  {
    low,
    likely,
    high,
  }: { low?: number | undefined; likely?: number | undefined; high?: number | undefined },
  typed: 'low' | 'likely' | 'high',
  needed: boolean,
  distribution: Extract<Uncertain, object>['distribution'],
): Uncertain | undefined {
  if (low === undefined && high === undefined) return likely ?? (needed ? 0 : undefined);
  const fixed = { low, likely, high }[typed];
  const middle = likely ?? fixed ?? low ?? high ?? 0;
  const [least, most] = [low ?? middle, high ?? middle];
  // The end that was typed stays; the others make room for it.
  if (typed === 'low') {
    const at = Math.max(middle, least);
    return compact({ low: least, likely: at, high: Math.max(most, at), distribution });
  }
  if (typed === 'high') {
    const at = Math.min(middle, most);
    return compact({ low: Math.min(least, at), likely: at, high: most, distribution });
  }
  return compact({
    low: Math.min(least, middle),
    likely: middle,
    high: Math.max(most, middle),
    distribution,
  });
}
