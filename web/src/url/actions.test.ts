import { expect, test } from 'vitest';
import * as act from './actions.ts';
import { questionOf, viewOfQuestion, viewRequestOf } from './question.ts';
import { EMPTY_VIEW } from './view.ts';

test('stopping twice releases again', () => {
  const once = act.toggleStop(EMPTY_VIEW, 'advanced');
  expect(once.down).toEqual([{ id: 'advanced' }]);
  expect(act.toggleStop(once, 'advanced').down).toEqual([]);
});

test('what was seen to work is not stopped at the same time', () => {
  const stopped = act.stopOne(EMPTY_VIEW, { id: 'adastra' });
  const seen = act.observe(stopped, 'adastra', 1);
  expect(seen.down).toEqual([]);
  expect(act.stopOne(seen, { id: 'adastra' }).observed).toEqual([]);
});

test('a new question closes what was opened and filtered for the old one', () => {
  const looked = act.toggleState(act.openMore(EMPTY_VIEW, 'service:hit'), 'down');
  const next = act.stopOne(looked, { id: 'a' });
  expect(next.open).toEqual([]);
  expect(next.states).toEqual([]);
});

test('the same question has one form, whatever else is looked at', () => {
  const view = act.selectOne(act.stopOne(EMPTY_VIEW, { id: 'a' }), 'b');
  expect(questionOf(view)).toEqual({ down: [{ id: 'a' }] });
  expect(viewRequestOf(view)).toEqual({
    question: { down: [{ id: 'a' }] },
    show: 'hit',
    keep: ['b'],
  });
});

test('a recorded question becomes a view and comes back', () => {
  const question = { down: [{ id: 'a', level: 0.5 }], isolate: ['z'], workarounds: true };
  expect(questionOf({ ...EMPTY_VIEW, ...viewOfQuestion(question) })).toEqual(question);
});

test('a range becomes its likely value, or else its middle', () => {
  const range = { low: 0.2, high: 0.4 };
  expect(viewOfQuestion({ down: [{ id: 'a', level: range }] }).down[0]?.level).toBeCloseTo(0.3);
});
