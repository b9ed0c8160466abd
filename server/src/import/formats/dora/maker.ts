/** What all parts of the making of items share. */
import type { Evidence } from '@msp-impact/contract';
import { code } from '../../../text/slug.ts';
import type { Identified, Register } from './register.ts';
import type { Row } from './rows.ts';

export interface Maker {
  readonly register: Register;
  /** Day to which the register speaks. */
  readonly period: string | undefined;
  /** Providers that something names. */
  readonly used: Map<string, Identified>;
}

/** A register carries no address: what is made of it is an assumption until somebody checks it. */
export function evidenceOf({ register, period }: Maker, row: Row, more: string): Evidence {
  const [head] = register.rows('B_01.01');
  const publisher = head?.cells.get('name');
  return {
    claim: `From ${row.source}, ${row.template}${more === '' ? '' : `: ${more}`}`,
    ...(publisher !== undefined && { publisher }),
    ...(period !== undefined && { date: period }),
    confidence: 'assumed',
  };
}

/** @param parts ids, whose characters are fit */
export function linkId(before: string, from: string, to: string): string {
  const id = `${before}${from}->${to}`;
  return id.length <= 500 ? id : `${id.slice(0, 480)}~${code(id)}`;
}
