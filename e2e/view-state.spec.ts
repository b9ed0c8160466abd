import { expect, test } from './server.ts';

test('undo and redo walk through every step of the view', async ({ page, served }) => {
  await page.goto(served.address);
  const undo = page.getByRole('button', { name: 'Undo the last change of the view' });
  await expect(undo).toBeDisabled();
  await page.getByRole('button', { name: 'Stop Advanced, August 2022' }).click();
  await page.getByRole('button', { name: /stopped$/ }).click();
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const table = page.getByRole('grid', { name: 'Result' });
  await expect(table).toBeVisible();
  await undo.click();
  await expect(table).toHaveCount(0);
  await expect(page).toHaveURL(/state=down/);
  await page.keyboard.press('Control+z');
  await expect(page).not.toHaveURL(/state=/);
  await page.keyboard.press('Control+z');
  await expect(page).not.toHaveURL(/down=/);
  await expect(undo).toBeDisabled();
  const redo = page.getByRole('button', { name: 'Redo', exact: true });
  await redo.click();
  await expect(page).toHaveURL(/down=advanced/);
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+Shift+z');
  await expect(table).toBeVisible();
  await expect(redo).toBeDisabled();
});

test('light and dark are chosen in the header and kept on this machine', async ({
  page,
  served,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`${served.address}/?down=advanced`);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByRole('button', { name: 'Light or dark' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect.poll(ground).toBe('rgb(20, 28, 37)');
  await page.reload();
  await expect.poll(ground).toBe('rgb(20, 28, 37)');
  await page.getByRole('button', { name: 'Light or dark' }).click();
  await page.getByRole('menuitemradio', { name: 'As the system' }).click();
  await expect.poll(ground).toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(ground).toBe('rgb(20, 28, 37)');
});

test('nothing moves for those who asked for less motion', async ({ page, served }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${served.address}/?down=advanced`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('NHS 111');
  const longest = () =>
    page.evaluate(() =>
      Math.max(
        0,
        ...document.getAnimations().map((one) => Number(one.effect?.getComputedTiming().endTime)),
      ),
    );
  await page.keyboard.press('Control+k');
  expect(await longest()).toBeLessThan(20);
  await expect(page.getByRole('dialog', { name: 'Find anything' })).toBeVisible();
  expect(await longest()).toBeLessThan(20);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Export/ }).click();
  expect(await longest()).toBeLessThan(20);
});
