import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectNoneInLightAndDark } from './axe.ts';
import { expect, test } from './server.ts';

const EXAMPLES = new URL('../docs/importers/examples/', import.meta.url);
const file = (name: string) => new URL(name, EXAMPLES).pathname;

/** The example with numbers of its own: its contracts are in the sample already, and linked. */
const REGISTER = readFileSync(file('register.csv'), 'utf8').replaceAll(/^ocds-/gm, 'test-');

async function bring(page: Page, address: string, ...names: (string | { csv: string })[]) {
  await page.goto(`${address}/data`);
  const files = names.map((name) =>
    typeof name === 'string'
      ? file(name)
      : { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(name.csv) },
  );
  await page.getByLabel('Files to bring in').setInputFiles(files as string[]);
}

test('a register shows reliance, and its contracts are linked to services', async ({
  page,
  served,
}) => {
  await bring(page, served.address, { csv: REGISTER });
  const columns = page.getByRole('region', { name: 'Columns of list.csv' });
  await expect(columns.getByLabel('What list holds')).toHaveValue('contracts');
  await expect(columns.getByLabel('What Current end date means')).toHaveValue('end');
  await columns.getByLabel('What Category means').selectOption('framework');
  await expect(columns.getByRole('row', { name: /Category/ })).toContainText('as you said');
  await columns.getByLabel('Name to save this mapping under').fill('Notices');
  await columns.getByRole('button', { name: 'Save the mapping' }).click();
  await expect(page.getByText('Saved what the columns mean as “Notices”.')).toBeVisible();
  await page.getByRole('radio', { name: /for the whole time/ }).check();
  await expect(page.getByRole('button', { name: 'Load', exact: true })).toBeEnabled();
  await expectNoneInLightAndDark(page);
  await page.getByRole('button', { name: 'Load', exact: true }).click();
  const link = page.getByRole('region', { name: 'Link contracts to services' });
  await expect(link).toContainText(/To see who is hit, link \d+ contracts to services/);
  await expect(link.getByRole('row').nth(1)).toContainText('15,158,695 GBP');
  await expectNoneInLightAndDark(page);
  // Words alike are a hint only: what the contract serves is for a person to choose.
  const first = 'National Out Of Hours Systems';
  await expect(link.getByRole('checkbox', { name: `Link ${first}` })).toBeDisabled();
  await link.getByLabel(`What ${first} serves`).selectOption('GP out-of-hours, Scotland');
  await link.getByRole('checkbox', { name: `Link ${first}` }).check();
  await link.getByRole('button', { name: /^Link \d+ contract/ }).click();
  await expect(page.getByText(/^Linked \d+ contract/).first()).toBeVisible();
});

test('a cell is put right in place, and the impact analysis is loaded', async ({
  page,
  served,
}) => {
  const csv = 'Activity,MTPD,Systems\nPayroll of the test,4-8 hours,Ledger X\n';
  await bring(page, served.address, { csv });
  await expect(page.getByText('A business impact analysis: 1 row read.')).toBeVisible();
  await page.getByRole('button', { name: '4-8 hours' }).click();
  await page.getByRole('textbox', { name: 'MTPD of row 2' }).fill('8 hours');
  await page.getByRole('button', { name: 'Check again with 1 correction' }).click();
  await expect(page.getByRole('region', { name: 'Problems' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Load', exact: true }).click();
  await expect(page).toHaveURL(`${served.address}/?select=payroll-of-the-test`);
  const answer = await fetch(`${served.address}/api/v1/nodes/payroll-of-the-test`);
  expect((await answer.json()).item.tolerance).toEqual({ minimumLevel: 0.5, maxHours: 8 });
});

test('a workbook is read as its bytes, a large list as a job', async ({ page, served }) => {
  await bring(page, served.address, 'workbook.xlsx');
  await expect(page.getByText(/A workbook: \d+ rows read/)).toBeVisible();
  await expect(
    page.getByRole('region', { name: /Columns of workbook.xlsx/ }).first(),
  ).toBeVisible();
  const rows = Array.from(
    { length: 160_000 },
    (_, i) => `made-node-${i},service,Made for the test ${i}`,
  );
  await bring(page, served.address, { csv: `id,kind,name\n${rows.join('\n')}\n` });
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('It was cancelled; nothing was changed.')).toBeVisible();
});
