/** Two records of one supplier become one on somebody's word, and two again on another. */
import { expect, test } from './server.ts';

test('duplicates are shown, merged with what moves told first, and taken apart again', async ({
  page,
  served,
}) => {
  const api = `${served.address}/api/v1`;
  const twin = { id: 'dxc-ltd', kind: 'supplier', name: 'DXC Technology Ltd' };
  await page.request.post(`${api}/nodes`, { data: twin });
  await page.request.post(`${api}/contracts`, { data: { id: 'c-twin', supplier: 'dxc-ltd' } });
  const before = await (await page.request.get(`${api}/document`)).text();

  await page.goto(`${served.address}/data`);
  await page.getByRole('link', { name: 'Possible duplicates' }).click();
  await page.getByRole('checkbox', { name: 'DXC Technology' }).check();
  await page.getByRole('button', { name: /Show what merging 1 group/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('1 contract moves: c-twin')).toBeVisible();
  expect(await (await page.request.get(`${api}/document`)).text()).toBe(before);

  await dialog.getByRole('button', { name: 'Merge 1 group' }).click();
  await expect(page.getByText('None of')).toBeVisible();
  expect((await page.request.get(`${api}/nodes/dxc-ltd`)).status()).toBe(404);

  await page.getByRole('button', { name: 'Undo the merging into DXC Technology' }).click();
  await expect(page.getByRole('checkbox', { name: 'DXC Technology' })).toBeVisible();
  expect(await (await page.request.get(`${api}/document`)).text()).toBe(before);
});

test('what nobody knows is asked about, noted, and leads to Explore', async ({ page, served }) => {
  await page.goto(`${served.address}/data/not-known`);
  const row = page.getByRole('row', { name: /999, Scotland/ });
  await row.getByRole('button', { name: 'Ask about 999, Scotland' }).click();
  await expect(page.getByLabel('Text to copy')).toHaveValue(/999, Scotland/);
  await page.getByLabel('Whom you asked').fill('Head of operations');
  await page.getByRole('button', { name: 'Note that I asked' }).click();
  await expect(row).toContainText('Head of operations');
  await row.getByRole('link', { name: '999, Scotland' }).click();
  await expect(page).toHaveURL(/select=999-scotland/);
});
