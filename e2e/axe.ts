/** What axe finds on a page, once its colours have come to rest. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './server.ts';

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(
    (one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}

/** Two frames, and the end of each transition: before that a page holds colours of both schemes. */
const atRest = (page: Page) =>
  page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await frame();
    await frame();
    const ends = document.getAnimations().map((one) => one.finished.catch(() => {}));
    await Promise.race([Promise.all(ends), new Promise((done) => setTimeout(done, 1000))]);
    await frame();
  });

export async function expectNoneInLightAndDark(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`)).toHaveCount(1);
    await atRest(page);
    expect.soft(await violations(page), colorScheme).toEqual([]);
  }
}
