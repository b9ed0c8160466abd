import type { Problem } from '@msp-impact/contract';
import { describe, expect, test } from 'vitest';
import { gather, placeProblem } from './faults.ts';
import { toPointer } from './pointer.ts';

const problem = (errors: Problem['errors']): Problem => ({
  type: 'about:blank',
  title: 'Refused',
  status: 400,
  ...(errors ? { errors } : {}),
});

describe('a place that the server names', () => {
  test.each([
    ['/name', '/name'],
    ['$.name', '/name'],
    ['$.nodes[3].evidence[0].url', '/evidence/0/url'],
    ['nodes[3].groups["a.b"].k', '/groups/a.b/k'],
    ['/writes/0/item/tolerance/maxHours', '/tolerance/maxHours'],
    ['$.writes[2].item.group', '/writes/2/item/group'],
    ['body.item.strength.low', '/strength/low'],
    ['$.dependencies[1]', '/dependencies/1'],
    ["groups['x/y'].k", '/groups/x~1y/k'],
  ])('%s is the field %s', (path, place) => {
    expect(toPointer(path)).toBe(place);
  });
});

describe('the refusal of the server', () => {
  test('stands beside the field, or beside the nearest one around it', () => {
    const placed = placeProblem(
      problem([
        { path: '$.name', reason: 'too long' },
        { path: '$.evidence[0].url', reason: 'no address' },
      ]),
      new Set(['/name', '/evidence']),
    );
    expect([...placed.byPlace]).toEqual([
      ['/name', 'too long'],
      ['/evidence', 'no address'],
    ]);
    expect(placed.other).toEqual([]);
  });
  test('is shown above the form when no field stands for it', () => {
    expect(placeProblem(problem([{ path: '$.hidden', reason: 'why' }]), new Set()).other).toEqual([
      'why',
    ]);
    expect(placeProblem(problem(undefined), new Set()).other).toEqual(['Refused']);
  });
  test('keeps several faults of one field', () => {
    const two = gather([
      { path: '/k', reason: 'Too big' },
      { path: '/k', reason: 'Not whole' },
    ]);
    expect(two.get('/k')).toBe('Too big. Not whole');
  });
});
