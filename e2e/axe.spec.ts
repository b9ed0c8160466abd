import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './server.ts';

const SCREENS = {
  'first visit': '/',
  graph: '/?down=advanced',
  inspector: '/?down=advanced&select=nhs-111-england',
  table: '/?down=advanced&as=table',
  map: '/?down=advanced&as=map',
  data: '/data',
};

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(
    (one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}

for (const scheme of ['light', 'dark'] as const) {
  for (const [name, path] of Object.entries(SCREENS)) {
    test(`the ${name} screen has no accessibility violation in ${scheme}`, async ({
      page,
      served,
    }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.goto(served.address + path);
      await page.waitForLoadState('networkidle');
      await expect(page.getByRole('main')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  }
}
