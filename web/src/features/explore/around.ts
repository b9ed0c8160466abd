/** Words for looking around one thing. */
import { count } from '../../ui/words.ts';
import type { Direction } from '../../url/view.ts';

export const DIRECTION_WORDS: Readonly<Record<Direction, string>> = {
  both: 'what it relies on and who relies on it',
  upstream: 'what it relies on',
  downstream: 'who relies on it',
};

export const depthWords = (depth: number | undefined): string =>
  depth ? `up to ${count(depth, 'step')} away` : 'however far';

export const DEPTH_CHOICES = [0, 1, 2, 3, 5].map((depth) => ({
  value: `${depth}`,
  label: depthWords(depth || undefined),
}));
