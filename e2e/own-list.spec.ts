import type { Page } from '@playwright/test';
import { read } from './api.ts';
import { expect, test } from './server.ts';

/** The third row's share is no number: it is left out, the others load. */
const SHEET = [
  'system,supplier,product,service,area,share,contract end',
  'Patient records,Example Health Ltd,ExampleCare,Community nursing,Example County,80 %,2027-03-31',
  'Rostering,Example Rota Ltd,RotaPro,Ward staffing,Example County,lots,2027-03-31',
  'Post room,Example Post Ltd,,Letters to patients,Example County,,',
].join('\n');

const bringIn = (page: Page) => page.getByRole('region', { name: 'Bring in my own list' });
const loads = (page: Page) => bringIn(page).getByRole('button', { name: /^(Load|Replace)/ });

async function open(page: Page, address: string) {
  await page.goto(`${address}/data`);
  await expect(page.getByLabel('Paste rows or a graph document')).toBeVisible();
}

/** As a person would: the text lies in the clipboard, then Ctrl V. */
async function paste(page: Page, address: string, text: string) {
  await open(page, address);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.getByLabel('Paste rows or a graph document').focus();
  await page.keyboard.press('Control+v');
  await page.getByRole('button', { name: 'Check what I pasted' }).click();
}

/** Files dropped on the card; name → content. */
async function drop(page: Page, address: string, files: Readonly<Record<string, string>>) {
  await open(page, address);
  const dataTransfer = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const [name, text] of Object.entries(given)) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.getByText('or drop them here').dispatchEvent('drop', { dataTransfer });
}

test('a pasted sheet is checked row by row, shown as a difference, loaded and undone', async ({
  page,
  served,
}) => {
  await paste(page, served.address, SHEET);
  const problems = bringIn(page).getByRole('region', { name: 'Problems' });
  const problem = problems.getByRole('row', { name: /lots/ });
  await expect(problem.getByRole('cell')).toHaveText(['pasted text', '3', 'share', 'lots', /./]);
  await expect(
    bringIn(page).getByRole('row', { name: /^New supplier Example Health Ltd/ }),
  ).toBeVisible();
  expect((await fetch(`${served.address}/api/v1/nodes/example-health-ltd`)).status).toBe(404);
  await loads(page).click();
  const said = page.getByRole('status', { name: 'Messages' });
  await expect(said).toContainText(/Loaded: \d+ new/);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: /^Find/ })).toBeFocused();
  await page.keyboard.type('Example Health');
  await expect(
    page.getByRole('option', { name: /^Example Health Ltd/, selected: true }),
  ).toBeVisible();
  await page.keyboard.press('Shift+Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Community nursing/);
  await said.getByRole('button', { name: 'Undo' }).click();
  await expect(said).toContainText('Undone');
  const changes = await read<{ changes: { undoes?: number }[] }>(served.address, '/changes');
  expect(changes.changes[0]?.undoes).toBe(2);
});

test('a dropped sheet names its file in what is wrong', async ({ page, served }) => {
  await drop(page, served.address, { 'our systems.csv': SHEET });
  const problem = bringIn(page).getByRole('row', { name: /our systems\.csv/ });
  await expect(problem.getByRole('cell')).toHaveText([
    'our systems.csv',
    '3',
    'share',
    'lots',
    /./,
  ]);
  await expect(bringIn(page)).toContainText('A sheet of systems and suppliers: 3 rows read.');
});

test('the templates load as they are, nodes and links together', async ({ page, served }) => {
  const file = async (name: string) =>
    (await fetch(`${served.address}/api/v1/templates/${name}`)).text();
  await drop(page, served.address, {
    'nodes.csv': await file('nodes.csv'),
    'links.csv': await file('links.csv'),
  });
  await expect(
    bringIn(page).getByRole('row', { name: /^New supplier Example supplier/ }),
  ).toBeVisible();
  await expect(bringIn(page).getByRole('region', { name: 'Problems' })).toHaveCount(0);
  await loads(page).click();
  await expect(page.getByRole('status', { name: 'Messages' })).toContainText('Loaded: 3 new');
});

for (const name of ['sheet.csv', 'nodes.csv', 'links.csv', 'contracts.csv']) {
  test(`the template ${name} comes as a file of that name`, async ({ page, served }) => {
    await open(page, served.address);
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name, exact: true }).first().click();
    expect((await coming).suggestedFilename()).toBe(name);
  });
}

test('a graph document takes the place of what is here', async ({ page, served }) => {
  const document = {
    format: 'msp-impact-graph/1',
    name: 'Two things',
    nodes: [
      { id: 'maker', kind: 'supplier', name: 'Maker' },
      { id: 'ward', kind: 'service', name: 'Ward' },
    ],
    dependencies: [{ id: 'maker->ward', from: 'maker', to: 'ward' }],
  };
  await paste(page, served.address, JSON.stringify(document));
  await expect(bringIn(page)).toContainText('A graph document');
  await bringIn(page).getByRole('button', { name: 'Replace what is here' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Replace all/ })
    .click();
  await expect(page.getByRole('status', { name: 'Messages' })).toContainText(/Loaded: \d+ new/);
  await page.goto(`${served.address}/?down=maker`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ward');
  await expect(page.getByText('2 of 2 shown')).toBeVisible();
});

test('a graph document with a fault is refused whole, with its places', async ({
  page,
  served,
}) => {
  const document = {
    format: 'msp-impact-graph/1',
    name: 'Broken',
    nodes: [{ id: 'maker', kind: 'supplier', name: 'Maker' }],
    dependencies: [{ id: 'maker->gone', from: 'maker', to: 'gone' }],
  };
  await paste(page, served.address, JSON.stringify(document));
  const problems = bringIn(page).getByRole('region', { name: 'Problems' });
  await expect(problems.getByRole('cell', { name: /dependencies/ })).toBeVisible();
  await expect(loads(page)).toBeDisabled();
});

test('a sample is loaded from the Data menu and taken back by Undo', async ({ page, served }) => {
  await page.goto(`${served.address}/?down=advanced`);
  const menu = page.getByRole('button', { name: /samples and files/ });
  await menu.click();
  await page.getByRole('menuitem', { name: /Synnovis/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Load the sample' }).click();
  await expect(menu).toContainText('Synnovis');
  await expect(page).not.toHaveURL(/down=/);
  await page
    .getByRole('status', { name: 'Messages' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(menu).toContainText('NHS 111');
});
