import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { byRole, openStage, openTab, type Stage } from './support.ts';

/** A shift of a page's content after it was first seen, as the browser counts it: 0.1 is where it is called poor. */
interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

/** Pages, and what tells that all of it is there. */
const pages = [
  { path: '/', role: 'row', name: /Open source record/ },
  { path: '/#/card/contact-1', role: 'heading', name: /./ },
  { path: '/#/conversations', role: 'option', name: /Sanne/ },
  { path: '/#/monitor', role: 'row', name: /WhatsApp|SMS/ },
  { path: '/#/conversion', role: 'combobox', name: /Branch/ },
  { path: '/phone', role: 'button', name: /\+\d/ },
] as const;

describe('pages of the demo stand still', { timeout: 300_000 }, () => {
  let stage: Stage;

  before(async () => {
    stage = await openStage();
  });
  after(async () => {
    await stage.close();
  });

  for (const { path, role, name } of pages)
    for (const width of [320, 1280])
      it(`${path} at ${width} px, while what it shows comes`, async () => {
        const profile = await stage.profile();
        const tab = await openTab(profile, 'about:blank');
        await tab.page.setViewport({ width, height: 800 });
        await tab.page.goto(stage.origin + path.replace(/^\/(phone)?/, '/$1?lang=en'), { waitUntil: 'load' });
        await byRole(tab.page, role, name);
        await tab.page.waitForNetworkIdle({ idleTime: 500, concurrency: 2 });
        const moved = await tab.page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              const sum = (list: PerformanceEntryList): number =>
                (list as Shift[]).reduce((all, { value, hadRecentInput }) => all + (hadRecentInput ? 0 : value), 0);
              new PerformanceObserver((list) => resolve(sum(list.getEntries()))).observe({
                type: 'layout-shift',
                buffered: true,
              });
              // Without any shift nothing is told.
              requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(0), 100)));
            }),
        );
        assert.ok(moved < 0.003, `moved by ${moved.toFixed(4)}`);
        await profile.close();
      });
});
