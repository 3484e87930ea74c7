import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { byRole, click, countByRole, fill, openStage, openTab, shows, type Stage, textOf, until } from './support.ts';

let stage: Stage;

/** The conversation list of the branch on a tab, the newest first. */
const list = (tab: string): string =>
  `#/conversations?scope=branch&view=${encodeURIComponent(`tab=${tab}&scope=branch&sort=newest`)}`;

const coWorkers = ['Sanne Bakker', 'Daan Visser'];
const quicker = 'was quicker: this conversation is theirs now. Your text is kept.';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What a text box holds. */
const textIn = async (page: Page, name: string): Promise<unknown> => (await byRole(page, 'textbox', name)).value;

describe('a team on one gateway', { timeout: 300_000 }, () => {
  before(async () => {
    stage = await openStage();
  });
  after(async () => {
    await stage.close();
  });

  it('[D1] [D2] two press Assign to me at once: one owns it, the other is told and keeps the text; the supervisor sees it live', async () => {
    const profiles = await Promise.all([stage.profile(), stage.profile(), stage.profile()]);
    const [first, second, watching] = await Promise.all([
      openTab(profiles[0], `${stage.origin}/?agent=1&lang=en${list('new')}`),
      openTab(profiles[1], `${stage.origin}/?agent=2&lang=en${list('new')}`),
      openTab(profiles[2], `${stage.origin}/monitor?agent=supervisor&lang=en`),
    ]);
    const both = [first, second];
    const row = await byRole(first.page, 'option', /, (WhatsApp|SMS),/);
    const customer = (row.name ?? '').split(',')[0] ?? '';
    const named = new RegExp(`^${escaped(customer)},`);
    // The figures above are there: nothing moves under the click any more.
    await byRole(watching.page, 'row', /Nobody/);
    await click(watching.page, 'searchbox', 'Search conversations');
    await watching.page.keyboard.type(customer.trim());
    await byRole(watching.page, 'row', new RegExp(`${escaped(customer)}.*Nobody`));
    for (const { page } of both) {
      await click(page, 'option', named);
      await fill(page, 'Message', `from agent ${page === first.page ? 1 : 2}`);
    }
    const buttons = await Promise.all(
      both.map(async ({ page }) => (await byRole(page, 'button', 'Assign to me')).elementHandle()),
    );
    await Promise.all(buttons.map((button) => button!.evaluate((element) => (element as HTMLElement).click())));
    const told = await until('one of them is told', async () => {
      const texts = await Promise.all(both.map(({ page }) => textOf(page)));
      const losers = both.filter((_, index) => texts[index]?.includes(quicker));
      return losers.length > 0 ? losers : null;
    });
    assert.equal(told.length, 1, 'how many are told that a colleague was quicker');
    const loser = told[0] === first ? 0 : 1;
    const [winnersPage, losersPage] = loser === 0 ? [second, first] : [first, second];
    await shows(losersPage, `${coWorkers[1 - loser]} was quicker: this conversation is theirs now.`);
    assert.equal(await textIn(losersPage.page, 'Message'), `from agent ${loser + 1}`);
    assert.equal(await textIn(winnersPage.page, 'Message'), `from agent ${2 - loser}`);
    await until('it is new for nobody', async () =>
      (await Promise.all(both.map(({ page }) => countByRole(page, 'option', named)))).every((count) => count === 0)
        ? true
        : null,
    );
    const inMonitor = (owner: string) => new RegExp(`${escaped(customer)}.*${owner}`);
    await byRole(watching.page, 'row', inMonitor(coWorkers[1 - loser]!));

    await click(winnersPage.page, 'button', 'Assign');
    await click(winnersPage.page, 'radio', new RegExp(coWorkers[loser]!));
    await fill(winnersPage.page, 'Comment for the colleague', 'You know this customer');
    await click(winnersPage.page, 'button', 'Assign');
    await byRole(watching.page, 'row', inMonitor(coWorkers[loser]!));
    await shows(losersPage, 'You know this customer');
    // The browser itself writes down that the gateway refused the slower one.
    const refused = [losersPage.problems.length, losersPage.problems.every((text) => text.includes('412'))];
    assert.deepEqual([refused, winnersPage.problems, watching.problems], [[1, true], [], []]);
    await Promise.all(profiles.map((profile) => profile.close()));
  });

  it('[C13] the address keeps how conversations are looked at: reload, back and forward find it again', async () => {
    const profile = await stage.profile();
    const { page, problems } = await openTab(profile, `${stage.origin}/?agent=1&lang=en#/`);
    await click(page, 'button', 'All in branch');
    await until('the address says so', async () => (page.url().includes('scope%3Dbranch') ? true : null));
    await page.reload();
    const isPressed = async (): Promise<true | null> => {
      const { pressed } = await byRole(page, 'button', 'All in branch');
      return pressed === true ? true : null;
    };
    await until('the branch is still chosen', isPressed);
    await page.goBack();
    await until('my own again', async () => ((await isPressed()) ? null : true));
    await page.goForward();
    await until('the branch again', isPressed);
    await page.goto(`${stage.origin}/?agent=1&lang=en#/conversations`);
    await click(page, 'tab', 'Spam');
    await until('the address names the tab', async () => (page.url().includes('tab%3Dspam') ? true : null));
    await page.goBack();
    const isOn = (name: string) => async () => ((await byRole(page, 'tab', name)).selected === true ? true : null);
    await until('the tab of before', isOn('All'));
    await page.goForward();
    await until('the tab of after', isOn('Spam'));
    // Back at once, before the page has heard of the step forward.
    await page.goBack();
    await until('the tab of before', isOn('All'));
    const spam = await (await byRole(page, 'tab', 'Spam')).elementHandle();
    await spam?.evaluate((tab) => {
      (tab as HTMLElement).click();
      history.back();
    });
    await until('the tab of before, at once', isOn('All'));
    assert.deepEqual(problems, []);
    await profile.close();
  });
});
