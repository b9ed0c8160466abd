/**
 * The hand on the timeline: from a move of the pointer to the picture of that hour on the screen, and to
 * all that follows it. 500 nodes drawn, the built app in headless Chromium, on its own server.
 */
import { chromium } from '@playwright/test';
import { findBrowser } from '../scripts/find-browser.js';
import { LAYERS, layered, NODES } from './layered.js';
import { median, ms, percentile, row } from './report.js';
import { serve, storedFolder } from './served.js';

const SEED = 445;
const HOURS = 480;
/** Products that stop one after the other, each for a while: hardly an hour looks like the one before. */
const STOPS = 100;
const MOVES = 60;
const GOAL = '≤ 50 ms';

export const title = `Scrubbing the timeline: ${NODES} nodes drawn, ${STOPS} outages, seed ${SEED}`;

function planOf() {
  const [, [kind]] = LAYERS;
  const outages = Array.from({ length: STOPS }, (_, i) => {
    const start = 1 + Math.floor((i * (HOURS - 40)) / STOPS);
    return `${kind}-${i}!at${start}!for20~40~90`;
  });
  return `/hours?hours=${HOURS}&scale=even&out=${outages.join(',')}`;
}

/**
 * Runs in the page before its own scripts: for each move of the pointer, when its picture and when its
 * words were handed to the screen (the first task after the frame).
 */
function watchMoves() {
  const watch = { moved: undefined, picture: undefined, words: undefined };
  window.watchedMoves = watch;
  const afterFrame = (name) => {
    if (watch.moved === undefined) return;
    requestAnimationFrame(() => setTimeout(() => (watch[name] = performance.now()), 0));
  };
  const context = CanvasRenderingContext2D.prototype;
  const { clearRect } = context;
  context.clearRect = function (...rest) {
    // The canvas is painted within a frame: the task after it follows the screen.
    if (watch.moved !== undefined) setTimeout(() => (watch.picture = performance.now()), 0);
    return clearRect.apply(this, rest);
  };
  addEventListener(
    'pointermove',
    ({ timeStamp }) =>
      Object.assign(watch, { moved: timeStamp, picture: undefined, words: undefined }),
    { capture: true },
  );
  addEventListener('load', () => {
    const seen = new MutationObserver((changes) => {
      const words = changes.some(({ target }) => target.parentElement?.closest('main dl, main p'));
      if (words) afterFrame('words');
    });
    seen.observe(document.body, { subtree: true, characterData: true });
  });
}

/** Runs in the page: ms to the picture and to the words of the last move, once both are there. */
function moveTimes() {
  const { moved, picture, words } = window.watchedMoves;
  if (picture === undefined || words === undefined) return undefined;
  return { picture: picture - moved, words: words - moved };
}

async function openPlan(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(watchMoves);
  await page.goto(address + planOf());
  await page.getByRole('slider', { name: 'Hour that is looked at' }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1500);
  return page;
}

/** Drags the hour's handle over the whole plan, waiting after each move until all of it is there. */
async function scrub(page) {
  const box = await page.getByRole('slider', { name: 'Hour that is looked at' }).boundingBox();
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 2, y);
  await page.mouse.down();
  const times = [];
  for (let i = 1; i <= MOVES; i++) {
    await page.mouse.move(box.x + 2 + (i * (box.width - 8)) / MOVES, y);
    times.push(
      await (await page.waitForFunction(moveTimes, undefined, { timeout: 5000 })).jsonValue(),
    );
  }
  await page.mouse.up();
  return times;
}

function report(how, times) {
  const of = (name) => times.map((one) => one[name]);
  row(`move to picture, ${how}: median of ${MOVES} moves`, ms(median(of('picture'))), GOAL);
  row('  9 in 10 within', ms(percentile(of('picture'), 90)));
  row('  and to the figures beside it, median', ms(median(of('words'))));
}

export async function measure() {
  const executablePath = findBrowser();
  if (!executablePath) return row('Chromium', 'MISSING', GOAL);
  const { dataFolder, remove } = await storedFolder(layered(SEED));
  const { address, close } = await serve(dataFolder);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await openPlan(browser, address);
    await scrub(page);
    report('as it opens', await scrub(page));
    await page.getByRole('button', { name: 'Fit', exact: true }).click();
    await page.waitForTimeout(500);
    report('all in sight', await scrub(page));
  } finally {
    await browser.close();
    await close();
    remove();
  }
}
