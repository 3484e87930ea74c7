import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { AxeResults } from 'axe-core';
import { backends, byRole, click, customer, openStage, openTab, type Stage, type Watched } from './support.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let stage: Stage;

/** What axe finds on a page; the script comes over the debugging protocol, past the page's own policy. */
async function violations({ page }: Watched): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** How far a page can be scrolled sideways, px. */
const sideways = ({ page }: Watched): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const looks = [
  { width: 320, theme: 'light', language: 'nl', direction: 'ltr' },
  { width: 768, theme: 'dark', language: 'en', direction: 'ltr' },
  { width: 1280, theme: 'light', language: 'en', direction: 'rtl' },
  { width: 1280, theme: 'dark', language: 'nl', direction: 'ltr' },
  { width: 320, theme: 'dark', language: 'de', direction: 'ltr' },
  { width: 1280, theme: 'light', language: 'fr', direction: 'ltr' },
  { width: 320, theme: 'light', language: 'ar', direction: 'rtl' },
] as const;

/** What the fields to write in and to look a number up in are called. */
const fields = {
  en: { message: 'Message', number: 'Phone number' },
  nl: { message: 'Bericht', number: 'Telefoonnummer' },
  de: { message: 'Nachricht', number: 'Telefonnummer' },
  fr: { message: 'Message', number: 'Numéro de téléphone' },
  ar: { message: 'الرسالة', number: 'رقم الهاتف' },
} as const;

describe('the pages of the demo', { timeout: 300_000 }, () => {
  before(async () => {
    stage = await openStage();
  });
  after(async () => {
    await stage.close();
  });

  for (const [index, { width, theme, language, direction }] of looks.entries()) {
    it(`are accessible and fit at ${width} px, ${theme}, ${language}, ${direction}`, async () => {
      const profile = await stage.profile();
      const backend = backends[index % backends.length] ?? backends[0];
      const options = `?agent=1&lang=${language}&theme=${theme}&dir=${direction}&backend=${backend}`;
      const tab = await openTab(profile, `${stage.origin}/${options}`);
      await tab.page.setViewport({ width, height: 800 });
      await byRole(tab.page, 'heading', /Sanne/);
      assert.deepEqual(await violations(tab), [], 'role centre');
      assert.equal(await sideways(tab), 0, 'role centre');

      await tab.page.goto(`${stage.origin}/${options}#/conversations`);
      await click(tab.page, 'option', new RegExp(`^${customer}`));
      await byRole(tab.page, 'textbox', fields[language].message);
      assert.deepEqual(await violations(tab), [], 'conversation');
      assert.equal(await sideways(tab), 0, 'conversation');

      const phone = await openTab(profile, `${stage.origin}/phone${options}`);
      await phone.page.setViewport({ width, height: 800 });
      await byRole(phone.page, 'textbox', fields[language].number);
      assert.deepEqual(await violations(phone), [], 'phone');
      assert.equal(await sideways(phone), 0, 'phone');
      assert.deepEqual([...tab.problems, ...phone.problems], []);
      await profile.close();
    });
  }
});
