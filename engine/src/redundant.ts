import { ANY, AT_LEAST } from './codes.ts';

/** A group whose members stand in for each other: it can lose one and still be whole. */
export function isRedundant(rule: number, need: number, size: number): boolean {
  return (rule === ANY || rule === AT_LEAST) && need < size;
}
