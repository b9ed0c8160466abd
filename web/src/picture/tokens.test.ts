import { describe, expect, test } from 'vitest';
import { contrast } from './contrast.ts';
import { cssVariables, type Ink, lostInk, type Theme, tokens } from './tokens.ts';

const THEMES: readonly Theme[] = ['light', 'dark'];

/** Every text with the grounds that it stands on. */
const TEXTS: readonly (readonly [Ink, ...Ink[]])[] = [
  [
    'text',
    'surface',
    'page',
    'bracketFill',
    'unknownFill',
    'stoppedFill',
    'reducedFill',
    'lastOptionFill',
  ],
  ['secondary', 'surface', 'page', 'bracketFill'],
  ['accent', 'surface', 'page'],
  ['onAccent', 'accent'],
  ['stoppedText', 'stoppedFill', 'surface'],
  ['reducedText', 'reducedFill', 'surface'],
  ['lastOptionText', 'lastOptionFill', 'surface'],
  ['unknownText', 'unknownFill', 'surface'],
  ['checked', 'surface'],
  ['markedText', 'markedFill'],
];

const LINES: readonly (readonly [Ink, ...Ink[]])[] = [
  ['border', 'surface'],
  ['quiet', 'surface'],
  ['stoppedLine', 'surface', 'stoppedFill'],
  ['reducedLine', 'surface', 'reducedFill'],
  ['lastOptionLine', 'surface', 'lastOptionFill'],
  ['unknownLine', 'surface', 'unknownFill'],
  ['accent', 'surface'],
];

describe.each(THEMES)('the %s theme', (theme) => {
  const ink = tokens[theme];
  test.each(TEXTS)('reads: %s on its grounds has 4.5 : 1', (text, ...grounds) => {
    for (const ground of grounds) {
      expect(contrast(ink[text], ink[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });
  test.each(LINES)('shows: the line %s has 3 : 1', (line, ...grounds) => {
    for (const ground of grounds) {
      expect(contrast(ink[line], ink[ground]), `${line} on ${ground}`).toBeGreaterThanOrEqual(3);
    }
  });
  test('has a variable for every ink', () => {
    expect(Object.keys(cssVariables(theme))).toHaveLength(Object.keys(ink).length);
    expect(cssVariables(theme)['--mi-stopped-text']).toBe(ink.stoppedText);
  });
});

test('what is lost has five steps, and nothing lost has none', () => {
  const steps = [0, 0.01, 0.2, 0.21, 0.4, 0.5, 0.61, 0.8, 0.81, 1].map(lostInk);
  expect(steps).toEqual([
    undefined,
    'lost1',
    'lost1',
    'lost2',
    'lost2',
    'lost3',
    'lost4',
    'lost4',
    'lost5',
    'lost5',
  ]);
});
