import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeId } from '../snapshot/read.ts';
import { documentOf, link, node, snapshotOf } from '../snapshot/testing.ts';
import { askOnce } from './ask.ts';
import { basisOfAnswer } from './basis.ts';
import { worstFirst } from './order.ts';

const CONFIDENCES = ['stated', 'reported', 'assumed'] as const;
const drawnLink = fc.record({
  strength: fc.constantFrom(1, 1, 0.75, 0.5, 0),
  confidence: fc.constantFrom(...CONFIDENCES, undefined),
});

/** A chain whose links lose all or a part, and what is asked of it. */
const chains = fc.record({
  links: fc.array(drawnLink, { minLength: 1, maxLength: 12 }),
  level: fc.constantFrom(0, 0.25),
  severed: fc.option(fc.nat(11), { nil: undefined }),
});

function solvedChain({
  links,
  level,
  severed,
}: typeof chains extends fc.Arbitrary<infer T> ? T : never) {
  // Ids that stand in another order than the chain.
  const id = (i: number) => `n${(i * 5) % 13}`;
  const nodes = Array.from({ length: links.length + 1 }, (_, i) => node(id(i), 'service'));
  const drawn = links.map(({ strength, confidence }, i) => {
    const evidence = confidence ? [{ claim: 'c', confidence }] : [];
    return link(id(i), id(i + 1), { strength, evidence });
  });
  const cut = severed !== undefined && severed < links.length ? severed : undefined;
  const sever = cut === undefined ? [] : [{ from: id(cut), to: id(cut + 1) }];
  const question = { down: [{ id: id(0), level }], sever };
  const asked = askOnce(snapshotOf(documentOf(nodes, drawn)), question);
  if (!asked.ok) throw new Error(JSON.stringify(asked.faults));
  return { solved: asked.value, links, id, cut };
}

test('whoever loses most comes first, then by id', () => {
  fc.assert(
    fc.property(chains, (drawn) => {
      const { solved } = solvedChain(drawn);
      const { snapshot, impact } = solved;
      const row = (v: number) => [impact.level.likely[v] as number, nodeId(snapshot, v)] as const;
      const expected = Array.from(impact.hit, row).sort(
        ([a, x], [b, y]) => a - b || (x < y ? -1 : 1),
      );
      expect(Array.from(worstFirst(solved), row)).toEqual(expected);
    }),
  );
});

test('an answer rests on the links that lose, each once, by their evidence', () => {
  fc.assert(
    fc.property(chains, (drawn) => {
      const { solved, links, id, cut } = solvedChain(drawn);
      const { snapshot, impact } = solved;
      const hit = new Set(Array.from(impact.hit, (v) => nodeId(snapshot, v)));
      const carrying = links.filter((_, i) => hit.has(id(i + 1)) && (hit.has(id(i)) || i === cut));
      const count = (one?: string) =>
        carrying.filter(({ confidence }) => confidence === one).length;
      expect(basisOfAnswer(solved)).toEqual({
        links: carrying.length,
        stated: count('stated'),
        reported: count('reported'),
        assumed: count('assumed'),
        none: count(undefined),
      });
    }),
  );
});
