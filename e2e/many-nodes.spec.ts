import type { Page } from '@playwright/test';
import { load } from './api.ts';
import { bigGraph } from './graphs.ts';
import { expect, test } from './server.ts';

const SERVICES = 590;
const options = (page: Page) =>
  page.locator('[role="listbox"][aria-label^="Graph"] [role="option"]');

test('of 700 things 500 are drawn, the rest stands in counted groups that open', async ({
  page,
  served,
}) => {
  await load(served.address, bigGraph(SERVICES));
  await page.goto(`${served.address}/?show=all`);
  await expect(page.getByText(/^500 of 700 shown · 200 in \d+ groups?$/)).toBeVisible();
  const group = options(page)
    .filter({ hasText: /^\d+ services, / })
    .first();
  const count = Number.parseInt((await group.textContent()) ?? '', 10);
  expect(count).toBeGreaterThan(50);
  await page.locator('[role="listbox"][aria-label^="Graph"]').focus();
  await group.dispatchEvent('click');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^550 of 700 shown · 150 in \d+ groups?$/)).toBeVisible();
  await expect(options(page).filter({ hasText: `${count - 50} services, ` })).toHaveCount(1);
});

test('stopping one of 500 drawn things is painted at once, and time is told', async ({
  page,
  served,
}, info) => {
  await load(served.address, bigGraph(SERVICES));
  await page.goto(`${served.address}/?show=all&select=supplier-0`);
  await expect(page.getByText(/of 700 shown/)).toBeVisible();
  await expect(page.locator('canvas').first()).toBeVisible();
  const drawing = page.locator('canvas').last();
  const before = await drawing.screenshot();
  const started = Date.now();
  await page.keyboard.press('d');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    /services stop or are reduced/,
  );
  await expect(options(page).filter({ hasText: /^Supplier 0, Supplier\. Stopped/ })).toHaveCount(1);
  info.annotations.push({ type: 'stop → answer', description: `${Date.now() - started} ms` });
  expect((await drawing.screenshot()).equals(before)).toBe(false);
});
