import { expect, test } from './server.ts';

test('stopping Advanced shows who is hit in all four nations, with reasons', async ({
  page,
  served,
}) => {
  await page.goto(served.address);
  await page.getByRole('button', { name: 'Stop Advanced, August 2022' }).click();
  const answer = page.getByRole('heading', { level: 1 });
  await expect(answer).toContainText('all four nations');
  await expect(answer).toContainText('NHS 111');
  await expect(page).toHaveURL(/down=advanced/);
  const who = page.getByRole('complementary');
  for (const nation of ['England', 'Wales', 'Scotland', 'Northern Ireland']) {
    await expect(who.getByText(nation, { exact: true }).first()).toBeVisible();
  }
});

test('a hit service says what is left of it, why, and how it gets here', async ({
  page,
  served,
}) => {
  await page.goto(`${served.address}/?down=advanced&select=nhs-111-england`);
  const inspector = page.getByRole('complementary');
  await expect(inspector.getByText(/about 15\s%\sleft/)).toBeVisible();
  await expect(inspector.getByText('How it gets here')).toBeVisible();
  await expect(inspector.getByText('Adastra').first()).toBeVisible();
  await expect(inspector.getByText('What would change it')).toBeVisible();
});

test('the answer on screen is the answer of the API', async ({ page, served, request }) => {
  const impact = await request.post(`${served.address}/api/v1/impact`, {
    data: { question: { down: [{ id: 'advanced' }] } },
  });
  const { sentence, summary } = await impact.json();
  await page.goto(`${served.address}/?down=advanced`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(sentence);
  const counters = page.getByRole('group', { name: /Services by what is left/ });
  await expect(counters).toContainText(String(summary.services.stopped));
  await expect(counters).toContainText(String(summary.services.reduced));
});

test('counting other ways of working leaves more of NHS 111 in England', async ({
  page,
  served,
}) => {
  await page.goto(`${served.address}/?down=advanced&workarounds=yes&select=nhs-111-england`);
  await expect(page.getByRole('complementary').getByText(/about 40\s%\sleft/)).toBeVisible();
});

test('table and map show the same result as the graph', async ({ page, served }) => {
  await page.goto(`${served.address}/?down=advanced&as=table`);
  await expect(page.getByRole('row', { name: /^Care-home management/ })).toContainText('Stopped');
  await page.getByText('Map', { exact: true }).click();
  await expect(page.getByRole('button', { name: /London/ })).toContainText(/lost/);
});
