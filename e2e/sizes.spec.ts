import type { Page } from '@playwright/test';
import { SCREENS, visit } from './screens.ts';
import { expect, test } from './server.ts';

const SIZES = [
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Controls whose middle, scrolled into sight, is covered by something else or beyond the window. */
function covered(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // What lies under a dialog is covered on purpose.
    const within = document.querySelector('[aria-modal="true"]') ?? document;
    const controls = [...within.querySelectorAll('button, a, input, textarea, select')];
    const free = (element: Element) => {
      element.scrollIntoView({ block: 'center', inline: 'nearest' });
      const box = element.getBoundingClientRect();
      const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return at !== null && (element.contains(at) || at.contains(element));
    };
    const seen = (element: Element) =>
      element.checkVisibility() && !element.closest('.only-heard, .skip-link');
    const words = (element: Element) => element.getAttribute('aria-label') ?? element.textContent;
    return controls.filter((one) => seen(one) && !free(one)).map((one) => `${words(one)}`);
  });
}

for (const size of SIZES) {
  test(`at ${size.width} px nothing of any screen lies beside or over another`, async ({
    page,
    served,
  }) => {
    await page.setViewportSize(size);
    for (const [name, path] of Object.entries(SCREENS)) {
      await visit(page, served.address, path);
      expect.soft(await sideways(page), name).toBe(0);
      expect.soft(await covered(page), name).toEqual([]);
    }
  });
}
