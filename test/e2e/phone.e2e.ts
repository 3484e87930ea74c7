import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, crc32 } from 'node:zlib';
import { after, before, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'puppeteer-core';
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
  textOf,
  until,
} from './support.ts';
import type { Watched } from './support.ts';

describe('the customer’s phone', { timeout: 300_000 }, () => {
  let stage: Stage;
  let folder: string;

  before(async () => {
    stage = await openStage();
    folder = mkdtempSync(join(tmpdir(), 'phone-e2e-'));
    writeFileSync(join(folder, 'boiler.png'), picture(64, 48));
    writeFileSync(join(folder, 'leak.png'), picture(48, 64));
  });
  after(async () => {
    await stage.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const backend of backends) {
    it(`shows a picture and a template whose button answers, and sends a picture and a place (${backend})`, async () => {
      const profile = await stage.profile();
      const { erp, phone } = await openPair(profile, backend);
      await reply(phone, 'Can you come?');
      await shows(erp, 'Can you come?');

      await erp.page.bringToFront();
      await choose(erp.page, 'Attach files', join(folder, 'boiler.png'));
      await shows(erp, 'boiler.png');
      await until('the upload', async () => ((await byRole(erp.page, 'button', /^Send to /)).disabled ? null : true));
      await click(erp.page, 'button', /^Send to /);
      await showsPicture(phone.page, [64, 48]);

      await erp.page.bringToFront();
      await sendTemplate(erp.page);
      await phone.page.bringToFront();
      await shows(phone, 'onze monteur Ruben komt op');
      await shows(phone, 'Uw onderhoudsbeurt');
      await click(phone.page, 'button', 'Dat schikt');
      await erp.page.bringToFront();
      await byRole(erp.page, 'button', /^Go to the message of .*onze monteur Ruben/);

      await phone.page.bringToFront();
      await reactToNewest(phone.page);
      await erp.page.bringToFront();
      await byRole(erp.page, 'image', /^👍/);

      await phone.page.bringToFront();
      await upload(phone.page, join(folder, 'leak.png'));
      await showsPicture(erp.page, [48, 64]);
      await phone.page.bringToFront();
      await click(phone.page, 'button', 'Place');
      await shows(erp, 'Domplein, Utrecht');

      for (const { problems, foreignRequests } of [erp, phone]) assert.deepEqual([problems, foreignRequests], [[], []]);
      await profile.close();
    });
  }

  for (const backend of backends) {
    it(`[ED1] [ED4] changes and deletes what its owner wrote, in the agent's view as well (${backend})`, async () => {
      const profile = await stage.profile();
      const { erp, phone } = await openPair(profile, backend);
      await reply(phone, 'At seven is fine');
      await shows(erp, 'At seven is fine');

      await phone.page.bringToFront();
      await click(phone.page, 'button', 'Change');
      await fill(phone.page, 'Reply', 'At eight is better');
      await click(phone.page, 'button', 'Save change');
      await shows(phone, 'edited');
      await erp.page.bringToFront();
      await shows(erp, 'At eight is better');

      await phone.page.bringToFront();
      await click(phone.page, 'button', 'Delete for everybody');
      await until('it is gone', async () => ((await textOf(phone.page)).includes('At eight is better') ? null : true));
      await shows(erp, 'This message was deleted.');
      // What was read out stays in the live region for some seconds.
      await until('its words are gone', async () => ((await textOf(erp.page)).includes('At eight') ? null : true));

      for (const { problems, foreignRequests } of [erp, phone]) assert.deepEqual([problems, foreignRequests], [[], []]);
      await profile.close();
    });
  }

  async function openPair(profile: BrowserContext, backend: string): Promise<{ erp: Watched; phone: Watched }> {
    const erp = await openTab(profile, `${stage.origin}/?agent=1&lang=en&backend=${backend}#/conversations`);
    // Filling an empty backend takes its time.
    const isFilled = async (): Promise<true | null> =>
      (await countByRole(erp.page, 'option', new RegExp(`^${customer}`))) > 0 ? true : null;
    await until('the conversations', isFilled, 60_000);
    await click(erp.page, 'option', new RegExp(`^${customer}`));
    const phone = await openTab(profile, `${stage.origin}/phone?lang=en&backend=${backend}`);
    await click(phone.page, 'button', new RegExp(`^${customer}`));
    await click(phone.page, 'tab', /^WhatsApp/);
    return { erp, phone };
  }
});

async function reply({ page }: Watched, text: string): Promise<void> {
  await fill(page, 'Reply', text);
  await click(page, 'button', 'Reply');
}

async function choose(page: Page, button: string, file: string): Promise<void> {
  await byRole(page, 'button', button);
  const [chooser] = await Promise.all([page.waitForFileChooser(), click(page, 'button', button)]);
  await chooser.accept([file]);
}

async function reactToNewest(page: Page): Promise<void> {
  await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-reacts-to]')].at(-1)?.click());
  await click(page, 'button', '👍');
}

async function upload(page: Page, file: string): Promise<void> {
  const input = await page.waitForSelector('.extras input[type="file"]');
  assert.ok(input);
  await input.uploadFile(file);
}

async function sendTemplate(page: Page): Promise<void> {
  await click(page, 'button', 'Choose template');
  await fill(page, 'Search templates', 'service');
  await page.keyboard.press('Enter');
  await fill(page, 'Monteur', 'Ruben');
  const when = await byRole(page, 'DateTime', 'Datum en tijd');
  const handle = await when.elementHandle();
  await handle?.evaluate((element) => {
    (element as HTMLInputElement).value = '2026-12-01T09:30';
    element.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await click(page, 'button', /^Send template to /);
}

/** Waits until a picture of this size is drawn, wherever in shadow roots it stands. */
async function showsPicture(page: Page, size: readonly [width: number, height: number]): Promise<void> {
  await page.bringToFront();
  await until(`the picture of ${size.join('×')}`, () =>
    page.evaluate(
      (width, height) => {
        const isIn = (root: ParentNode): boolean =>
          [...root.querySelectorAll('*')].some(
            (element) =>
              (element instanceof HTMLImageElement &&
                element.naturalWidth === width &&
                element.naturalHeight === height) ||
              (element.shadowRoot !== null && isIn(element.shadowRoot)),
          );
        return isIn(document) ? true : null;
      },
      ...size,
    ),
  );
}

/** A PNG of one grey. */
function picture(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0], 8);
  const rows = Buffer.alloc((width + 1) * height, 128);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
