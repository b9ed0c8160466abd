import { expect, test } from './server.ts';

test('a lost server is said, nothing old is passed off as new, and all comes back with it', async ({
  page,
  served,
}) => {
  await page.goto(`${served.address}/?down=advanced`);
  const answer = page.getByRole('heading', { level: 1 });
  await expect(answer).toContainText('NHS 111');
  await served.kill();
  await page.getByRole('button', { name: /^Other ways of working/ }).click();
  await page.getByRole('menuitemradio', { name: 'other ways of working', exact: true }).click();
  await expect(page.getByText(/Do not take this as safe/).first()).toBeVisible();
  await served.restart();
  await expect(page.getByText(/Do not take this as safe/)).toHaveCount(0, { timeout: 60_000 });
  await expect(answer).toContainText('NHS 111');
});

test('a part that is first opened while the server is gone comes once it is back', async ({
  page,
  served,
}) => {
  await page.goto(`${served.address}/?down=advanced`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('NHS 111');
  await page.waitForLoadState('networkidle');
  await served.kill();
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(page.getByText('The server does not answer.')).toBeVisible();
  await served.restart();
  await expect(page.getByRole('row', { name: /^Care-home management/ })).toContainText('Stopped', {
    timeout: 60_000,
  });
});
