import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documents } from '../import/testing/arbitrary.ts';
import { checkDocument } from './document.ts';
import { at } from './fault.ts';

const FORMAT = 'msp-impact-graph/1';
const node = (id: string, more: object = {}) => ({ id, kind: 'service', name: id, ...more });
const link = (from: string, to: string, more: object = {}) => ({
  id: `${from}->${to}`,
  from,
  to,
  ...more,
});

function places(nodes: unknown[], dependencies: unknown[] = [], contracts: unknown[] = []) {
  const answer = checkDocument({ format: FORMAT, nodes, dependencies, contracts });
  return 'document' in answer ? [] : answer.faults.list.map((one) => one.path);
}

describe('an item of the wrong shape', () => {
  test('is told the rules that its sound parts break, in the same report', () => {
    const bad = node('a', {
      people: 'many',
      parent: 'nobody',
      reviewed: '2026-02-30',
      groups: { g: { rule: 'atLeast' }, h: { rule: 'most' } },
      workarounds: [
        { name: 'w', capacity: 2, via: 'nobody' },
        { name: 'x', capacity: 1, group: 'z' },
      ],
    });
    expect(places([bad])).toEqual([
      '$.nodes[0].people',
      '$.nodes[0].groups.h.rule',
      '$.nodes[0].workarounds[0].capacity',
      '$.nodes[0].parent',
      '$.nodes[0].reviewed',
      '$.nodes[0].groups.g',
      '$.nodes[0].workarounds[0].via',
      '$.nodes[0].workarounds[1].group',
    ]);
  });

  test('is told of its ends, ranges and days, link and contract alike', () => {
    const bad = link('a', 'nowhere', { weight: '1', bufferHours: { low: 2, high: 1 }, group: 'g' });
    const contract = { id: 'c', title: 5, supplier: 'a', dependencies: ['x'], end: '2026-02-30' };
    expect(places([node('a')], [bad], [contract])).toEqual([
      '$.dependencies[0].weight',
      '$.contracts[0].title',
      '$.dependencies[0].to',
      '$.dependencies[0].bufferHours',
      '$.contracts[0].supplier',
      '$.contracts[0].dependencies[0]',
      '$.contracts[0].end',
    ]);
  });

  test('is told one fault a place: a missing end is missing, and not also unknown', () => {
    expect(places([node('a')], [{ id: 'l' }], [{ id: 'c' }])).toEqual([
      '$.dependencies[0].from',
      '$.dependencies[0].to',
      '$.contracts[0].supplier',
    ]);
  });

  test('with an id that another item has is told so', () => {
    expect(places([node('a'), node('a', { people: -1 })])).toEqual([
      '$.nodes[1].people',
      '$.nodes[1].id',
    ]);
  });

  test('is a place in a circle of parents', () => {
    const region = (id: string, parent: string, more = {}) =>
      node(id, { kind: 'region', parent, ...more });
    expect(places([region('a', 'b', { people: -1 }), region('b', 'a')])).toEqual([
      '$.nodes[0].people',
      '$.nodes[0].parent',
    ]);
  });
});

describe('what cannot be known before an item is put right is not told as a fault', () => {
  const share = node('a', { groups: { g: { rule: 'share' } } });
  const half = link('b', 'a', { group: 'g', weight: 0.5 });

  test.each([
    ['the weight', { weight: '0.5', group: 'g' }, '.weight'],
    ['the group', { weight: 0.5, group: 'g g' }, '.group'],
    ['the end', { weight: 0.5, group: 'g', to: 7 }, '.to'],
  ])('the sum of a group when %s of a link is unreadable', (_, more, path) => {
    const dependencies = [half, link('c', 'a', more)];
    expect(places([share, node('b'), node('c')], dependencies)).toEqual([
      `$.dependencies[1]${path}`,
    ]);
  });

  test('but the sum of another group is', () => {
    const nodes = [share, node('b', { groups: { h: { rule: 'share' } } }), node('c')];
    const dependencies = [
      half,
      link('c', 'a', { group: 'g', weight: 'x' }),
      link('c', 'b', { group: 'h', weight: 0.4 }),
    ];
    expect(places(nodes, dependencies)).toEqual([
      '$.dependencies[1].weight',
      '$.nodes[1].groups.h',
    ]);
  });

  test('a weight, when the rule of its group is unreadable', () => {
    for (const groups of [{ g: { rule: 'parts' } }, 'g']) {
      const bad = node('a', { groups, workarounds: [{ name: 'w', capacity: 1, group: 'g' }] });
      expect(places([bad, node('b')], [half])).toHaveLength(1);
    }
  });

  test('who may be its parent or its contract’s supplier, when a kind is unreadable', () => {
    const bad = node('a', { kind: 'firm', parent: 'b' });
    const child = node('c', { kind: 'supplier', parent: 'a' });
    const contract = { id: 'k', supplier: 'a' };
    expect(places([bad, node('b'), child], [], [contract])).toEqual(['$.nodes[0].kind']);
  });

  test('who names what, when a list is none', () => {
    const answer = checkDocument({ format: FORMAT, nodes: [node('a')], dependencies: 5 });
    expect('faults' in answer && answer.faults.list.map((one) => one.path)).toEqual([
      '$.dependencies',
    ]);
  });
});

test('one unreadable value anywhere in a good document is one fault, whatever hangs on it', () => {
  fc.assert(
    fc.property(documents, fc.nat(), (document, seed) => {
      const damaged = JSON.parse(JSON.stringify(document));
      const found = valuesIn(damaged).filter(({ key }) => key !== 'id' && key !== 'format');
      fc.pre(found.length > 0);
      const { holder, key, path } = found[seed % found.length] as Place;
      holder[key] = true;
      const answer = checkDocument(damaged);
      const told = 'faults' in answer ? answer.faults.list.map((one) => one.path) : [];
      expect(told).toEqual([path]);
    }),
    { numRuns: 500 },
  );
});

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
  readonly path: string;
}

/** Every value inside items, at any depth, by its holder. */
function valuesIn(value: unknown, path = '$', depth = 0): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = at(path, Array.isArray(value) ? Number(key) : key);
    const own = { holder: value as Record<string, unknown>, key, path: place };
    return [...(depth > 1 ? [own] : []), ...valuesIn(inner, place, depth + 1)];
  });
}
