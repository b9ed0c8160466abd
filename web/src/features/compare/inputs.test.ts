import { expect, test } from 'vitest';
import { inputLine } from './inputs.ts';

const nameOf = () => 'Advanced';

test('a path becomes a line that people read', () => {
  expect(inputLine({ path: '$.workarounds', b: false }, nameOf)).toEqual({
    what: 'Other ways of working',
    a: 'counted',
    b: 'not counted',
  });
  expect(inputLine({ path: '$.outages[0].startHour', a: 4, b: 30 }, nameOf)).toEqual({
    what: 'Advanced: starts',
    a: 'hour 4',
    b: 'hour 30',
  });
  expect(inputLine({ path: '$.outages[0].durationHours.low', a: 240, b: 480 }, nameOf)).toEqual({
    what: 'Advanced: lasts at least',
    a: '10 days',
    b: '20 days',
  });
  expect(inputLine({ path: '$.isolations[0].release[1].level', a: 0.5, b: 1 }, nameOf)).toEqual({
    what: 'Advanced: stage 2 back to',
    a: '50\u00a0%',
    b: '100\u00a0%',
  });
  expect(inputLine({ path: '$.outages[1]', b: { id: 'x' } }, nameOf)).toEqual({
    what: 'Advanced: stopped',
    a: 'not there',
    b: 'there',
  });
});
