/** The Chromium of this machine: $CHROMIUM, a Debian or system one, or Playwright's own; nothing is downloaded. */
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** @returns {string | undefined} path of the program */
export function findBrowser() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  return [chromium.executablePath(), ...PLACES].find((place) => existsSync(place));
}
