import type { Page } from '@playwright/test';
import { expectNoneInLightAndDark } from './axe.ts';
import { visit } from './screens.ts';
import { expect, test } from './server.ts';

const PLAN =
  '/hours?hours=2160&name=Thursday&start=2022-08-04T07:00:00%2B01:00&declared=2' +
  '&off=advanced-health-and-care!wait0~1~6!free168~336~672*0.5!free504~1008~2016' +
  '&out=staffplan-citrix!for200~300!compromised&cut=adastra!gp-out-of-hours-northern-ireland!at24!for641';
const B = '&b.hours=2160&b.ways=no&b.off=advanced-health-and-care!free504~1008~2016';

const answer = (page: Page) => page.getByRole('heading', { level: 1 });
const address = (page: Page) => new URL(page.url()).searchParams;

test('the incident of the sample is played hour by hour', async ({ page, served }) => {
  await visit(page, served.address, '/hours');
  await page.getByRole('button', { name: 'Open this plan' }).click();
  await expect(answer(page)).toContainText(/services( \(\d+–\d+\))? fall below normal/);
  await expect(page.getByText(/^\d+ limits? missed$/)).toBeVisible();
  await page.getByRole('button', { name: 'Next change' }).click();
  await expect.poll(() => Number(address(page).get('t'))).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  const before = Number(address(page).get('t'));
  await expect(page.getByText(/^Hour [\d.,]+ · day \d+/)).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect.poll(() => Number(address(page).get('t'))).toBeGreaterThan(before);
});

test('what is stopped in Explore becomes a plan that is changed by drag and by keys', async ({
  page,
  served,
}) => {
  await visit(page, served.address, '/?down=advanced');
  await page.getByRole('link', { name: 'Hour by hour' }).click();
  const start = page.getByRole('slider', { name: 'Advanced: starts' });
  await expect(start).toBeVisible();
  await start.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => address(page).get('out')).toBe('advanced!at1');
  const box = await page.getByRole('slider', { name: 'Advanced: ends' }).boundingBox();
  if (!box) throw new Error('the end of the bar is not drawn');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x - 300, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => address(page).get('out')).toMatch(/^advanced!at1!for\d+$/);
  await page.goBack();
  await expect.poll(() => address(page).get('out')).toBe('advanced!at1');
});

test('a plan is saved, changed and held against what it was', async ({ page, served }) => {
  await visit(page, served.address, `${PLAN}&side=plans`);
  await page.getByRole('button', { name: 'Save this plan' }).click();
  await expect.poll(() => address(page).get('plan')).toBe('thursday');
  await page.getByRole('button', { name: 'as B', exact: true }).click();
  await page.getByRole('button', { name: /^Other ways of working/ }).click();
  await page.getByRole('menuitemradio', { name: 'no other ways of working' }).click();
  await expect(answer(page)).toContainText(/B keeps .+ points (higher|lower)/);
  await expect(
    page.getByRole('row', { name: /Other ways of working A not counted B counted/ }),
  ).toBeVisible();
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(answer(page)).toContainText(/B keeps .+ points (higher|lower)/);
});

test('many runs say how sure it is, and measures what would have helped', async ({
  page,
  served,
}) => {
  await visit(page, served.address, `${PLAN}&side=sure`);
  await page.getByRole('button', { name: /^Run it/ }).click();
  await expect(page.getByText(/^9 in 10 runs: /)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'What helps' }).click();
  await page.getByRole('button', { name: /^Suggest/ }).click();
  await page.getByRole('button', { name: 'Find what helps most' }).click();
  await expect(
    page.getByText(/takes? away .+ of what is lost|Nothing within the budget/),
  ).toBeVisible({
    timeout: 60_000,
  });
});

