/** Owners over time, exit plans and alternatives: written by form, shown where contracts are weighed. */
import { expect, test } from './server.ts';

const CONTRACT = 'FPL one-year extension';

test('an exit plan and alternatives go into the form and come out in the list by date', async ({
  page,
  served,
}) => {
  await page.goto(`${served.address}/reliance?part=contracts`);
  const row = page.getByRole('row', { name: new RegExp(CONTRACT) });
  await expect(row).toContainText('Exit plan not known');
  await row.getByRole('button', { name: CONTRACT }).click();
  const form = page.getByRole('dialog', { name: /^Edit/ });
  await form.getByText('The way out').click();
  await form.getByRole('combobox', { name: 'Exit plan' }).selectOption('tested');
  await form.getByLabel('Alternatives').fill('dxc; Another Ltd');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('On which day was it tested?')).toBeVisible();
  await form.getByLabel('Tested on').fill('2026-03-01');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);
  await expect(row).toContainText('Exit plan tested 1 March 2026, or DXC Technology, Another Ltd');
  await row.getByRole('link', { name: 'DXC Technology' }).click();
  await expect(page).toHaveURL(/select=dxc/);
});

test('owners over time are written by form, and shares of a past day follow them', async ({
  page,
  served,
}) => {
  const api = `${served.address}/api/v1`;
  const holder = { id: 'old-holder', kind: 'supplier', name: 'Old Holder' };
  await page.request.post(`${api}/nodes`, { data: holder });
  await page.goto(`${served.address}/?select=dxc`);
  await page.getByRole('complementary').getByRole('button', { name: 'Edit', exact: true }).click();
  const form = page.getByRole('dialog', { name: /^Edit / });
  await form.getByText('Owners over time').first().click();
  await form.getByRole('button', { name: 'Add an owner' }).click();
  await form.getByRole('combobox', { name: 'Owner', exact: true }).fill('Old');
  await page.getByRole('option', { name: /Old Holder/ }).click();
  await form.getByLabel('First day').fill('2020-01-01');
  await form.getByLabel('Last day').fill('2025-06-30');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByRole('complementary')).toContainText(
    'Old Holder: 1 January 2020 to 30 June 2025',
  );
  const heldBy = async (day: string) => {
    await page.goto(`${served.address}/reliance?by=owner&measure=count&on=${day}`);
    return page.getByRole('table').getByRole('link', { name: 'Old Holder' });
  };
  await expect(await heldBy('2025-06-30')).toBeVisible();
  await expect(await heldBy('2025-07-01')).toHaveCount(0);
});
