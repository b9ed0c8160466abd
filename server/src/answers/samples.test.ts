/** The samples' expected answers were worked out by hand from the sources, never by the engine. */
import { readFileSync } from 'node:fs';
import type { Question } from '@msp-impact/contract';
import { describe, expect, test } from 'vitest';
import { sampleSnapshot } from '../snapshot/testing.ts';
import { ask } from './ask.ts';
import { impactAnswer } from './impact.ts';

interface Expected {
  levels?: Record<string, number>;
  ranges?: Record<string, { low: number; high: number }>;
  states?: Record<string, string>;
  causes?: Record<string, string>;
  paths?: Record<string, string[]>;
  notHit?: string[];
  unknown?: string[];
  maxLoss?: Record<string, number>;
}
interface Case {
  name: string;
  question: Question;
  expect: Expected;
}

const SAMPLES = ['advanced-2022', 'emis-2024', 'synnovis-2024'];
/** Written by hand, with as many digits as a hand writes. */
const BY_HAND = 1e-9;

function casesOf(sample: string): Case[] {
  const url = new URL(`../../../graph-seed/${sample}/expected.json`, import.meta.url);
  return (JSON.parse(readFileSync(url, 'utf8')) as { cases: Case[] }).cases;
}

for (const sample of SAMPLES) {
  describe(sample, () => {
    const snapshot = sampleSnapshot(sample);
    test.each(casesOf(sample))('$name', ({ question, expect: expected }) => {
      const asked = ask(snapshot, question);
      if (!asked.ok) throw new Error(JSON.stringify(asked.faults));
      const answer = impactAnswer(asked.value, 1000);
      const rows = new Map(answer.impacted.map((row) => [row.id, row]));
      const atRisk = new Set(answer.atRisk.map(({ id }) => id));
      for (const [id, level] of Object.entries(expected.levels ?? {})) {
        expect(Math.abs((rows.get(id)?.level ?? 1) - level), `level of ${id}`).toBeLessThan(
          BY_HAND,
        );
      }
      for (const [id, { low, high }] of Object.entries(expected.ranges ?? {})) {
        const range = rows.get(id)?.range;
        expect(range?.low, `low of ${id}`).toBeCloseTo(low, 9);
        expect(range?.high, `high of ${id}`).toBeCloseTo(high, 9);
      }
      for (const [id, state] of Object.entries(expected.states ?? {})) {
        const found = rows.get(id)?.state ?? (atRisk.has(id) ? 'at-risk' : 'up');
        expect(found, `state of ${id}`).toBe(state);
      }
      for (const [id, cause] of Object.entries(expected.causes ?? {})) {
        expect(rows.get(id)?.cause, `cause of ${id}`).toBe(cause);
      }
      for (const [id, path] of Object.entries(expected.paths ?? {})) {
        expect(rows.get(id)?.path, `path of ${id}`).toEqual(path);
      }
      for (const id of expected.notHit ?? []) expect(rows.has(id), `${id} is hit`).toBe(false);
      const unknown = answer.unknown.map(({ id }) => id);
      for (const id of expected.unknown ?? []) expect(unknown).toContain(id);
      for (const [id, most] of Object.entries(expected.maxLoss ?? {})) {
        const lost = 1 - (rows.get(id)?.level ?? 1);
        expect(lost, `loss of ${id}`).toBeLessThanOrEqual(most + BY_HAND);
      }
    });
  });
}
