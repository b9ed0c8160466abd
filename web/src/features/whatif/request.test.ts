import { expect, test } from 'vitest';
import { whatIfRequest } from './request.ts';

const x = { id: 'what-if:x', name: 'Bidder X' };

test('without a step there is nothing to ask', () => {
  expect(whatIfRequest([{ name: 'A', steps: [] }], {})).toBeUndefined();
});

test('an alternative without a name is told by its number', () => {
  const asked = whatIfRequest(
    [
      { name: 'A', steps: [{ do: 'remove', contract: 'c' }] },
      { name: ' ', steps: [{ do: 'buy', supplier: 'a', by: 'b' }] },
    ],
    { share: 'count' },
  );
  expect(asked?.alternatives.map((one) => one.name)).toEqual(['A', 'Alternative 2']);
  expect(asked?.scope).toEqual({ share: 'count' });
});

test('a new bidder comes with its contract, its worth and what it would supply', () => {
  const asked = whatIfRequest(
    [{ name: 'X', steps: [{ do: 'add', to: x, value: 5, supplies: 'nhs-111' }] }],
    { currency: 'GBP' },
    { currency: 'GBP', basis: 'total' },
  );
  expect(asked?.alternatives[0]?.edits).toEqual([
    {
      do: 'add',
      contract: {
        id: 'what-if:1',
        supplier: 'what-if:x',
        dependencies: ['what-if:1'],
        value: 5,
        currency: 'GBP',
        valueBasis: 'total',
      },
      nodes: [{ id: 'what-if:x', kind: 'supplier', name: 'Bidder X' }],
      links: [{ id: 'what-if:1', from: 'what-if:x', to: 'nhs-111' }],
    },
  ]);
});

test('someone new who gets two contracts is added once', () => {
  const asked = whatIfRequest(
    [
      {
        name: 'X',
        steps: [
          { do: 'move', contract: 'c', to: x },
          { do: 'add', to: x },
        ],
      },
    ],
    {},
  );
  const [moved, added] = asked?.alternatives[0]?.edits ?? [];
  expect(moved).toEqual({ do: 'move', contract: 'c', to: 'what-if:x', name: 'Bidder X' });
  expect(added).toEqual({ do: 'add', contract: { id: 'what-if:2', supplier: 'what-if:x' } });
});
