import { expect, test } from './server.ts';

test('a copied address shows the same view to someone else', async ({ page, served, browser }) => {
  await page.goto(`${served.address}/?down=advanced&select=nhs-111-england`);
  await expect(page.getByRole('complementary').getByText(/about 15\s%\sleft/)).toBeVisible();
  const other = await browser.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('complementary').getByText(/about 15\s%\sleft/)).toBeVisible();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(
    (await page.getByRole('heading', { level: 1 }).textContent()) ?? '',
  );
  await other.close();
});

test('Back and Forward walk through the questions', async ({ page, served }) => {
  await page.goto(served.address);
  await page.getByRole('button', { name: 'Stop Advanced, August 2022' }).click();
  await expect(page).toHaveURL(/down=advanced/);
  await page.goBack();
  await expect(page.getByText('See who is hit when an IT supplier stops, and why.')).toBeVisible();
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('NHS 111');
});

test('an address that makes no sense opens the first view', async ({ page, served }) => {
  await page.goto(`${served.address}/?down=%00&select=((&as=nothing&depth=-4&v=x`);
  await expect(page.getByRole('button', { name: 'Stop Advanced, August 2022' })).toBeVisible();
});

test('an address that names something that is gone says so', async ({ page, served }) => {
  await page.goto(`${served.address}/?down=nobody-knows-this`);
  await expect(page.getByText(/nobody-knows-this/).first()).toBeVisible();
});
