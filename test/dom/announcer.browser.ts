import { expect } from '@open-wc/testing';
import { acquireAnnouncer, type Announcer } from '../../src/dom/announcer.ts';
import { manualClock } from '../../src/testing/index.ts';

const regions = (): Element[] => [...document.querySelectorAll('body > [aria-live]')];
const said = (urgency: 'polite' | 'assertive'): string[] =>
  [...document.querySelectorAll(`body > [aria-live="${urgency}"] > *`)].map((line) => line.textContent);
const summary = (count: number): string => `${count} new messages`;
const message = (number: number) => ({
  key: `message-${number}`,
  text: `Message ${number}`,
  group: { name: 'messages', summary },
});

describe('announcer', () => {
  let clock = manualClock();
  let held: Announcer[] = [];
  const acquire = (): Announcer => {
    const announcer = acquireAnnouncer(document, clock);
    held.push(announcer);
    return announcer;
  };

  beforeEach(() => {
    clock = manualClock();
    held = [];
  });
  afterEach(() => held.forEach((announcer) => announcer.release()));

  it('keeps one polite and one assertive region in the document, whoever asks', () => {
    acquire();
    acquire();
    expect(regions().map((region) => region.getAttribute('aria-live'))).to.deep.equal(['polite', 'assertive']);
  });

  it('takes the regions away with the last share, and leaves no timer', async () => {
    const [first, second] = [acquire(), acquire()];
    first.announce({ key: 'a', text: 'One' });
    await clock.advance(400);
    first.release();
    first.release();
    expect(regions()).to.have.length(2);
    second.release();
    expect(regions()).to.have.length(0);
    expect(clock.pending).to.equal(0);
  });

  it('[I10] says each change once, whoever announces it', async () => {
    const [first, second] = [acquire(), acquire()];
    first.announce({ key: 'message-1', text: 'Hello' });
    second.announce({ key: 'message-1', text: 'Hello' });
    await clock.advance(400);
    first.announce({ key: 'message-1', text: 'Hello' });
    await clock.advance(5000);
    expect(said('polite')).to.deep.equal(['Hello']);
  });

  it('says up to three messages one by one, and sums more', async () => {
    const announcer = acquire();
    for (const number of [1, 2, 3]) announcer.announce(message(number));
    await clock.advance(400);
    expect(said('polite')).to.deep.equal(['Message 1', 'Message 2', 'Message 3']);
    for (let number = 4; number < 24; number += 1) announcer.announce(message(number));
    await clock.advance(2000);
    expect(said('polite').slice(3)).to.deep.equal(['20 new messages']);
  });

  it('lets speech rest between bursts', async () => {
    const announcer = acquire();
    for (let number = 0; number < 100; number += 1) {
      announcer.announce(message(number));
      await clock.advance(50);
    }
    expect(said('polite').length).to.be.at.most(6);
  });

  it('interrupts only for what is assertive', async () => {
    const announcer = acquire();
    announcer.announce({ key: 'failed', text: 'Not sent', urgency: 'assertive' });
    await clock.advance(400);
    expect(said('assertive')).to.deep.equal(['Not sent']);
    expect(said('polite')).to.deep.equal([]);
  });

  it('removes what was said long ago', async () => {
    const announcer = acquire();
    announcer.announce({ key: 'a', text: 'Old' });
    await clock.advance(11_000);
    expect(said('polite')).to.deep.equal([]);
  });

  it('keeps hostile text as text', async () => {
    acquire().announce({ key: 'a', text: '<img src=x onerror=alert(1)>' });
    await clock.advance(400);
    expect(document.querySelector('body > [aria-live] img')).to.equal(null);
    expect(said('polite')).to.deep.equal(['<img src=x onerror=alert(1)>']);
  });
});
