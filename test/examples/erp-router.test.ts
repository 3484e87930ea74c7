import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readOptions, withOption } from '../../examples/erp/page-options.ts';
import { conversationsRoute, hashOf, listRoute, logRoute, parseRoute, type Route } from '../../examples/erp/router.ts';

const routes: readonly Route[] = [
  { page: 'home' },
  { page: 'home', view: 'scope=branch&unread=1' },
  conversationsRoute({ scope: 'branch', view: 'tab=new&scope=branch&sort=oldest&q=de%20vries' }),
  listRoute('contacts'),
  { page: 'resources', search: 'de vries & zn?', serviceMonth: 11, noMobile: true },
  { page: 'card', id: 'contact-1' },
  { page: 'new-contact', conversationId: 'c 1', channel: 'sms', address: '+31612345678', name: 'Zoë & co' },
  { page: 'card', id: 'a/b?c#d%' },
  conversationsRoute(),
  conversationsRoute({ scope: 'branch', conversationId: 'conversation-1' }),
  conversationsRoute({ recipientId: 'contact-1', conversationId: 'x y' }),
  logRoute(),
  logRoute({ scope: 'mine', unreadOnly: true }),
  logRoute({ recipientId: 'contact-1' }),
];

describe('the address of a place in the ERP', () => {
  for (const route of routes)
    it(`leads back to ${hashOf(route)}`, () => assert.deepEqual(parseRoute(hashOf(route)), route));

  for (const hash of ['', '#', '#/', '#/nowhere', '#/card', '#/card/%E0%A4%A', '#/new-contact?address=1'])
    it(`leads home from ${JSON.stringify(hash)}`, () => assert.deepEqual(parseRoute(hash), { page: 'home' }));
});

describe('what the address asks for', () => {
  it('has defaults for what is missing or nonsense', () => {
    const options = {
      language: 'en',
      agent: 1,
      backend: 'gateway',
      direction: 'ltr',
      theme: null,
      reset: false,
      isLong: false,
    } as const;
    assert.deepEqual(readOptions('', 'en-US'), options);
    assert.deepEqual(readOptions('?agent=9&theme=pink&dir=up&lang=xx', 'nl'), options);
    assert.deepEqual(readOptions('', 'nl-BE'), { ...options, language: 'nl' });
    assert.deepEqual(readOptions('?lang=de', 'en'), { ...options, language: 'de' });
    assert.deepEqual(readOptions('?lang=fr-BE', 'en'), { ...options, language: 'fr' });
  });

  it('reads from right to left in Arabic unless the address says otherwise', () => {
    assert.equal(readOptions('?lang=ar', 'en').direction, 'rtl');
    assert.equal(readOptions('?lang=ar&dir=ltr', 'en').direction, 'ltr');
    assert.equal(readOptions('?lang=de&dir=rtl', 'en').direction, 'rtl');
  });

  it('reads everything', () => {
    assert.deepEqual(readOptions('?agent=3&lang=nl&dir=rtl&theme=dark&reset&backend=gateway&conversation=long', 'en'), {
      language: 'nl',
      agent: 3,
      backend: 'gateway',
      direction: 'rtl',
      theme: 'dark',
      reset: true,
      isLong: true,
    });
  });

  it('changes one option and keeps the place', () => {
    const location = { pathname: '/', search: '?agent=2&lang=en', hash: '#/contacts' };
    assert.equal(withOption(location, 'lang', 'nl'), '/?agent=2&lang=nl#/contacts');
  });
});
