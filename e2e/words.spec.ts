import type { Page } from '@playwright/test';
import { Window } from 'happy-dom';
import { internalWords } from '../web/src/ui/testing/internal-words.ts';
import { DIALOGS, SCREENS, visit } from './screens.ts';
import { expect, test } from './server.ts';

/** Judged by the same list as the screens' own tests, on the page that a browser really made. */
async function wordsOn(page: Page): Promise<string[]> {
  const window = new Window();
  window.document.body.innerHTML = await page.evaluate(() => document.body.innerHTML);
  return internalWords(window.document.body as unknown as Element);
}

test('no internal word stands on any screen', async ({ page, served }) => {
  for (const [name, path] of Object.entries(SCREENS)) {
    await visit(page, served.address, path);
    expect.soft(await wordsOn(page), name).toEqual([]);
  }
});

test('no internal word stands in any dialog', async ({ page, served }) => {
  for (const [name, open] of Object.entries(DIALOGS)) {
    await open(page, served.address);
    expect.soft(await wordsOn(page), name).toEqual([]);
  }
});
