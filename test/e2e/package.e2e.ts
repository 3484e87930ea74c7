import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer, { type Browser } from 'puppeteer-core';
import { morning, seedOf } from '../../stories/seed.ts';
import { chromiumArgs, chromiumPath } from '../../tools/browsers.mjs';
import { serveFolder } from '../../tools/serve.mjs';
import { readPdf } from '../documents/read-pdf.ts';
import { byRole, click, openTab, shows, until } from './support.ts';

const dist = new URL('../../dist/', import.meta.url).pathname;

/** Pages as a host developer writes them, with the files of our package and nothing else. */
const ways = {
  'a module script': {
    scripts: '<script type="module" src="module.js"></script>',
    code: `import './dist/cdn/conversation-view/conversation-view.min.js';
      import { createLocalAdapter } from './dist/cdn/adapters/adapters.min.js';
      start(createLocalAdapter);`,
  },
  'a classic script': {
    scripts: `<script src="dist/iife/conversation-elements.iife.js"></script><script src="classic.js"></script>`,
    code: 'start(ConversationElements.createLocalAdapter);',
  },
} as const;
const files = { 'a module script': 'module', 'a classic script': 'classic' } as const;

const start = `async function start(createLocalAdapter) {
  const seed = await (await fetch('seed.json')).json();
  const now = ${String(Date.UTC(2026, 2, 3, 13, 40))};
  const clock = { now: () => now, after: (ms, call) => { const id = setTimeout(call, ms); return () => clearTimeout(id); } };
  document.querySelector('conversation-provider').adapter =
    createLocalAdapter({ databaseName: location.pathname, seed, agentId: 'sanne', clock });
}
`;

const page = (scripts: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A host</title><link rel="icon" href="icon.svg"></head>
<body>
<conversation-provider time-zone="Europe/Amsterdam">
<conversation-view conversation-id="aisha" scope="all"></conversation-view>
</conversation-provider>
${scripts}
</body></html>`;

/** Waits for a download to be whole and gives its bytes. */
async function downloaded(folder: string): Promise<Uint8Array> {
  const name = await until('a download', () =>
    Promise.resolve(readdirSync(folder).find((file) => file.endsWith('.pdf')) ?? null),
  );
  return new Uint8Array(readFileSync(join(folder, name)));
}

describe('the files of the package', { timeout: 120_000 }, () => {
  let folder: string;
  let server: Server;
  let browser: Browser;
  let origin: string;

  before(async () => {
    assert.ok(existsSync(join(dist, 'iife')), 'dist is not there: run `npm run build` first');
    folder = mkdtempSync(join(tmpdir(), 'conversation-elements-package-'));
    cpSync(join(dist, 'cdn'), join(folder, 'dist/cdn'), { recursive: true });
    cpSync(join(dist, 'iife'), join(folder, 'dist/iife'), { recursive: true });
    writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    writeFileSync(join(folder, 'seed.json'), JSON.stringify(seedOf(morning)));
    for (const [way, { scripts, code }] of Object.entries(ways)) {
      const name = files[way as keyof typeof files];
      writeFileSync(join(folder, `${name}.html`), page(scripts));
      writeFileSync(join(folder, `${name}.js`), `${code}\n${start}`);
    }
    server = await serveFolder(folder);
    origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    browser = await puppeteer.launch({ executablePath: await chromiumPath(), headless: true, args: chromiumArgs });
  });
  after(async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });

  it('are imported on a server without a fault', () => {
    const elements = readdirSync(join(dist, 'esm/elements'), { recursive: true, encoding: 'utf8' });
    const defines = elements.filter((file) => file.endsWith('define.js')).map((file) => `elements/${file}`);
    assert.ok(defines.length > 10);
    const modules = ['index.js', 'define.js', ...defines, 'adapters/http/index.js', 'adapters/local/index.js'];
    const code = modules.map((file) => `await import(${JSON.stringify(join(dist, 'esm', file))});`).join('\n');
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
      encoding: 'utf8',
    });
    assert.deepEqual([status, stderr], [0, '']);
  });

  for (const way of Object.keys(ways) as (keyof typeof ways)[])
    it(`work from ${way} under a strict policy: a conversation is answered and exported as PDF`, async () => {
      const downloadPath = mkdtempSync(join(folder, 'downloads-'));
      const profile = await browser.createBrowserContext({ downloadBehavior: { policy: 'allow', downloadPath } });
      const tab = await openTab(profile, `${origin}/${files[way]}.html`);
      // With it the conversation is there; until then nothing can be typed.
      await byRole(tab.page, 'button', /^Send to Aïsha/);
      await click(tab.page, 'textbox', 'Message');
      await tab.page.keyboard.type('Dat kan, achter het gebouw.');
      await tab.page.keyboard.press('Enter');
      await shows(tab, 'Dat kan, achter het gebouw.');

      await click(tab.page, 'button', 'More actions');
      await byRole(tab.page, 'combobox', 'Type a command or a name');
      await tab.page.keyboard.type('Export');
      await tab.page.keyboard.press('Enter');
      await byRole(tab.page, 'dialog', 'Export conversation');
      await click(tab.page, 'button', 'Export');
      const { pages, title } = await readPdf(await downloaded(downloadPath));
      assert.match(title ?? '', /Aïsha de Vries/);
      assert.match(pages.join('\n'), /Dat kan, achter het gebouw\./);
      assert.deepEqual([tab.problems, tab.foreignRequests], [[], []]);
      await profile.close();
    });
});
