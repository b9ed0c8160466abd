import { describe, expect, test } from 'vitest';
import { fitName, fitText, measureInter } from './measure.ts';
import {
  countWords,
  partsWord,
  peopleWords,
  percent,
  rangeWords,
  stateSentence,
  valueWords,
  withoutArea,
} from './words.ts';

const plain = (text: string) => text.replace(/\u00a0/g, ' ');

describe('words', () => {
  test('a share that is neither nothing nor all never reads as 0 or 100 %', () => {
    expect([0, 0.001, 0.15, 0.999, 1].map((x) => plain(percent(x)))).toEqual([
      '0 %',
      '1 %',
      '15 %',
      '99 %',
      '100 %',
    ]);
  });

  test('each state has its word', () => {
    const value = (state: 'up' | 'at-risk' | 'degraded' | 'down' | 'unknown', level: number) =>
      plain(valueWords({ state, level }));
    expect(value('down', 0.04)).toBe('Stopped');
    expect(value('degraded', 0.15)).toBe('15 % left');
    expect(value('at-risk', 1)).toBe('Last option');
    expect(value('unknown', 1)).toBe('Not known');
    expect(value('up', 1)).toBe('');
  });

  test('a reduced state says its range and its cause', () => {
    const range = { low: 0.1, high: 0.25 };
    const said = stateSentence({ state: 'degraded', level: 0.15, range, cause: 'isolated' });
    expect(plain(said)).toBe('Reduced: 15 % left (10–25 %), switched off by its supplier');
    expect(plain(rangeWords(range))).toBe('10–25 %');
  });

  test('people are counted as people say it', () => {
    expect([950, 12_345, 999_600, 56_286_961].map((n) => plain(peopleWords(n)))).toEqual([
      '950 people',
      '12,000 people',
      '1.0 M people',
      '56.3 M people',
    ]);
  });

  test('a service leaves out the nation in whose card it stands', () => {
    expect(withoutArea('NHS 111, England', 'England')).toBe('NHS 111');
    expect(withoutArea('NHS 111 (England)', 'England')).toBe('NHS 111');
    expect(withoutArea('NHS 111 Wales', 'Wales')).toBe('NHS 111');
    expect(withoutArea('Calls in Wales', 'Wales')).toBe('Calls');
    expect(withoutArea('Phone First, N. Ireland', 'Northern Ireland')).toBe('Phone First');
    expect(withoutArea('England', 'England')).toBe('England');
    expect(withoutArea('Wales Ambulance', 'Wales')).toBe('Wales Ambulance');
  });

  test('parts are called what their names say', () => {
    expect(partsWord(['Powys Teaching Health Board', 'Hywel Dda Health Board'])).toBe(
      'health boards',
    );
    expect(partsWord(['NHS Fife', 'NHS Lothian'])).toBe('health boards');
    expect(partsWord(['Belfast Trust'])).toBe('trust');
    expect(partsWord(['London', 'North West'])).toBe('regions');
  });

  test('services are counted by state', () => {
    expect(countWords(['down', 'down', 'degraded', 'up'])).toBe('2 stopped, 1 reduced');
    expect(countWords(['up'])).toBe('');
  });
});

describe('measured text', () => {
  test('is cut so that it fits, and only then', () => {
    expect(fitText('NHS 111', 200, 12.5, 600)).toBe('NHS 111');
    const cut = fitText('Ambulance transfer, England', 80, 12.5, 600);
    expect(cut).toMatch(/^Ambul.*…$/);
    expect(measureInter(cut, 12.5, 600)).toBeLessThanOrEqual(80);
    expect(fitText('Anything', 3, 12.5, 600)).toBe('');
  });

  test('keeps a short tail that tells a name from its neighbours', () => {
    const cut = fitName(['GP out-of-hours, Wales'], 110, 12.5, 600, measureInter);
    expect(cut).toMatch(/^GP out.*…, Wales$/);
    expect(measureInter(cut, 12.5, 600)).toBeLessThanOrEqual(110);
  });

  test('is as wide as Inter, and wider when heavier', () => {
    expect(measureInter('0123456789', 10, 400)).toBeCloseTo(59.2, 0);
    expect(measureInter('Adastra', 12.5, 650)).toBeGreaterThan(measureInter('Adastra', 12.5, 400));
  });
});
