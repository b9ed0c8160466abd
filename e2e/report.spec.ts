import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { visit } from './screens.ts';
import { expect, test } from './server.ts';

const address = (page: Page) => new URL(page.url()).searchParams;
const sheet = (page: Page) => page.getByRole('article', { name: 'Report' });

test('what is stopped on Explore becomes a report that is numbered, kept and taken away', async ({
  page,
  served,
}) => {
  await visit(page, served.address, '/?down=advanced');
  await page.getByRole('link', { name: 'Report', exact: true }).click();
  await expect(sheet(page).getByText('OFFICIAL-SENSITIVE')).toHaveCount(2);
  await page.getByLabel('Next report due in hours').fill('4');
  await expect(sheet(page).getByText(/next due/)).toBeVisible();
  await page.getByLabel('IIMARCH').check();
  await expect(sheet(page).getByRole('heading', { name: 'Intent' })).toBeVisible();
  await page.getByRole('button', { name: 'Keep as report 1' }).click();
  await expect(page.getByText('kept as it was made')).toBeVisible();
  expect(address(page).get('report')).toBe('if-this-stops-advanced!1');
  const headline = await sheet(page).locator('p[class*="headline"]').textContent();
  for (const [name, start] of [
    ['PDF', '%PDF-1.7'],
    ['Markdown', '**OFFICIAL-SENSITIVE**'],
    ['Annex CSV', 'id,kind,name'],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name, exact: true }).click();
    const text = (await readFile(await (await download).path())).toString('utf8');
    expect(text.startsWith(start), name).toBe(true);
    if (name === 'Markdown') expect(text).toContain((headline ?? 'missing').slice(0, 60));
  }
  await page.getByRole('button', { name: 'Write the next one' }).click();
  await expect(page.getByText('Draft of report 2')).toBeVisible();
  await expect(sheet(page).getByText('Nothing since report 1.')).toBeVisible();
});

test('the printed report is one page of paper, without the screen around it', async ({
  page,
  served,
}) => {
  await visit(page, served.address, '/report?down=advanced');
  await expect(sheet(page).getByRole('img')).toBeVisible();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
});
