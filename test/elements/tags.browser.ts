import { expect } from '@open-wc/testing';
import { defineAll } from '../../src/elements/define-all.ts';
import { createChild, define, tagOf } from '../../src/elements/tags.ts';
import { ConversationList } from '../../src/elements/conversation-list/conversation-list.ts';

describe('registration', () => {
  it('registers every element under its own name, and again without harm', () => {
    defineAll();
    defineAll();
    for (const tag of ['conversation-provider', 'conversation-view', 'conversation-list', 'conversation-timeline'])
      expect(customElements.get(tag), tag).to.be.a('function');
  });

  it('renames all, and elements inside elements follow', () => {
    defineAll({ prefix: 'acme', suffix: 'v2' });
    expect(tagOf('conversation-list')).to.equal('acme-conversation-list-v2');
    const child = createChild('conversation-list');
    expect(child.localName).to.equal('acme-conversation-list-v2');
    expect(child).to.be.instanceOf(ConversationList);
    defineAll();
    expect(createChild('conversation-list').localName).to.equal('conversation-list');
  });

  it('warns once when a tag belongs to somebody else, and leaves it alone', () => {
    const theirs = class extends HTMLElement {};
    customElements.define('taken-my-conversations', theirs);
    const warnings: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => void warnings.push(text);
    try {
      define('my-conversations', ConversationList, { prefix: 'taken' });
      define('my-conversations', ConversationList, { prefix: 'taken' });
    } finally {
      console.warn = warn;
    }
    expect(customElements.get('taken-my-conversations')).to.equal(theirs);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('<taken-my-conversations> is already defined by another library');
  });
});
