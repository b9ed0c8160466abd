import type { Page } from '@playwright/test';
import { expectNoneInLightAndDark } from './axe.ts';
import { visit } from './screens.ts';
import { expect, test } from './server.ts';

async function begin(page: Page, address: string, exercise: boolean): Promise<void> {
  await visit(page, address, '/incident?down=advanced');
  await page.getByLabel('Began, hours ago').fill('6');
  await page.getByLabel('Your name').fill('Ann');
  if (exercise) await page.getByLabel('This is an exercise').check();
  await page.getByRole('button', { name: /^Open the (incident|exercise)$/ }).click();
  await expect(page.getByRole('heading', { name: 'Log a check' })).toBeVisible();
}

async function log(page: Page, what: string, minutesAgo: number): Promise<void> {
  await page.getByLabel('What was checked?').fill(what);
  await page.getByRole('option', { name: what }).first().click();
  await page.getByLabel('Minutes ago').fill(String(minutesAgo));
  await page.getByRole('button', { name: 'Log this check' }).click();
  await expect(page.getByRole('region', { name: 'Checks' }).getByText(what)).toBeVisible();
}

test('what somebody saw counts until it is stale, and the report says what stands', async ({
  page,
  served,
}) => {
  await begin(page, served.address, false);
  const stopped = page.getByText('services stopped now').locator('..').locator('dd');
  const before = Number(await stopped.textContent());
  await log(page, 'Carenotes', 10);
  await expect(page.getByText(/^counts for 3\.8 hours more$/)).toBeVisible();
  await expect.poll(async () => Number(await stopped.textContent())).toBeLessThan(before);
  await log(page, 'Caresys', 300);
  await expect(page.getByText(/^stale for 1 hour: check again$/)).toBeVisible();
  await expectNoneInLightAndDark(page);
  await page.getByRole('button', { name: 'Report on it' }).click();
  await expect(page.getByRole('article', { name: 'Report' })).toContainText(/After 6 hours/);
});

test('players of an exercise see what is released and no results', async ({ page, served }) => {
  await begin(page, served.address, true);
  for (const [text, hour] of [
    ['The press asks for a line.', '1'],
    ['Paper runs out.', ''],
  ] as const) {
    await page.getByLabel('What are the players told?').fill(text);
    await page.getByLabel('At hour').fill(hour);
    await page.getByRole('button', { name: 'Add the inject' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: text })).toBeVisible();
  }
  await page.getByRole('button', { name: 'See it as a player' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/results .* are hidden/);
  await expect(page.getByText('The press asks for a line.')).toBeVisible();
  await expect(page.getByText('Paper runs out.')).toHaveCount(0);
  await page.getByRole('button', { name: 'I run this exercise' }).click();
  await page.getByRole('button', { name: 'Release now' }).click();
  await page.getByRole('button', { name: 'See it as a player' }).click();
  await expect(page.getByText('Paper runs out.')).toBeVisible();
  await expectNoneInLightAndDark(page);
  await page.getByRole('button', { name: 'Report on it' }).click();
  await expect(page.getByText('The results of this exercise are hidden')).toBeVisible();
});

test('what is assumed is changed under Hour by hour and taken over', async ({ page, served }) => {
  await begin(page, served.address, false);
  await page.getByRole('link', { name: 'Change what is assumed' }).click();
  const start = page.getByRole('slider', { name: 'Advanced: starts' });
  await start.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => new URL(page.url()).searchParams.get('out')).toBe('advanced!at1');
  await page.getByRole('link', { name: 'Back to the incident' }).click();
  await page.getByRole('button', { name: 'Assume it from now on' }).click();
  await expect(page.getByRole('button', { name: 'Assume it from now on' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Change what is assumed' }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('out')).toBe('advanced!at1');
});
