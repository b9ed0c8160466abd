/**
 * The victim of the kill tests: changes the graph for ever, and says each revision that was
 * acknowledged. After revision r every node is named `r`: a half batch would show two names.
 */
import { writeSync } from 'node:fs';
import type { GraphNode } from '@msp-impact/contract';
import { openEmbedded } from '../embedded/embedded-store.ts';

const [folder = ''] = process.argv.slice(2);
/** Every tenth change is a replacement by so many nodes, the next one cuts them down again. */
const sizeAt = (revision: number) => (revision % 10 === 0 ? 2_000 : 40);

const nodesAt = (revision: number) =>
  Array.from(
    { length: sizeAt(revision) },
    (_, i): GraphNode => ({ id: `n${i}`, kind: 'product', name: String(revision) }),
  );

const store = await openEmbedded(folder);
for (let base = await store.reader.revision(); ; base++) {
  const nodes = nodesAt(base + 1);
  const head = { actor: 'child', summary: 'kill me', base };
  const whole = sizeAt(base) !== sizeAt(base + 1);
  const writes = nodes.map((after) => ({ type: 'node' as const, id: after.id, after }));
  if (whole) {
    const lists = { dependencies: [], contracts: [] };
    await store.writer.replace({ ...head, ...lists, name: 'killed', nodes });
  } else await store.writer.commit({ ...head, writes });
  writeSync(1, `${base + 1}\n`);
}
