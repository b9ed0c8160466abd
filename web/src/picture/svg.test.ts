import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pictureOf } from './picture.ts';
import { escapeXml, pictureSvg } from './svg.ts';
import { node, randomView, smallView, viewOf } from './testing.ts';

/** Faults of well-formedness: tags that do not match, bare signs in text, unquoted attributes. */
function faults(xml: string): string[] {
  const found: string[] = [];
  const open: string[] = [];
  const TAG = /<(\/?)([A-Za-z]+)((?:\s+[A-Za-z-:]+="[^"<]*")*)\s*(\/?)>/y;
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const text = xml.slice(at, next < 0 ? xml.length : next);
    if (/&(?!(amp|lt|gt|quot|#\d+);)|>/.test(text)) found.push(`bare sign in ${text}`);
    if (next < 0) break;
    TAG.lastIndex = next;
    const tag = TAG.exec(xml);
    if (!tag) return [...found, `no tag at ${xml.slice(next, next + 60)}`];
    const [whole, end, name, attributes, single] = tag;
    if (/&(?!(amp|lt|gt|quot);)/.test(attributes!)) found.push(`bare & in ${attributes}`);
    if (end && open.pop() !== name) found.push(`</${name}> closes something else`);
    if (!end && !single) open.push(name!);
    at = next + whole.length;
  }
  return [...found, ...open];
}

const state = { width: 1100, theme: 'light' } as const;

describe('the SVG of a picture', () => {
  test('is well-formed, whatever the names', () => {
    const names = fc.array(fc.string({ unit: 'binary', minLength: 1 }), { maxLength: 12 });
    fc.assert(
      fc.property(names, (all) => {
        const view = viewOf(all.map((name, i) => node(`n${i}`, 'service', { name })));
        expect(faults(pictureSvg(pictureOf(view, state)))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('is well-formed for any view', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 120 }), (seed, size) => {
        expect(faults(pictureSvg(pictureOf(randomView(seed, size), state)))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test('holds the whole name of every card that is shown, cut or not', () => {
    const view = randomView(7, 80);
    const picture = pictureOf(view, { ...state, width: 700 });
    const svg = pictureSvg(picture);
    for (const box of picture.boxes) expect(svg).toContain(escapeXml(box.name));
  });

  test('has a title and a description, and the sentence where one is given', () => {
    const svg = pictureSvg(pictureOf(smallView(), state), { description: '1 service is reduced.' });
    expect(svg).toContain('<title id="title">A test</title>');
    expect(svg).toContain('<desc id="description">1 service is reduced.</desc>');
  });

  test('says every state in words', () => {
    const svg = pictureSvg(pictureOf(smallView(), state));
    for (const words of [
      'Stopped',
      '15\u00a0% left',
      'Last option',
      '3 not known',
      'Switched off',
    ]) {
      expect(svg).toContain(words);
    }
  });
});