test('the incident of the past is held against what was published, and a row leads to its hour', async ({
  page,
  served,
}) => {
  await visit(page, served.address, '/hours');
  await page.getByRole('button', { name: 'Open this plan' }).click();
  await page.getByRole('button', { name: 'Against sources' }).click();
  const table = page.getByRole('table', { name: 'Said by the model, said by the source' });
  await expect(table).toBeVisible();
  await expect(
    page.getByText(/^The model agrees with \d+ of \d+ published statements/),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open the incident as it was' })).toHaveCount(0);
  const row = table.getByRole('row').filter({ hasText: 'NHS 111, England' }).first();
  await expect(row).toContainText(/% left \(\d+–\d+/);
  await expect(row.getByRole('link')).toHaveAttribute('href', /^https?:/);
  await row.getByRole('button', { name: /show hour 30$/ }).click();
  await expect.poll(() => address(page).get('t')).toBe('30');
  expect(address(page).get('select')).toBe('nhs-111-england');
  await page.goBack();
  await expect.poll(() => address(page).get('t')).toBeNull();
});

test('a list of measures is saved, changed, saved again, and an older version is opened', async ({
  page,
  served,
}) => {
  await visit(
    page,
    served.address,
    `${PLAN}&side=helps&do=way!nhs-111-england!0.5!4!336!20&budget=10`,
  );
  await page.getByLabel('Name of the list').fill('Resilience of 111');
  await page.getByLabel('Currency').fill('GBP');
  await page.getByLabel('Your name').fill('Ann');
  await page.getByRole('button', { name: 'Save this list' }).click();
  await expect.poll(() => address(page).get('list')).toBe('resilience-of-111');
  expect(address(page).get('do')).toBeNull();
  const cost = page.getByLabel(/^Cost of/);
  await expect(cost).toHaveValue('20');
  await cost.fill('8');
  await cost.press('Enter');
  await page.getByRole('button', { name: 'Save a new version' }).click();
  await expect(page.getByText('Version 2 of Resilience of 111 is saved.')).toBeVisible();
  await page.getByRole('button', { name: 'Older versions of Resilience of 111' }).click();
  await page.getByRole('button', { name: 'Version 1', exact: true }).click();
  await expect(cost).toHaveValue('20');
  await expect.poll(() => address(page).get('list')).toBe('resilience-of-111!1');
  await expectNoneInLightAndDark(page);
});

test('measures are tried on a saved plan too, by how much it counts', async ({ page, served }) => {
  const scenario = {
    format: 'msp-impact-scenario/1',
    name: 'A week',
    hours: 168,
    outages: [{ id: 'adastra' }],
  };
  await fetch(`${served.address}/api/v1/scenarios`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scenario }),
  });
  await visit(page, served.address, `${PLAN}&side=helps&do=way!nhs-111-england!0.5!4!336!1`);
  await page.getByRole('button', { name: '+ Saved plan' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'A week' }).click();
  const counts = page.getByLabel('How much A week counts');
  await counts.fill('3');
  await counts.press('Enter');
  await expect.poll(() => address(page).get('over')).toBe('a-week*3');
  await page.getByRole('button', { name: 'Find what helps most' }).click();
  await expect(page.getByText(/2 plans, by how much they count/)).toBeVisible({ timeout: 60_000 });
});

test('what a service has to do is said, and the cases that wait are drawn', async ({
  page,
  served,
}) => {
  await visit(page, served.address, PLAN);
  await page.getByRole('button', { name: '+ Cases of a service' }).click();
  await page.getByRole('dialog').getByLabel('Which service').fill('NHS 111, Eng');
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /NHS 111, England/ })
    .click();
  await expect.poll(() => address(page).get('work')).toBe('nhs-111-england!100!20');
  await page.getByLabel('Cases an hour').fill('2000');
  await expect.poll(() => address(page).get('work')).toBe('nhs-111-england!2000!20');
  await expect(page.getByText(/NHS 111, England: up to .+ at/)).toBeVisible();
  await page.getByRole('button', { name: 'Over time' }).click();
  await expect(
    page
      .getByRole('region', { name: 'Cases that wait, over time' })
      .getByRole('img', { name: /up to/ }),
  ).toBeVisible();
  await expectNoneInLightAndDark(page);
});

test.describe('in London', () => {
  test.use({ timezoneId: 'Europe/London' });
  test('the hour that the clock repeats is told by its zone', async ({ page, served }) => {
    const hour = async (t: number) => {
      await visit(page, served.address, `${PLAN}&t=${t}`);
      return page
        .getByText(/ · to hour /)
        .locator('..')
        .textContent();
    };
    expect(await hour(2082)).toContain('Sun, 30 Oct 2022, 01:00 BST');
    expect(await hour(2083)).toContain('Sun, 30 Oct 2022, 01:00 GMT');
  });
});

const SCREENS: Readonly<Record<string, string>> = {
  start: '/hours',
  graph: `${PLAN}&t=96`,
  'over time': `${PLAN}&look=charts&t=96`,
  areas: `${PLAN}&look=areas&t=96`,
  plans: `${PLAN}&side=plans`,
  'what helps': `${PLAN}&side=helps&do=way!nhs-111-england!0.5!4!336!20&budget=10`,
  'against sources': `${PLAN}&look=sources&t=30`,
  'cases that wait': `${PLAN}&work=nhs-111-england!2000!300&look=charts&t=96`,
  'two plans': `${PLAN}${B}&look=charts&t=96`,
};
for (const [name, path] of Object.entries(SCREENS)) {
  test(`Hour by hour, "${name}", has no accessibility violation in light and dark`, async ({
    page,
    served,
  }) => {
    await visit(page, served.address, path);
    await expectNoneInLightAndDark(page);
  });
}
