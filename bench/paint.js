/**
 * From the click on "Stop this" to the picture of the answer on the screen: 500 nodes drawn, all hit,
 * the built app in headless Chromium, on its own server.
 */
import { chromium } from '@playwright/test';
import { findBrowser } from '../scripts/find-browser.js';
import { layered, NODES } from './layered.js';
import { median, ms, row } from './report.js';
import { serve, storedFolder } from './served.js';

const SEED = 444;
const VISITS = 7;
/** Cards in sight, at least, that must say so: the others lie outside the window. */
const VISIBLE = 50;

export const title = `Stop to painted: ${NODES} nodes drawn, seed ${SEED}`;

/**
 * Runs in the page before its own scripts: notes how many cards say "Stopped" in each frame that is
 * drawn, and when the frame was handed to the screen (the first task after it).
 */
function watchDrawing() {
  const watch = { clicked: 0, frames: [] };
  window.watchedDrawing = watch;
  let stopped = -1;
  const note = (more) => {
    if (stopped < 0) {
      stopped = 0;
      setTimeout(() => {
        watch.frames.push({ stopped, at: performance.now() });
        stopped = -1;
      }, 0);
    }
    stopped += more;
  };
  const context = CanvasRenderingContext2D.prototype;
  const { fillText } = context;
  context.fillText = function (text, ...rest) {
    note(text === 'Stopped' ? 1 : 0);
    return fillText.call(this, text, ...rest);
  };
  const onClick = ({ timeStamp }) => {
    watch.clicked = timeStamp;
    watch.frames.length = 0;
  };
  addEventListener('click', onClick, { capture: true });
}

/** Runs in the page: ms from the click to the first frame whose cards say that they stopped. */
function painted(cards) {
  const { clicked, frames } = window.watchedDrawing;
  const frame = frames.find(({ stopped }) => stopped >= cards);
  return frame && frame.at - clicked;
}

/** One visit: the whole graph is on the screen, then its first supplier is stopped. */
async function visit(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await page.addInitScript(watchDrawing);
    await page.goto(`${address}/?show=all&select=supplier-0`);
    await page.getByText(`${NODES} of ${NODES} shown`).waitFor();
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(500);
    await page.getByRole('button', { name: 'Stop this', exact: true }).click();
    return await (await page.waitForFunction(painted, VISIBLE)).jsonValue();
  } finally {
    await page.close();
  }
}

export async function measure() {
  const executablePath = findBrowser();
  if (!executablePath) return row('Chromium', 'MISSING', '≤ 150 ms');
  const { dataFolder, remove } = await storedFolder(layered(SEED));
  const { address, close } = await serve(dataFolder);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    await visit(browser, address);
    const times = [];
    for (let i = 0; i < VISITS; i++) times.push(await visit(browser, address));
    row(`stop to painted, median of ${VISITS} visits`, ms(median(times)), '≤ 150 ms');
    row('  fastest', ms(Math.min(...times)));
  } finally {
    await browser.close();
    await close();
    remove();
  }
}
