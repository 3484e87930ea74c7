import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { BrowserContext } from 'puppeteer-core';
import {
  backends,
  byRole,
  click,
  countByRole,
  customer,
  fill,
  openStage,
  openTab,
  shows,
  type Stage,
  tabTo,
  textOf,
  until,
  type Watched,
} from './support.ts';

/** Words of both pages in the languages the product is complete in. */
const words = {
  en: {
    number: 'Phone number',
    reply: 'Reply',
    message: 'Message',
    send: /^Send to /,
    conversations: 'Conversations',
    messages: 'Messages',
    composer: 'Composer',
    offline: 'Work offline',
    ending: 'How messages end',
    reason: 'Reason',
  },
  nl: {
    number: 'Telefoonnummer',
    reply: 'Antwoorden',
    message: 'Bericht',
    send: /^Verzenden aan /,
    conversations: 'Gesprekken',
    messages: 'Berichten',
    composer: 'Berichtvak',
    offline: 'Offline werken',
    ending: 'Hoe berichten aflopen',
    reason: 'Reden',
  },
} as const;

let stage: Stage;

/** A co-worker's page and the customer's phone in one browser profile, both showing the same customer. */
interface Pair {
  readonly profile: BrowserContext;
  readonly erp: Watched;
  readonly phone: Watched;
}

let backend: (typeof backends)[number] = 'local';

async function openPair(language: 'en' | 'nl'): Promise<Pair> {
  const profile = await stage.profile();
  const erp = await openTab(profile, `${stage.origin}/?agent=1&lang=${language}&backend=${backend}#/conversations`);
  await byRole(erp.page, 'option', new RegExp(`^${customer}`));
  const phone = await openTab(profile, `${stage.origin}/phone?lang=${language}&backend=${backend}`);
  await click(phone.page, 'button', new RegExp(`^${customer}`));
  return { profile, erp, phone };
}

async function openConversation({ page }: Watched): Promise<void> {
  await page.bringToFront();
  await click(page, 'option', new RegExp(`^${customer}`));
}

async function write({ page }: Watched, language: 'en' | 'nl', text: string): Promise<void> {
  await page.bringToFront();
  await fill(page, words[language].message, text);
  await click(page, 'button', words[language].send);
}

async function countOf({ page }: Watched, text: string): Promise<number> {
  return (await textOf(page)).split(text).length - 1;
}

async function close(pair: Pair): Promise<void> {
  for (const { problems, foreignRequests } of [pair.erp, pair.phone]) {
    assert.deepEqual(problems, [], 'no script errors and no policy violations');
    assert.deepEqual(foreignRequests, [], 'nothing is asked of any other host');
  }
  await pair.profile.close();
}

describe('a co-worker and a customer', { timeout: 600_000 }, () => {
  before(async () => {
    stage = await openStage();
  });
  after(async () => {
    await stage.close();
  });

  for (const each of backends) {
    describe(`with the ${each} backend`, () => {
      before(() => {
        backend = each;
      });
      talk();
    });
  }
});

