import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core';
import { chromiumArgs, chromiumPath } from '../../tools/browsers.mjs';
import { buildDemo } from '../../tools/build-demo.mjs';
import { serveFolder } from '../../tools/serve.mjs';

/** The demo, served as `npm start` serves it, and a browser to use it with. */
export interface Stage {
  readonly origin: string;
  readonly browser: Browser;
  /** A fresh profile: its tabs share storage with each other and with nobody else. */
  profile(): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** What went wrong on a page while a test used it: script errors and policy violations. */
export interface Watched {
  readonly page: Page;
  readonly problems: string[];
  /** Addresses outside the demo's own origin that the page asked for. */
  readonly foreignRequests: string[];
}

/** Builds and serves the demo and starts a browser. */
export async function openStage(): Promise<Stage> {
  const server: Server = await serveFolder(await buildDemo());
  const origin = `http://localhost:${String((server.address() as AddressInfo).port)}`;
  const browser = await puppeteer.launch({ executablePath: await chromiumPath(), headless: true, args: chromiumArgs });
  return {
    origin,
    browser,
    profile: () => browser.createBrowserContext(),
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Opens an address in a tab of a profile and watches it. */
export async function openTab(profile: BrowserContext, address: string): Promise<Watched> {
  const page = await profile.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  const problems: string[] = [];
  const foreignRequests: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(new URL(address).origin) && !url.startsWith('blob:') && !url.startsWith('data:'))
      foreignRequests.push(url);
  });
  await page.goto(address, { waitUntil: 'load' });
  return { page, problems, foreignRequests };
}

/** Finds an element by its accessible role and name, as an assistive technology would, waiting until it is there. */
export function byRole(page: Page, role: string, name: string | RegExp) {
  return page.locator(`::-p-aria([name=${typeof name === 'string' ? JSON.stringify(name) : ''}][role="${role}"])`);
}
