/** A headless browser for tests of the playground page: the packaged Chromium, else one that is installed. */
import { existsSync } from 'node:fs';
import packaged from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Nothing but the page under test is to be fetched. */
const QUIET_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * Left out of the package's own arguments: the first two weaken the very rules (same origin, mixed content) that the
 * page's tests rely on; in a single process the whole browser dies with its first closed tab.
 */
const LEFT_OUT = ['--disable-web-security', '--allow-running-insecure-content', '--single-process'];

const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

async function openPackaged(): Promise<Browser> {
  const args = packaged.args.filter((arg) => !LEFT_OUT.includes(arg));
  return chromium.launch({ executablePath: await packaged.executablePath(), args: [...args, ...QUIET_ARGS] });
}

/** Opens a browser; close it yourself. The packaged one runs on Linux only: elsewhere an installed one is used. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = INSTALLED.find((path) => existsSync(path));
  if (process.platform === 'linux') {
    return openPackaged().catch((error: unknown) => {
      if (executablePath === undefined) throw error;
      return chromium.launch({ executablePath, args: QUIET_ARGS });
    });
  }
  return chromium.launch(executablePath === undefined ? { channel: 'chrome' } : { executablePath, args: QUIET_ARGS });
}