function talk(): void {
  for (const language of ['en', 'nl'] as const) {
    it(`[A1 B3 B5] talk over two tabs in ${language}, the co-worker with the keyboard alone`, async () => {
      const pair = await openPair(language);
      const { erp, phone } = pair;
      const text = words[language];
      await erp.page.bringToFront();
      await tabTo(erp.page, 'option', new RegExp(`^${customer}`));
      await erp.page.keyboard.press('Enter');
      await tabTo(erp.page, 'textbox', text.message);
      await erp.page.keyboard.type(`Hello from ${language}`);
      await erp.page.keyboard.press('Enter');
      await shows(phone, `Hello from ${language}`);
      for (const region of [text.conversations, text.messages, text.composer]) await byRole(erp.page, 'region', region);

      await phone.page.bringToFront();
      await fill(phone.page, text.reply, `Answer in ${language}`);
      await click(phone.page, 'button', text.reply);
      await shows(erp, `Answer in ${language}`);
      assert.equal((await countByRole(erp.page, 'article', new RegExp(`Answer in ${language}`))) <= 1, true);
      await close(pair);
    });
  }

  it('[B3] sends with Shift+Ctrl+S and shows how far the message got', async () => {
    const pair = await openPair('en');
    await openConversation(pair.erp);
    await fill(pair.erp.page, 'Message', 'By shortcut');
    for (const key of ['Control', 'Shift'] as const) await pair.erp.page.keyboard.down(key);
    await pair.erp.page.keyboard.press('KeyS');
    for (const key of ['Shift', 'Control'] as const) await pair.erp.page.keyboard.up(key);
    await shows(pair.phone, 'By shortcut');
    await byRole(pair.erp.page, 'article', /By shortcut|Read/);
    await close(pair);
  });

  it('[I1 I3 I7] keeps what was sent offline through a reload and sends it once, by itself', async () => {
    const pair = await openPair('en');
    const { erp, phone } = pair;
    await openConversation(erp);
    await click(erp.page, 'switch', words.en.offline);
    await write(erp, 'en', 'Written without a network');
    await shows(erp, 'Queued');
    assert.equal(await countOf(phone, 'Written without a network'), 0);
    await erp.page.reload({ waitUntil: 'load' });
    await shows(erp, 'Written without a network');
    // The switch does not survive a reload: the connection is back, and nobody presses anything.
    await shows(phone, 'Written without a network');
    await until('the end of the queue', async () => ((await countOf(erp, 'Queued')) === 0 ? true : null));
    assert.equal(await countOf(phone, 'Written without a network'), 1);
    await close(pair);
  });

  it('[B12] keeps a draft through a reload 50 ms after the last key', async () => {
    const pair = await openPair('en');
    const { erp } = pair;
    await openConversation(erp);
    await fill(erp.page, 'Message', 'Half a sentence');
    await erp.page.reload({ waitUntil: 'load' });
    const box = await byRole(erp.page, 'textbox', 'Message');
    await until('the draft', async () => {
      const handle = await box.elementHandle();
      return (await handle?.evaluate((element) => (element as HTMLTextAreaElement).value)) === 'Half a sentence'
        ? true
        : null;
    });
    await close(pair);
  });

  it('[A3 A4] says why a message failed and sends it again on request', async () => {
    const pair = await openPair('en');
    const { erp, phone } = pair;
    await openConversation(erp);
    await phone.page.bringToFront();
    await phone.page.select('#ending', 'failed');
    await write(erp, 'en', 'Into the void');
    await byRole(erp.page, 'button', 'Retry');
    await shows(erp, 'the recipient cannot be reached');
    await phone.page.bringToFront();
    await phone.page.select('#ending', 'read');
    await erp.page.bringToFront();
    await click(erp.page, 'button', 'Retry');
    await shows(phone, 'Into the void');
    await close(pair);
  });

  it('[B6] locks free text when the window is closed and opens by itself when the customer writes', async () => {
    const pair = await openPair('en');
    const { erp, phone } = pair;
    await openConversation(erp);
    await fill(erp.page, 'Message', 'Kept while locked');
    await phone.page.bringToFront();
    await phone.page.select('#sent-at', 'now');
    await click(phone.page, 'tab', /^WhatsApp/);
    await fill(phone.page, 'Reply', 'I write by WhatsApp');
    await click(phone.page, 'button', 'Reply');
    await erp.page.bringToFront();
    await byRole(erp.page, 'radio', /^WhatsApp(?! invitation)/);
    await shows(erp, 'I write by WhatsApp');
    const box = await byRole(erp.page, 'textbox', 'Message');
    const handle = await box.elementHandle();
    assert.equal(await handle?.evaluate((element) => (element as HTMLTextAreaElement).value), 'Kept while locked');
    await close(pair);
  });

  it('[I6] shows two co-workers of a branch the same conversation', async () => {
    const pair = await openPair('en');
    const second = await openTab(
      pair.profile,
      `${stage.origin}/?agent=2&lang=en&backend=${backend}#/conversations?scope=branch`,
    );
    await click(second.page, 'option', new RegExp(`^${customer}`));
    await openConversation(pair.erp);
    await write(pair.erp, 'en', 'Seen by both');
    await shows(second, 'Seen by both');
    assert.deepEqual(second.problems, []);
    await close(pair);
  });

  it('takes messages that were sent while the phone was closed', async () => {
    const pair = await openPair('en');
    await openConversation(pair.erp);
    await pair.phone.page.close();
    await write(pair.erp, 'en', 'Nobody is looking');
    await shows(pair.erp, 'Nobody is looking');
    const phone = await openTab(pair.profile, `${stage.origin}/phone?lang=en&backend=${backend}`);
    await click(phone.page, 'button', new RegExp(`^${customer}`));
    await shows(phone, 'Nobody is looking');
    await close({ ...pair, phone });
  });

  it('begins anew for everybody when one tab asks for it', async () => {
    const pair = await openPair('en');
    await openConversation(pair.erp);
    await write(pair.erp, 'en', 'Gone after the reset');
    await shows(pair.phone, 'Gone after the reset');
    const other = await openTab(pair.profile, `${stage.origin}/?agent=2&lang=en&backend=${backend}&reset#/`);
    const isOpen = async (): Promise<true | null> =>
      (await countByRole(other.page, 'heading', /Daan/)) > 0 ? true : null;
    await until('the page, filled anew', isOpen, 60_000);
    assert.doesNotMatch(other.page.url(), /reset/);
    const gone = (tab: Watched): Promise<true> =>
      until('the reset', async () => ((await countOf(tab, 'Gone after the reset')) === 0 ? true : null));
    await gone(pair.phone);
    // The page that was open learns of it and shows what there is now.
    await pair.erp.page.bringToFront();
    await gone(pair.erp);
    await byRole(pair.erp.page, 'option', new RegExp(`^${customer}`));
    assert.deepEqual(other.problems, []);
    await close(pair);
  });
}
