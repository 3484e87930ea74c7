import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { ConversationTemplate } from '../../src/domain/model.ts';
import { aTemplate } from '../../src/testing/index.ts';
import { annasData, aWorld, codeOf, errorOf } from './world.ts';

const invitation = { code: 'INVITE', whatsappNumber: '+31850000000' };

function parts() {
  const templates = [
    aTemplate({ code: 'INVITE', language: 'nl', text: 'App ons' }),
    aTemplate({ code: 'INVITE', language: 'en', text: 'Write to us', isDefault: false }),
    aTemplate({ code: 'HELLO', language: 'nl', text: 'Hallo' }),
  ];
  const adapter = aWorld({ ...annasData(), templates, invitation })
    .start()
    .adapter();
  const [editing, listing] = [adapter.part('templateEditing'), adapter.part('templates')];
  assert.ok(editing && listing);
  return { editing, listing };
}

const said = (templates: readonly ConversationTemplate[]) =>
  templates.map(({ code, language, isDefault, version }) => `${code} ${language}${isDefault ? ' *' : ''} v${version}`);

describe('editing conversation templates', () => {
  it('[CT7] answers with all texts of the code, the new default among them', async () => {
    const { editing, listing } = parts();
    const de = aTemplate({ code: 'INVITE', language: 'de', text: 'Schreiben Sie uns' });
    assert.deepEqual(said(await editing.save(de)), ['INVITE nl v2', 'INVITE en v1', 'INVITE de * v1']);
    assert.equal((await listing.listConversationTemplates()).length, 4);
  });

  it('[CT8] refuses an outdated version and changes nothing', async () => {
    const { editing, listing } = parts();
    const replaces = { code: 'HELLO', language: 'nl' };
    const change = (text: string) => editing.save(aTemplate({ ...replaces, text }), { replaces, ifVersion: 1 });
    assert.equal((await change('Dag'))[0]?.version, 2);
    assert.equal(await codeOf(change('Hoi')), 'conflict');
    assert.equal(await codeOf(editing.remove(replaces, { ifVersion: 1 })), 'conflict');
    const hello = (await listing.listConversationTemplates()).find(({ code }) => code === 'HELLO');
    assert.equal(hello?.text, 'Dag');
  });

  it('names the field that breaks a rule', async () => {
    const { editing } = parts();
    for (const [change, path] of [
      [{ code: '' }, 'code'],
      [{ code: 'NEW', language: 'not a tag' }, 'language'],
      [{ code: 'NEW', text: ' ' }, 'text'],
      [{ code: 'HELLO', language: 'NL' }, 'language'],
    ] as const) {
      const error = await errorOf(editing.save(aTemplate(change)));
      assert.deepEqual([error.code, error.path], ['invalid', path]);
    }
  });

  it('removes, once more without harm', async () => {
    const { editing } = parts();
    const key = { code: 'INVITE', language: 'nl' };
    for (let round = 0; round < 2; round += 1) assert.deepEqual(said(await editing.remove(key)), ['INVITE en * v2']);
  });

  it('keeps the invitation when its code is renamed, and switches it off with its last text', async () => {
    const { editing, listing } = parts();
    const replaces = { code: 'INVITE', language: 'nl' };
    await editing.save(aTemplate({ code: 'WHATSAPP', text: 'App ons' }), { replaces });
    assert.equal((await listing.getInvitation())?.code, 'INVITE', 'the English one is still there');
    await editing.save(aTemplate({ code: 'WHATSAPP', language: 'en' }), { replaces: { ...replaces, language: 'en' } });
    assert.equal((await listing.getInvitation())?.code, 'WHATSAPP');
    for (const language of ['nl', 'en']) await editing.remove({ code: 'WHATSAPP', language });
    assert.equal(await listing.getInvitation(), null);
  });

  it('saves the invitation, and refuses a code or number that is none', async () => {
    const { editing, listing } = parts();
    await editing.saveInvitation({ code: 'HELLO', whatsappNumber: '+31612345678' });
    assert.equal((await listing.getInvitation())?.code, 'HELLO');
    assert.equal((await errorOf(editing.saveInvitation({ ...invitation, code: 'GONE' }))).path, 'code');
    const error = await errorOf(editing.saveInvitation({ ...invitation, whatsappNumber: '06-123' }));
    assert.deepEqual([error.code, error.path], ['invalid', 'whatsappNumber']);
    await editing.saveInvitation(null);
    assert.equal(await listing.getInvitation(), null);
  });
});
