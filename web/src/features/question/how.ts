/** The ways in which one thing can be hit, as words of the sentence. */
import type { Choice } from '../../ui/Dropdown.tsx';
import { percent } from '../../ui/words.ts';
import type { Stop } from '../../url/view.ts';

/** Things that are switched off together. */
export interface Zone {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
}

const LEVELS = [0.75, 0.5, 0.25] as const;

const PLAIN: readonly Choice<string>[] = [
  { value: 'failed', label: 'stops' },
  { value: 'compromised', label: 'is broken into and stops' },
  { value: 'isolated', label: 'is switched off by its supplier' },
];

/** What a supplier's or product's name can be followed by; zones it can switch off come last. */
export function howChoices(stop: Stop, zones: readonly Zone[]): Choice<string>[] {
  const levels = new Set<number>(LEVELS);
  if (stop.level) levels.add(stop.level);
  return [
    ...PLAIN,
    ...[...levels]
      .sort((a, b) => b - a)
      .map((level) => ({ value: `${level}`, label: `keeps only ${percent(level)}` })),
    ...zones.map((zone) => ({
      value: `zone:${zone.id}`,
      label: `switches off ${zone.name}`,
      detail: `${zone.members.length} together`,
    })),
  ];
}

export const howValue = (stop: Stop): string =>
  stop.level ? `${stop.level}` : (stop.cause ?? 'failed');

/** The stop that a choice stands for; undefined for a zone, which is another sort of question. */
export function stopOf(id: string, value: string): Stop | undefined {
  if (value.startsWith('zone:')) return undefined;
  const level = Number(value);
  if (value !== '' && !Number.isNaN(level)) return { id, level };
  return value === 'failed' ? { id } : { id, cause: value as NonNullable<Stop['cause']> };
}

/** "advanced-health-and-care" → "Advanced health and care". A zone has no name but its id. */
export function zoneName(id: string): string {
  const words = id.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
