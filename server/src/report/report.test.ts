import type { Report, Scenario } from '@msp-impact/contract';
import * as contract from '@msp-impact/contract';
import { Value } from 'typebox/value';
import { beforeAll, expect, test } from 'vitest';
import { sampleDocument } from '../samples.ts';
import { sampleScenario } from '../scenario/replay.ts';
import { simulateScenario } from '../scenario/simulated.ts';
import { buildSnapshot } from '../snapshot/build.ts';
import { memoryReader } from '../store/memory-reader.ts';
import { annexOf } from './annex.ts';
import { latin } from './latin.ts';
import { makeReport } from './make.ts';
import { markdownOf } from './markdown.ts';
import { pageOf } from './page.ts';
import { pdfOf } from './pdf.ts';
import { leftOut, pictureText } from './picture.ts';

const numbered = { series: 's', number: 1, at: '2022-08-05T11:00:00.000Z', author: 'ann' };

async function reportOf(choices: object, more: object = {}, change?: Partial<Scenario>) {
  const document = sampleDocument('advanced-2022');
  const scenario = { ...sampleScenario('advanced-2022'), ...change } as Scenario;
  if (!document) throw new Error('the sample is missing');
  const reader = memoryReader(document);
  const simulated = simulateScenario(buildSnapshot(await reader.columns()), scenario);
  if (!simulated.ok) throw new Error(simulated.faults[0]?.reason);
  return makeReport(simulated.value, reader, choices, { ...numbered, ...more });
}

let report: Report;
beforeAll(async () => {
  report = await reportOf({ atHour: 30, nextDueHours: 4 });
});

test('a report holds what the contract says, numbered, dated, and when the next is due', () => {
  expect(Value.Errors(contract.Report, report)).toEqual([]);
  expect(report.nextDue).toBe('2022-08-05T15:00:00.000Z');
  expect(report.marking).toBe('OFFICIAL-SENSITIVE');
  expect(report.rows.find(({ id }) => id === 'nhs-111-england')).toMatchObject({ level: 0.4 });
  expect(report.risk).toMatch(
    /^Because Staffplan login server could be broken into, everything in "advanced health and care" could be switched off together, .* could cut itself off from Odyssey and 1 more cause could add to it, there is a risk that NHS 111, England, .* fall below normal, leading to 2 missed limits, the first after 6 hours and .* \(.*\) person-hours lost\.$/,
  );
});

test('services are counted with what they may be, from surely to possibly', async () => {
  const { down, degraded, ranges } = report.counts;
  expect(ranges).toBeDefined();
  for (const [n, range] of [
    [down, ranges?.down],
    [degraded, ranges?.degraded],
  ] as const) {
    expect(range?.low).toBeLessThanOrEqual(n);
    expect(range?.high).toBeGreaterThanOrEqual(n);
  }
  expect(markdownOf(report)).toMatch(
    /\d+ services? \(\d+–\d+\) (is|are) stopped, \d+ \(\d+–\d+\) reduced/,
  );
  const before = await reportOf({ atHour: 0 }, {}, { outages: [], isolations: [], cuts: [] });
  expect(before.counts).toMatchObject({ down: 0, degraded: 0 });
});

test('Markdown shows names as text, whatever they hold', async () => {
  const name = 'A | B\n# [x](javascript:1) <b> *';
  const text = markdownOf(await reportOf({ marking: '' }, {}, { name }));
  expect(text.startsWith('# A \\| B \\# \\[x\\](javascript:1) \\<b\\> \\*\n')).toBe(true);
  expect(text).toContain('| Service | Left | Range | State | Normal again |');
});

