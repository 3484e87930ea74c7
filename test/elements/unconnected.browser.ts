import { expect } from '@open-wc/testing';
import { defineAll } from '../../src/elements/define-all.ts';

const tags = [
  'channel-composer',
  'conversation-cues',
  'conversation-details',
  'conversation-list',
  'conversation-monitor',
  'conversation-notifications',
  'conversation-provider',
  'conversation-timeline',
  'conversation-view',
  'my-conversations',
  'phone-number-conversion',
  'phone-number-field',
  'template-editor',
] as const;

defineAll();

describe('an element that is not in a page yet', () => {
  for (const tag of tags)
    it(`takes the focus to nothing, and back, without a fault: ${tag}`, () => {
      const element = document.createElement(tag);
      expect(() => element.focus()).not.to.throw();
      expect(() => element.blur()).not.to.throw();
    });

  it('takes what a host asks of a timeline without a fault', () => {
    const timeline = document.createElement('conversation-timeline');
    expect(() => {
      timeline.readLatest(1);
      void timeline.jumpToLatest();
      void timeline.search();
    }).not.to.throw();
  });
});
