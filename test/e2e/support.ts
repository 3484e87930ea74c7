import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core';
import { chromiumArgs, chromiumPath } from '../../tools/browsers.mjs';
import { buildDemo } from '../../tools/build-demo.mjs';
import { startDemo } from '../../examples/erp/server/demo-server.ts';

/** Where the demo can keep its messages; each of its tests runs with each. */
export const backends = ['local', 'gateway'] as const;

/** Name of a seeded customer of the first co-worker with an open WhatsApp window; the phone page suggests the number. */
export const customer = 'Sanne Huisman';

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

/** Starts the demo with data of its own, and a browser. */
export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'conversation-elements-e2e-'));
  const demo = await startDemo({ port: 0, pages: buildDemo, dataFolder: () => folder });
  const browser = await puppeteer.launch({ executablePath: await chromiumPath(), headless: true, args: chromiumArgs });
  return {
    origin: demo.origin,
    browser,
    profile: () => browser.createBrowserContext(),
    close: async () => {
      await browser.close();
      await demo.close();
      rmSync(folder, { recursive: true, force: true });
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

/** An element of the accessibility tree. */
type AxNode = NonNullable<Awaited<ReturnType<Page['accessibility']['snapshot']>>>;

const matches = (text: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? text === wanted : wanted.test(text);

/** All elements with a role and name, as assistive technology sees them. */
async function allByRole(page: Page, role: string, name: string | RegExp): Promise<AxNode[]> {
  const root = await page.accessibility.snapshot();
  const found: AxNode[] = [];
  const walk = (node: AxNode): void => {
    if (node.role === role && matches(node.name ?? '', name)) found.push(node);
    node.children?.forEach(walk);
  };
  if (root) walk(root);
  return found;
}

/** Asks again until the answer is not null; says what was missing after `limitMs`. Pages in the background draw no frames, so the pace is ours. */
export async function until<T>(what: string, ask: () => Promise<T | null>, limitMs = 15_000): Promise<T> {
  const started = Date.now();
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() - started > limitMs) throw new Error(`${what} did not come within ${limitMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** Waits for an element with a role and name; when it does not come, the error says where the page was and what it showed. */
export async function byRole(page: Page, role: string, name: string | RegExp): Promise<AxNode> {
  try {
    return await until(`${role} ${String(name)}`, async () => (await allByRole(page, role, name))[0] ?? null);
  } catch (error) {
    if (error instanceof Error) error.message += `; ${page.url()} shows\n${await outline(page)}`;
    throw error;
  }
}

/** What a page shows, a line per named element. */
async function outline(page: Page): Promise<string> {
  const lines: string[] = [];
  const walk = ({ role, name, focused, children }: AxNode, depth: number): void => {
    if (name) lines.push(`${' '.repeat(depth)}${role} ${JSON.stringify(name)}${focused ? ' (focused)' : ''}`);
    children?.forEach((child) => walk(child, depth + 1));
  };
  const root = await page.accessibility.snapshot();
  if (root) walk(root, 0);
  return lines.join('\n');
}

/** How many elements have this role and name now. */
export async function countByRole(page: Page, role: string, name: string | RegExp): Promise<number> {
  return (await allByRole(page, role, name)).length;
}

/** Clicks an element found by role and name. */
export async function click(page: Page, role: string, name: string | RegExp): Promise<void> {
  const node = await byRole(page, role, name);
  const handle = await node.elementHandle();
  if (!handle) throw new Error(`${role} ${String(name)} has no element`);
  await handle.evaluate((element) => (element as HTMLElement).scrollIntoView({ block: 'nearest' }));
  await handle.click();
}

/** Types into a text box found by its name, replacing what it holds. */
export async function fill(page: Page, name: string, text: string): Promise<void> {
  await click(page, 'textbox', name).catch(() => click(page, 'combobox', name));
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyA');
  await page.keyboard.up('Control');
  await page.keyboard.type(text);
}

/** Presses Tab until an element with this role and name has the focus, as somebody without a mouse would. */
export async function tabTo(page: Page, role: string, name: string | RegExp, most = 80): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    const focused = (await allByRole(page, role, name)).find((node) => node.focused);
    if (focused) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${role} ${String(name)}`);
}

/** The text on a page, wherever in shadow roots it stands. */
export function shows({ page }: Watched, text: string): Promise<true> {
  return until<true>(`"${text}"`, async () => ((await textOf(page)).includes(text) ? true : null));
}

/** All text of a page, also in shadow roots. */
export function textOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const read = (node: Node): string => {
      if (node instanceof Text) return node.data;
      const root = node instanceof Element ? node.shadowRoot : null;
      return [...(root?.childNodes ?? []), ...node.childNodes].map(read).join(' ');
    };
    return read(document.body);
  });
}
