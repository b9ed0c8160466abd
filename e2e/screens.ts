/** Every screen, and every dialog over one, with the way to it. */
import type { Page } from '@playwright/test';
import { change } from './api.ts';
import { expect } from './server.ts';

export const SCREENS: Readonly<Record<string, string>> = {
  'first visit': '/',
  graph: '/?down=advanced',
  inspector: '/?down=advanced&select=nhs-111-england&workarounds=yes',
  link: '/?down=advanced&link=adastra->nhs-111-england',
  group: '/?down=advanced&select=supplier:not-affected',
  filters: '/?down=advanced&around=adastra&direction=upstream&depth=2&state=down,unknown',
  path: '/?down=advanced&path=advanced!england',
  table: '/?down=advanced&as=table',
  map: '/?down=advanced&as=map&area=wales',
  'another question': '/?down=advanced!0.5!compromised&isolate=health-hosting&seen=caresys!1',
  report: '/report?down=advanced',
  incident: '/incident?down=advanced',
  hours: '/hours',
  'hours of a stop': '/hours?down=advanced',
  reliance: '/reliance',
  'contracts by date': '/reliance?part=contracts',
  'hard to replace': '/reliance?part=matrix',
  'suppliers of suppliers': '/reliance?part=behind',
  'on one supplier': '/reliance?part=single',
  'what if we award': '/reliance?part=award',
  'gaps in contracts': '/reliance?part=gaps',
  data: '/data',
  'data quality': '/data/quality',
  'what nobody knows': '/data/not-known',
  'possible duplicates': '/data/duplicates',
  'not found': '/nowhere',
};

/** Opens a screen and waits until all of it is there. */
export async function visit(page: Page, address: string, path: string): Promise<void> {
  await page.goto(address + path);
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByText(/^(Loading|Drawing|Working it out|Fetching)/)).toHaveCount(0);
}

async function editAdastra(page: Page, address: string): Promise<void> {
  await visit(page, address, '/?down=advanced&select=adastra');
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Edit', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Name' })).not.toHaveValue('');
}

const save = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();

type Open = (page: Page, address: string) => Promise<void>;

export const DIALOGS: Readonly<Record<string, Open>> = {
  editor: async (page, address) => {
    await editAdastra(page, address);
    const parts = page.getByRole('dialog').locator('details');
    await parts.evaluateAll((all) => {
      for (const one of all) one.setAttribute('open', '');
    });
  },
  'editor with faults': async (page, address) => {
    await editAdastra(page, address);
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('');
    await save(page);
    await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  },
  'link editor': async (page, address) => {
    await visit(page, address, '/?link=adastra->nhs-111-england');
    await page.getByRole('complementary').getByRole('button', { name: 'Edit' }).click();
    await expect(page.getByRole('dialog').getByRole('checkbox').first()).toBeVisible();
  },
  conflict: async (page, address) => {
    await editAdastra(page, address);
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Mine');
    await change(address, '/nodes/adastra', { name: 'Theirs', rtoHours: 12 });
    await save(page);
    await expect(page.getByRole('dialog', { name: 'Someone changed this first' })).toBeVisible();
  },
  palette: async (page, address) => {
    await visit(page, address, '/?down=advanced');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: /^Find/ })).toBeFocused();
    await page.keyboard.type('cares');
    await expect(page.getByRole('option', { name: /^Caresys Product/ })).toBeVisible();
  },
  'import with problems': async (page, address) => {
    await visit(page, address, '/data');
    const rows = 'supplier,service,share\nExample Ltd,Ward,lots\nOther Ltd,Ward,10 %';
    await page.getByLabel('Paste rows or a graph document').fill(rows);
    await page.getByRole('button', { name: 'Check what I pasted' }).click();
    await expect(page.getByRole('region', { name: 'Problems' })).toBeVisible();
  },
  'sample question': async (page, address) => {
    await visit(page, address, '/data');
    await page
      .getByRole('button', { name: /^Load / })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'list of changes': async (page, address) => {
    await change(address, '/nodes/adastra', { name: 'Other', rtoHours: 12 });
    await visit(page, address, '/data');
    await page
      .getByRole('button', { name: /of version \d+$/ })
      .first()
      .click();
    await expect(page.getByText('Other', { exact: true }).first()).toBeVisible();
  },
  keys: async (page, address) => {
    await visit(page, address, '/');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'export menu': async (page, address) => {
    await visit(page, address, '/?down=advanced');
    await page.getByRole('button', { name: /^Export/ }).click();
    await expect(page.getByRole('menu')).toBeVisible();
  },
};
