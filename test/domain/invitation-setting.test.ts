import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  invitationAfterRename,
  invitationInForce,
  invitationProblem,
  templatesOfCode,
} from '../../src/domain/invitation-setting.ts';

const template = (code: string, language = 'en') => ({ code, language, isDefault: true, text: 'Hello' });
const invitation = { code: 'Invite', whatsappNumber: '+31850000000' };

describe('the invitation', () => {
  it('[CT6] is in every language of its code, whatever the case', () => {
    const templates = [template('INVITE'), template('other'), template(' invite', 'nl')];
    assert.deepEqual(
      templatesOfCode(templates, 'Invite').map(({ language }) => language),
      ['en', 'nl'],
    );
  });

  it('[CT9] is off when nothing is left of its template', () => {
    assert.equal(invitationInForce(invitation, [template('INVITE')]), invitation);
    assert.equal(invitationInForce(invitation, [template('other')]), null);
    assert.equal(invitationInForce(null, [template('INVITE')]), null);
  });

  it('[CT9] follows when the last text of its code is renamed, and only then', () => {
    const renamed = { from: 'INVITE', to: ' welcome ' };
    assert.equal(invitationAfterRename(invitation, [template('welcome')], renamed)?.code, 'welcome');
    const both = [template('welcome'), template('invite', 'nl')];
    assert.equal(invitationAfterRename(invitation, both, renamed), invitation);
    assert.equal(invitationAfterRename(invitation, [], { from: 'other', to: 'x' }), invitation);
    assert.equal(invitationAfterRename(null, [], renamed), null);
  });

  for (const [title, changes, path] of [
    ['a template and a number in full', {}, null],
    ['a code that no template has', { code: 'gone' }, 'code'],
    ['a national number', { whatsappNumber: '0850000000' }, 'whatsappNumber'],
    ['a number with blanks', { whatsappNumber: '+31 85 0000000' }, 'whatsappNumber'],
  ] as const)
    it(`[CT9] ${path === null ? 'takes' : 'refuses'} ${title}`, () => {
      assert.equal(invitationProblem({ ...invitation, ...changes }, [template('INVITE')])?.path ?? null, path);
    });
});
