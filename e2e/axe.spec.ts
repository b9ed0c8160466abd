import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { DIALOGS, SCREENS, visit } from './screens.ts';
import { expect, test } from './server.ts';

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(
    (one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}

/** Two frames: the first may still hold colours of the other scheme. */
const painted = (page: Page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );

async function expectNoneInLightAndDark(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`)).toHaveCount(1);
    await painted(page);
    expect.soft(await violations(page), colorScheme).toEqual([]);
  }
}

for (const [name, path] of Object.entries(SCREENS)) {
  test(`the screen "${name}" has no accessibility violation in light and dark`, async ({
    page,
    served,
  }) => {
    await visit(page, served.address, path);
    await expectNoneInLightAndDark(page);
  });
}

for (const [name, open] of Object.entries(DIALOGS)) {
  test(`with "${name}" open there is no accessibility violation in light and dark`, async ({
    page,
    served,
  }) => {
    await open(page, served.address);
    await expectNoneInLightAndDark(page);
  });
}
