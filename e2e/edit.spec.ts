import type { Page } from '@playwright/test';
import { change, read } from './api.ts';
import { expect, test } from './server.ts';

const LINK = 'adastra->nhs-111-england';
const RANGE = 'Known only as a range (Relies on it for)';
const linkAddress = `/?down=advanced&link=${encodeURIComponent(LINK)}`;

async function editNode(page: Page, address: string, id: string) {
  await page.goto(`${address}/?down=advanced&select=${id}`);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Edit', exact: true }).click();
  const form = page.getByRole('dialog', { name: /^Edit / });
  await expect(form.getByRole('textbox', { name: 'Name' })).not.toHaveValue('');
  return form;
}

async function editLink(page: Page, address: string) {
  await page.goto(address + linkAddress);
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: 'Edit', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Edit link' });
  await expect(form.getByRole('checkbox', { name: RANGE })).toBeVisible();
  return form;
}

test('an edited name is everywhere at once, and Undo takes it back', async ({ page, served }) => {
  const form = await editNode(page, served.address, 'adastra');
  await form.getByRole('textbox', { name: 'Name' }).fill('Adastra Four');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Adastra Four' })).toBeVisible();
  await expect(page.getByRole('option', { name: /^Adastra Four/ })).toHaveCount(1);
  const said = page.getByRole('status', { name: 'Messages' });
  await expect(said).toContainText('Saved Adastra Four.');
  await said.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: 'Adastra', exact: true })).toBeVisible();
});

test('a weaker link leaves more of NHS 111, and the answer says so', async ({ page, served }) => {
  const form = await editLink(page, served.address);
  await form.getByRole('checkbox', { name: RANGE }).uncheck();
  await form.getByLabel('Relies on it for, %').fill('40');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByRole('complementary')).toContainText(/relies on Adastra for 40\s%/);
  await page.getByRole('complementary').getByRole('button', { name: 'NHS 111, England' }).click();
  await expect(page.getByRole('complementary')).toContainText(/about 60\s%\sleft/);
});

test('a share over 100 % is refused beside its field', async ({ page, served }) => {
  const form = await editLink(page, served.address);
  await form.getByRole('checkbox', { name: RANGE }).uncheck();
  const share = form.getByLabel('Relies on it for, %');
  await share.fill('140');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(share).toHaveAttribute('aria-invalid', 'true');
  await expect(share).toHaveAccessibleDescription(/100/);
});

test('what is wrong stands beside its field, and nothing is stored', async ({ page, served }) => {
  const form = await editNode(page, served.address, 'nhs-111-england');
  const name = form.getByRole('textbox', { name: 'Name' });
  await name.fill('');
  const people = form.getByLabel('People it serves');
  await people.fill('many');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByRole('alert')).toContainText('2 fields need a look');
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(name).toBeFocused();
  await expect(people).toHaveAccessibleDescription(/number/);
  await expect(people).toHaveValue('many');
  const stored = await read<{ item: { name: string } }>(served.address, '/nodes/nhs-111-england');
  expect(stored.item.name).toBe('NHS 111, England');
});

test('someone changed it first: mine and theirs side by side, and both are kept', async ({
  page,
  served,
}) => {
  const form = await editNode(page, served.address, 'adastra');
  await form.getByRole('textbox', { name: 'Name' }).fill('My Adastra');
  await change(served.address, '/nodes/adastra', { name: 'Their Adastra', rtoHours: 12 });
  await form.getByRole('button', { name: 'Save' }).click();
  const dialog = page.getByRole('dialog', { name: 'Someone changed this first' });
  await expect(dialog.getByRole('row', { name: /^Name.*changed by both/ })).toContainText(
    'Their Adastra',
  );
  await expect(dialog.getByRole('radio', { name: 'Name: mine' })).toBeChecked();
  await expect(dialog.getByRole('radio', { name: /: theirs$/, checked: true })).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Save what is chosen' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'My Adastra' })).toBeVisible();
  const { item } = await read<{ item: { name: string; rtoHours: number } }>(
    served.address,
    '/nodes/adastra',
  );
  expect(item).toMatchObject({ name: 'My Adastra', rtoHours: 12 });
});

test('someone changed it first: all of theirs can be kept', async ({ page, served }) => {
  const form = await editNode(page, served.address, 'adastra');
  await form.getByRole('textbox', { name: 'Name' }).fill('My Adastra');
  await change(served.address, '/nodes/adastra', { name: 'Their Adastra' });
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Keep all of theirs' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Their Adastra' })).toBeVisible();
});

test('leaving a form with something typed asks first', async ({ page, served }) => {
  const form = await editNode(page, served.address, 'adastra');
  await form.getByRole('textbox', { name: 'Name' }).fill('Half a name');
  await form.getByRole('button', { name: 'Cancel' }).click();
  const asking = page.getByRole('dialog', { name: 'Leave without saving?' });
  await asking.getByRole('button', { name: 'Leave without saving' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Adastra', exact: true })).toBeVisible();
});

test('a supplier and what relies on it are added by hand', async ({ page, served }) => {
  await page.goto(`${served.address}/data`);
  await page.getByRole('button', { name: /^Add by hand/ }).click();
  await page.getByRole('menuitem', { name: 'Supplier' }).click();
  const form = page.getByRole('dialog', { name: 'New supplier' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Example Hosting');
  await expect(form.getByLabel('Short id')).toHaveValue('example-hosting');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);
  await page.goto(`${served.address}/?select=example-hosting`);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Add who relies on it' }).click();
  const link = page.getByRole('dialog', { name: 'New link' });
  await link.getByRole('combobox', { name: 'Who relies on it' }).fill('adastra');
  await page.getByRole('option', { name: 'Adastra product, adastra' }).click();
  await link.getByRole('button', { name: 'Save' }).click();
  await expect(link).toHaveCount(0);
  await page.goto(`${served.address}/?down=example-hosting`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('NHS 111');
});
