import { expectNoneInLightAndDark } from './axe.ts';
import { DIALOGS, SCREENS, visit } from './screens.ts';
import { test } from './server.ts';

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
