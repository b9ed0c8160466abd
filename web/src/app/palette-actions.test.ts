import { afterEach, expect, test } from 'vitest';
import { EMPTY_VIEW } from '../url/view.ts';
import { paletteActions } from './palette-actions.ts';

afterEach(() => window.history.replaceState(null, '', '/'));

test('every screen, and each part of Reliance, opens with the question kept', () => {
  window.history.replaceState(null, '', '/?down=advanced&measure=count');
  const opened: string[] = [];
  const control = { view: EMPTY_VIEW, change: () => {}, undo: undefined, redo: undefined };
  const actions = paletteActions(control, (address) => opened.push(address));
  for (const { label, act } of actions) if (label.startsWith('Open ')) act();
  const kept = 'down=advanced&measure=count';
  expect(opened).toContain(`/?${kept}`);
  for (const screen of ['hours', 'incident', 'report', 'data', 'data/duplicates']) {
    expect(opened).toContain(`/${screen}?${kept}`);
  }
  expect(opened).toContain(`/reliance?down=advanced&part=contracts&measure=count`);
});
