import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { backends, byRole, click, countByRole, fill, openStage, openTab, shows, type Stage, until } from './support.ts';

let stage: Stage;

describe('a supervisor', { timeout: 300_000 }, () => {
  before(async () => {
    stage = await openStage();
  });
  after(async () => {
    await stage.close();
  });

  for (const backend of backends)
    it(`[E1] [E2] sees what nobody has taken, gives it to a co-worker, and the co-worker has it at once (${backend})`, async () => {
      const profile = await stage.profile();
      const options = `lang=en&backend=${backend}`;
      const monitor = await openTab(profile, `${stage.origin}/monitor?agent=supervisor&${options}`);
      await byRole(monitor.page, 'heading', 'Monitoring');
      const tile = await byRole(monitor.page, 'button', /^Unknown sender ?: [1-9]/);
      const before = Number(/\d+$/.exec(tile.name ?? '')?.[0]);
      await click(monitor.page, 'button', /^Unknown sender/);
      await until('as many rows as the tile says', async () =>
        (await countByRole(monitor.page, 'checkbox', /^Choose (?!all)/)) === before ? true : null,
      );
      await click(monitor.page, 'checkbox', 'Choose Priya');
      // Who is not logged in is shown and not offered (D2): Daan logs in.
      const daan = await openTab(profile, `${stage.origin}/?agent=2&${options}`);
      await monitor.page.bringToFront();
      await until('Daan is offered', async () => {
        const select = await (await byRole(monitor.page, 'combobox', 'Assign to')).elementHandle();
        if (!select) return null;
        return select.evaluate((element) => {
          const list = element as HTMLSelectElement;
          const option = [...list.options].find(({ text, disabled }) => text === 'Daan Visser' && !disabled);
          if (option) list.value = option.value;
          return option ? true : null;
        });
      });
      await click(monitor.page, 'button', 'Assign');
      await shows(monitor, '1 conversation changed.');
      await byRole(daan.page, 'row', /^Priya/);
      assert.deepEqual([monitor.problems, daan.problems], [[], []]);
      await profile.close();
    });

  for (const backend of backends)
    it(`[D10] makes a contact of a sender that has none: the card, the directory and the conversation know it (${backend})`, async () => {
      const profile = await stage.profile();
      const options = `agent=supervisor&lang=en&backend=${backend}`;
      const tab = await openTab(profile, `${stage.origin}/?${options}#/monitor?cue=unmatched`);
      await click(tab.page, 'searchbox', 'Search conversations');
      await tab.page.keyboard.type('Grace');
      await click(tab.page, 'row', /Grace.*Nobody/);
      await click(tab.page, 'button', 'Create a new record');
      await byRole(tab.page, 'heading', 'New contact');
      const mobile = String((await byRole(tab.page, 'textbox', 'Mobile phone')).value);
      assert.match(mobile, /^\+?\d+$/);
      await fill(tab.page, 'First name', 'Grace');
      await fill(tab.page, 'Last name', 'Raman');
      await click(tab.page, 'button', 'Save and link');
      await shows(tab, 'Grace Raman is contact C10241 now');
      await byRole(tab.page, 'heading', /^Grace Raman/);
      await tab.page.goto(`${stage.origin}/?${options}#/contacts?q=Grace%20Raman`);
      await tab.page.reload();
      await shows(tab, 'C10241');
      assert.deepEqual(tab.problems, []);
      await profile.close();
    });

  it('[E5] converts untidy numbers after a look at what would change, and takes it back', async () => {
    const profile = await stage.profile();
    const report = await openTab(profile, `${stage.origin}/conversion?agent=supervisor&lang=en`);
    await until('a session', async () =>
      (await byRole(report.page, 'button', 'Check numbers')).disabled ? null : true,
    );
    await click(report.page, 'button', 'Check numbers');
    await byRole(report.page, 'button', /^Doubtful [1-9]/);
    await click(report.page, 'button', /^Convert \d+ numbers$/);
    await shows(report, 'numbers converted.');
    await click(report.page, 'button', 'Undo');
    await shows(report, 'numbers are as they were before.');
    assert.deepEqual(report.problems, []);
    await profile.close();
  });
});
