import { expect, test } from 'vitest';
import { bindingPath, counterfactuals, evaluateExplanation, explain } from '../index.ts';
import { type Asked, draw, type Sketch } from '../testing/sketch.ts';

function pathIn(sketch: Sketch, asked: Asked, name: string): string[] {
  const drawn = draw(sketch);
  const question = drawn.question(asked);
  const { impact } = drawn.ask(asked);
  return bindingPath(drawn.graph, question, impact, drawn.node(name)).map(drawn.nameOf);
}

const chain: Sketch = { links: ['a > b', 'b > c', 'a > c'] };

test('the path runs from the outage to the node, by the fewest links', () => {
  expect(pathIn(chain, { down: { a: 0 } }, 'c')).toEqual(['a', 'c']);
});

test('a marked node has itself alone', () => {
  expect(pathIn(chain, { down: { a: 0, c: 0 } }, 'c')).toEqual(['c']);
  expect(pathIn(chain, { down: { a: 0 } }, 'a')).toEqual(['a']);
});

test('a marked node under its own outage names what binds it', () => {
  expect(pathIn(chain, { down: { a: 0, c: 0.5 } }, 'c')).toEqual(['a', 'c']);
});

test('the path of a severed link starts at its dependent', () => {
  expect(pathIn({ links: ['a > b', 'b > c'] }, { severed: ['a > b'] }, 'c')).toEqual(['b', 'c']);
});

test('a node that is not hit has no path', () => {
  expect(pathIn(chain, { down: { c: 0 } }, 'a')).toEqual([]);
});

test('the argument that attains the level binds, not another that is hit', () => {
  const sketch: Sketch = { groups: { 'x.g': 'any' }, links: ['a > x.g', 'b > x.g', 'c > x'] };
  expect(pathIn(sketch, { down: { a: 0, b: 0.5, c: 0.7 } }, 'x')).toEqual(['b', 'x']);
});

test('members that bind only each other lead back to what they all lost', () => {
  const sketch: Sketch = {
    groups: { 'a.g': 'share' },
    links: [['b > a.g', { weight: 0.9 }], ['s > a.g', { weight: 0.1 }], 'a > b'],
  };
  expect(pathIn(sketch, { down: { s: 0 } }, 'b')).toEqual(['s', 'a', 'b']);
});

test('an observed loss is its own origin, and takes the cause upstream of it', () => {
  const drawn = draw({ links: ['a > b', 'b > c', 'd > e'] });
  const asked: Asked = { down: { a: 0 }, cause: { a: 'isolated' }, observed: { b: 0.5, e: 0.2 } };
  const { impact, cause } = drawn.ask(asked);
  const path = bindingPath(drawn.graph, drawn.question(asked), impact, drawn.node('c'));
  expect(path.map(drawn.nameOf)).toEqual(['b', 'c']);
  expect([cause('b'), cause('c'), cause('e')]).toEqual(['isolated', 'isolated', 'failed']);
});

test('an explanation shows the rule, the numbers and the workaround in use', () => {
  const drawn = draw({
    groups: { 'x.g': 'any' },
    links: [['a > x.g', { strength: 0.85 }], 'b > x.g'],
    workarounds: [{ for: 'x.g', capacity: 0.4 }],
  });
  const asked: Asked = { down: { a: 0, b: 0 }, workarounds: true };
  const { impact } = drawn.ask(asked);
  const explained = explain(drawn.graph, drawn.question(asked), impact, drawn.node('x'));
  const [group] = explained.steps[1].groups;
  expect(group.value).toBeCloseTo(0.15, 12);
  expect(group.covered).toBe(0.4);
  expect(group.links.map((l) => l.binding)).toEqual([true, false]);
  expect(group.workarounds).toMatchObject([{ workaround: 0, capacity: 0.4, via: -1 }]);
  expect(evaluateExplanation(explained)).toBe(0.4);
});

test('counterfactuals: the level without each outage that leads to the node', () => {
  const drawn = draw({ links: ['a > x', 'b > x', 'c > y'] });
  const question = drawn.question({ down: { a: 0, b: 0.5, c: 0 }, severed: ['c > y'] });
  expect(counterfactuals(drawn.graph, question, drawn.node('x'))).toEqual([
    { removed: { kind: 'outage', index: 0 }, level: 0.5 },
    { removed: { kind: 'outage', index: 1 }, level: 0 },
  ]);
  expect(counterfactuals(drawn.graph, question, drawn.node('y'))).toEqual([
    { removed: { kind: 'outage', index: 2 }, level: 0 },
    { removed: { kind: 'severed', index: 0 }, level: 0 },
  ]);
});
