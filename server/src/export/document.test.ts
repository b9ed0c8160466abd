import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documents } from '../import/testing/arbitrary.ts';
import { memoryReader } from '../store/memory-reader.ts';
import { Conflict } from '../store/port.ts';
import { documentString, documentText } from './document.ts';

async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

test('a graph read from a store gives the same bytes as from memory', async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (document) => {
      expect(await joined(documentText(memoryReader(document)))).toBe(documentString(document));
    }),
    { numRuns: 200 },
  );
});

test('a graph that moves on while it is written is no graph: the text breaks off', async () => {
  const reader = memoryReader({ format: 'msp-impact-graph/1', nodes: [] });
  const moving = { ...reader, revision: async () => 7 };
  await expect(joined(documentText(moving))).rejects.toBeInstanceOf(Conflict);
});
