/**
 * The DORA register of information: a package of xBRL-CSV, a workbook, or its tables as CSV.
 * Providers become suppliers, functions services; reliance (B_02.02) makes the links between them, ranks
 * (B_05.02) the chains behind. How much a function relies is a word there: the numbers are ours.
 */
import type { FormatReader, FormatReading, SourceFile } from '../format.ts';
import { counted } from '../words.ts';
import { RELIANCE, SUBSTITUTES } from './codes.ts';
import { arrangements, type Contracts, contractsOf } from './contracts.ts';
import { linksOf } from './links.ts';
import type { Maker } from './maker.ts';
import { functionNodes, providerNodes } from './nodes.ts';
import { Register } from './register.ts';
import { rowsOf } from './rows.ts';
import { tablesOf } from './tables.ts';

export const dora: FormatReader = { read: readDora };

async function readDora(files: readonly SourceFile[]): Promise<FormatReading> {
  const { tables, rejected, errors, notes, period } = await tablesOf(files);
  const rows = tables.flatMap((table) => rowsOf(table, rejected));
  const register = new Register(rows);
  const maker: Maker = { register, period: period ?? dateOf(register), used: new Map() };
  const contractRows = arrangements(maker);
  const links = linksOf(maker, new Set(contractRows.keys()));
  const contracts = contractsOf(maker, contractRows, links);
  const candidates = [
    ...providerNodes(maker),
    ...functionNodes(maker),
    ...links.candidates,
    ...contracts.candidates,
  ];
  return {
    read: rows.length + rejected.length,
    candidates,
    rejected: [...rejected, ...register.rejected],
    notes: [...notes, ...notesOf(register, contracts)],
    errors,
  };
}

function dateOf(register: Register): string | undefined {
  const cell = register.rows('B_01.01')[0]?.cells.get('date of reporting');
  return cell && /^\d{4}-\d{2}-\d{2}$/.test(cell) ? cell : undefined;
}

function notesOf(register: Register, { split, withoutProvider, left }: Contracts): string[] {
  const notes: string[] = [];
  if (register.rows('B_02.02').length > 0) {
    const table = RELIANCE.map((one) => `${one.label} ${one.strength}`).join(', ');
    notes.push(
      `Reliance became strength by this table (assumed): ${table}; where none is stated 1.`,
    );
  }
  if (register.rows('B_07.01').length > 0) {
    const table = SUBSTITUTES.map(([, label, ours]) => `${label} → ${ours}`).join(', ');
    notes.push(`Substitutability became ours by this table (assumed): ${table}.`);
  }
  if (register.rows('B_06.01').some(({ cells }) => cells.has('critical'))) {
    notes.push('A critical or important function got priority 1, another one 4 (assumed).');
  }
  if (register.rows('B_05.02').length > 0) {
    notes.push(
      'A provider of rank 2 supplies the one of rank 1, and so on; how much is not stated, so all of it (assumed).',
    );
  }
  if (register.entities.size > 0) {
    notes.push(
      'The entities of B_01 are the buyers of contracts and the owners of functions; their rows are kept with these as attributes.',
    );
  }
  const unnamed = register.unnamed();
  if (unnamed.length > 0) {
    notes.push(
      `${counted(unnamed.length, 'entity or branch', 'entities and branches')} of B_01 that nothing else names: not taken over (${unnamed.slice(0, 20).join(', ')}).`,
    );
  }
  if (left.length > 0) {
    notes.push(
      `Too long or too many to be kept as attributes: ${[...new Set(left)].slice(0, 20).join(', ')}.`,
    );
  }
  if (split > 0)
    notes.push(
      `${counted(split, 'arrangement was', 'arrangements were')} signed by several providers: the amount is split equally among them (assumed).`,
    );
  if (withoutProvider > 0)
    notes.push(
      `${counted(withoutProvider, 'arrangement names', 'arrangements name')} no provider: no contract was made.`,
    );
  return [...notes, ...definitions(register)];
}

/** B_99.01: what the entity means by its words, kept beside our table. */
function definitions(register: Register): string[] {
  const texts = register
    .rows('B_99.01')
    .flatMap(({ cells }) => [...cells].map(([name, text]) => `${name}: ${text.slice(0, 300)}`));
  return texts.length > 0
    ? [`The register's own definitions (B_99.01): ${texts.slice(0, 40).join(' · ')}`]
    : [];
}
