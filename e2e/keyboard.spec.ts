import type { Page } from '@playwright/test';
import { expect, test } from './server.ts';

/** Presses Tab until what has the focus fits. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((css) => document.activeElement?.matches(css) ?? false, selector))
      return;
  }
  throw new Error(`Tab never reached ${selector}`);
}

const GRAPH = '[role="listbox"][aria-label^="Graph"]';

async function arrowTo(page: Page, key: string, name: RegExp): Promise<void> {
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press(key);
    const selected = page.locator(`${GRAPH} [aria-selected="true"]`);
    await expect(selected).toHaveCount(1);
    if (name.test((await selected.textContent()) ?? '')) return;
  }
  throw new Error(`${key} never reached ${name}`);
}

test('Tab reaches the graph, arrows reach Advanced, D stops it and D again releases it', async ({
  page,
  served,
}) => {
  await page.goto(served.address);
  await expect(page.locator(GRAPH)).toBeAttached();
  await tabTo(page, GRAPH);
  await arrowTo(page, 'ArrowDown', /^Advanced, Supplier/);
  await page.keyboard.press('d');
  await expect(page).toHaveURL(/down=advanced/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('all four nations');
  await page.keyboard.press('d');
  await expect(page).not.toHaveURL(/down=/);
});

test('the graph has the keys after the first button, which goes away', async ({ page, served }) => {
  await page.goto(served.address);
  await page.getByRole('button', { name: 'Stop Advanced, August 2022' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/down=advanced/);
  await expect(page.locator(GRAPH)).toBeFocused();
});

test('arrows follow the links from the supplier to a nation and back', async ({ page, served }) => {
  await page.goto(`${served.address}/?down=advanced&select=advanced`);
  await expect(page.locator(`${GRAPH} [aria-selected="true"]`)).toHaveCount(1);
  await tabTo(page, GRAPH);
  await arrowTo(page, 'ArrowRight', /, Product\. Stopped/);
  await arrowTo(page, 'ArrowRight', /, Service\. (Stopped|Reduced)/);
  await arrowTo(page, 'ArrowRight', /^England|^Wales|^Scotland|^Northern Ireland/);
  await arrowTo(page, 'ArrowLeft', /, Service/);
});

test('Enter opens the panel, Esc closes it and gives the graph its focus back', async ({
  page,
  served,
}) => {
  await page.goto(`${served.address}/?down=advanced&select=adastra`);
  await expect(page.getByRole('complementary', { name: 'Adastra' })).toBeVisible();
  await tabTo(page, GRAPH);
  await page.keyboard.press('Enter');
  await expect(page.locator('#side-panel')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/select=/);
  await expect(page.locator(GRAPH)).toBeFocused();
});

test('Enter opens a group and a nation', async ({ page, served }) => {
  await page.goto(`${served.address}/?down=advanced&select=advanced`);
  const options = page.locator(`${GRAPH} [role="option"]`);
  await expect(options.filter({ hasText: /^10 suppliers/ })).toHaveCount(1);
  await tabTo(page, GRAPH);
  await arrowTo(page, 'ArrowDown', /^10 suppliers/);
  await expect(page.getByRole('complementary', { name: '10 suppliers' })).toBeVisible();
  await page.keyboard.press('d');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/open=supplier/);
  await expect(options.filter({ hasText: /^10 suppliers/ })).toHaveCount(0);
  await page.goto(`${served.address}/?down=advanced&select=wales`);
  await tabTo(page, GRAPH);
  await page.keyboard.press('Enter');
  await expect(options.filter({ hasText: /^Powys/ })).toHaveCount(1);
});

test('Ctrl K finds things and actions; Shift Enter stops what is found', async ({
  page,
  served,
}) => {
  await page.goto(served.address);
  const found = page
    .getByRole('listbox', { name: 'Found' })
    .getByRole('option', { selected: true });
  await page.keyboard.press('Control+k');
  await expect(found).toBeVisible();
  await page.keyboard.type('adastra');
  await expect(found).toContainText('Adastra');
  await page.keyboard.press('Shift+Enter');
  await expect(page).toHaveURL(/down=adastra/);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('show the tab');
  await expect(found).toContainText('Show the table');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'Result' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox', { name: 'Found' })).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('stop nothing');
  await expect(found).toContainText('Stop nothing');
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/down=/);
});
