import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { post } from './api.ts';
import { expect, test } from './server.ts';

async function exported(page: Page, item: string | RegExp) {
  await page.getByRole('button', { name: /^Export/ }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item, exact: true }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

async function drawing(page: Page, address: string) {
  await page.goto(`${address}/?down=advanced`);
  const cards = page.locator('[role="listbox"][aria-label^="Graph"] [role="option"]');
  await expect(cards.filter({ hasText: /^Advanced, Supplier\. Stopped/ })).toHaveCount(1);
  await page.waitForLoadState('networkidle');
  return cards.allTextContents();
}

/** What a browser makes of the SVG on its own: its size, its titles and texts, or why it is broken. */
function openSvg(page: Page, source: string) {
  return page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    const list = (name: string) => [...parsed.querySelectorAll(name)].map((one) => one.textContent);
    const root = parsed.documentElement;
    return {
      broken: parsed.querySelector('parsererror')?.textContent,
      size: [Number(root.getAttribute('width')), Number(root.getAttribute('height'))],
      titles: list('title'),
      description: list('desc')[0],
      texts: list('text').length,
      outside: text.match(/(href|src)=|url\(http/g),
    };
  }, source);
}

test('the SVG is well formed, stands alone, and names everything that is drawn', async ({
  page,
  served,
}) => {
  const drawn = await drawing(page, served.address);
  const { name, bytes } = await exported(page, 'SVG');
  expect(name).toBe('nhs-111-august-2022.svg');
  const svg = await openSvg(page, bytes.toString('utf8'));
  expect(svg.broken).toBeUndefined();
  expect(svg.titles).toEqual(expect.arrayContaining(drawn));
  expect(svg.texts).toBeGreaterThan(drawn.length);
  expect(svg.description).toContain('NHS 111');
  expect(svg.outside).toBeNull();
  expect(bytes.toString('utf8')).toContain('data:font/woff2;base64,');
});

test('the PNG is the same picture at twice its size', async ({ page, served }) => {
  await drawing(page, served.address);
  const svg = await openSvg(page, (await exported(page, 'SVG')).bytes.toString('utf8'));
  const { bytes } = await exported(page, 'PNG');
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const size = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  expect(size).toEqual(svg.size.map((side) => Math.ceil(side * 2)));
});

const PEOPLE = 7;
const plain = (text: string) => text.replaceAll('\u00a0', ' ').trim().toLowerCase();

test('the CSV has the rows of the table, in its order and its words', async ({ page, served }) => {
  // So tall that every row is drawn: the table draws only what is in sight.
  await page.setViewportSize({ width: 1440, height: 2400 });
  await page.goto(`${served.address}/?down=advanced&as=table&kind=region`);
  const table = page.getByRole('grid', { name: 'Result' });
  const download = page.getByRole('button', { name: /^CSV of these 37 rows$/ });
  await expect(download).toBeEnabled();
  await table.getByRole('button', { name: 'People' }).click();
  await expect(table.getByRole('columnheader', { name: 'People' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  const shown = await table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('td > span:last-child')].map((one) => one.textContent),
      ),
    );
  const coming = page.waitForEvent('download');
  await download.click();
  const text = await readFile(await (await coming).path(), 'utf8');
  const [head, ...rows] = parse(text, { bom: true }) as string[][];
  expect(head?.[0]).toBe('Name');
  expect(shown).toHaveLength(37);
  const words = rows.map((row) => row.slice(0, shown[0]?.length).map(plain));
  // People are a number that a spreadsheet can add up.
  const asNumber = (one: string, at: number) => (at === PEOPLE ? one.replaceAll(',', '') : one);
  expect(words).toEqual(shown.map((row) => row.map((one, at) => asNumber(plain(one ?? ''), at))));
  expect(head?.slice(9)).toEqual(['Left, %', 'At least left, %', 'At most left, %']);
  expect(rows[0]?.[9]).toMatch(/^\d+(\.\d)?$/);
});

test('the document is the one of the API, byte for byte, and loads again without a change', async ({
  page,
  served,
}) => {
  await drawing(page, served.address);
  const { bytes } = await exported(page, /^Graph document/);
  const api = await fetch(`${served.address}/api/v1/document`);
  expect(bytes.equals(Buffer.from(await api.arrayBuffer()))).toBe(true);
  const again = await post<{ difference: { created: number; updated: number; removed: number } }>(
    served.address,
    '/import',
    { text: bytes.toString('utf8'), dryRun: true },
  );
  expect(again.difference).toMatchObject({ created: 0, updated: 0, removed: 0 });
});

for (const name of ['Workbook', 'GraphML', 'GEXF', 'Cypher script', 'contracts.csv']) {
  test(`${name} is handed over as a file`, async ({ page, served }) => {
    await page.goto(`${served.address}/data`);
    const coming = page.waitForEvent('download');
    await page.getByRole('region', { name: 'Files' }).getByRole('link', { name }).last().click();
    expect((await readFile(await (await coming).path())).byteLength).toBeGreaterThan(100);
  });
}
