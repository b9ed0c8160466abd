/** The parts of the Reliance screen, as their buttons and the palette name them. */
import type { Part } from '../../url/reliance.ts';

export const PART_WORDS: Readonly<Record<Part, string>> = {
  shares: 'Shares',
  contracts: 'Contracts by date',
  matrix: 'Hard to replace',
  behind: "Suppliers' suppliers",
  single: 'On one supplier',
  award: 'What if we award to …',
  gaps: 'What we do not know',
};