test('the headings of IIMARCH come in their order', async () => {
  const text = markdownOf(await reportOf({ headings: 'iimarch' }));
  const found = [...text.matchAll(/^## (\w+)/gm)].map(([, word]) => word?.[0]);
  expect([...new Set(found)].join('')).toBe('IMARCH');
});

test('the PDF is one tagged page of the sample, in English, with a text for its picture', async () => {
  const text = (await pdfOf(report)).toString('latin1');
  expect(text.startsWith('%PDF-1.7')).toBe(true);
  expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
  for (const part of [
    '/StructTreeRoot',
    '/Lang (en-GB)',
    '/S /H1',
    '/S /TH',
    '/Scope /Column',
    '/Alt (What is hit',
  ]) {
    expect(text).toContain(part);
  }
});

test('letters that the fonts of a PDF lack are replaced, not lost', () => {
  expect(latin('Ärzte → Łódź ≥ 50 % 😀')).toBe('Ärzte -> ?ódz >= 50 % ?');
});

test('the annex has a row for each hit node, formulas made harmless', () => {
  const rows = annexOf(report).trimEnd().split('\r\n');
  expect(rows).toHaveLength(report.rows.length + 1);
  expect(rows[0]).toContain('limit missed hour');
  const first = report.rows[0] as Report['rows'][number];
  const evil = annexOf({ ...report, rows: [{ ...first, name: '=1+1' }] });
  expect(evil).not.toMatch(/,=1\+1,/);
});

test('a later report says what has changed since', async () => {
  const later = await reportOf({ atHour: 2000 }, { number: 2, previous: report });
  expect(later.changes?.some((line) => /: \S.*, now (working|reduced|stopped)\.$/.test(line))).toBe(
    true,
  );
  const same = await reportOf({ atHour: 30 }, { number: 3, previous: report });
  expect(same.changes).toEqual(['Nothing since report 1.']);
});

test('contacts are in it only where that was asked for, and it says so', async () => {
  const owner = { name: 'A. Duty', contact: '01 234' };
  const [plain, ticked] = [await reportOf({}, {}, {}), await reportOf({ contacts: true })];
  const withOwner = (one: Report) => ({
    ...one,
    calls: [{ id: 'a', name: 'A', owner: owner.name }],
  });
  expect(JSON.stringify(plain.calls)).not.toContain('"contact"');
  expect(markdownOf(withOwner(plain))).toContain('Contacts are left out.');
  expect(markdownOf(withOwner(ticked))).toContain('| Contact |');
});

test('the page has the words of the Markdown, and the rows of its picture', () => {
  const page = pageOf(report, false);
  expect(Value.Errors(contract.ReportPage, page)).toEqual([]);
  for (const { heading } of page.parts) expect(markdownOf(report)).toContain(`## ${heading}`);
  const ids = new Set(page.report.rows.map(({ id }) => id));
  expect(page.picture.ids.every((id) => ids.has(id))).toBe(true);
});

test('its table says how far it goes: what misses its limit first, then what is stopped', async () => {
  const { rows, counts } = report;
  const services = rows.filter(({ kind }) => kind === 'service');
  expect(services[0]?.id).toBe('nhs-111-england');
  expect(counts.down).toBe(1);
  expect(services.slice(0, 3).some(({ state }) => state === 'down')).toBe(true);
  const text = markdownOf(report);
  expect(text).toContain(`the first 8 of ${services.length} that are hit`);
  expect(text).toContain(
    '2 limits are missed, 6 more may be if things go badly. The first 6 of 8.',
  );
});

test('a check that counts is named from the moment it was made until it is stale', async () => {
  const seen = {
    id: 'nhs-111-england',
    level: 0,
    startHour: 5.75,
    durationHours: 4,
    seenBy: 'Ann',
  };
  const at = (atHour: number) => reportOf({ atHour }, {}, { observations: [seen] });
  const told = 'NHS 111, England stopped (Ann, 2022-08-04 11:45 UTC)';
  expect(markdownOf(await at(5.7))).not.toContain('Checked');
  const first = await at(5.75);
  expect(markdownOf(first)).toContain(told);
  expect(first.rows[0]).toMatchObject({ id: 'nhs-111-england', state: 'down' });
  expect(Value.Errors(contract.Report, first)).toEqual([]);
  expect(markdownOf(await at(9.75))).not.toContain('Checked');
  const works = await reportOf({ atHour: 6 }, {}, { observations: [{ ...seen, level: 1 }] });
  expect(markdownOf(works)).toContain('NHS 111, England working (Ann');
});

test('the picture says what it does not draw', () => {
  const hidden = report.rows.filter(({ kind }) => kind === 'service').length - 6;
  expect(leftOut(report)).toContain(`${hidden} more services`);
  expect(pictureText(report)).toContain(String(leftOut(report)));
  expect(leftOut({ ...report, rows: report.rows.slice(0, 1) })).toBeUndefined();
});
