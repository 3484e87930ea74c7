import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/conversation-provider/define.ts';
import '../../src/elements/conversation-timeline/define.ts';
import { manualClock } from '../../src/testing/index.ts';
import { makeWorld, seedOf, storyNow } from '../../stories/support.ts';
import { history } from './timeline-bench.ts';

const said = (): string[] => [...document.querySelectorAll('body > [aria-live] > *')].map((line) => line.textContent);

// In a file of its own: what loads later is here once and for all after the first timeline of a page.
describe('conversation-timeline in its first moment', () => {
  it('says what was asked for before its voice has loaded', async () => {
    const clock = manualClock(storyNow);
    const world = makeWorld({ data: seedOf([history(3)]), clock });
    const provider = await fixture(
      html`<conversation-provider
        locale="en-GB"
        time-zone="Europe/Amsterdam"
        .session=${world.session}
      ></conversation-provider>`,
    );
    const timeline = document.createElement('conversation-timeline');
    timeline.conversationId = 'talk';
    provider.append(timeline);
    const turn = async (ms: number): Promise<void> => {
      await clock.advance(ms);
      await new Promise(requestAnimationFrame);
    };
    await timeline.updateComplete;
    let wasSilent: boolean | null = null;
    // Told before the next frame, and with that before anything more can load.
    const observer = new MutationObserver(() => {
      if (!timeline.shadowRoot?.querySelector('article')) return;
      observer.disconnect();
      wasSilent = document.querySelector('body > [aria-live]') === null;
      timeline.readLatest(1);
    });
    observer.observe(timeline.shadowRoot!, { childList: true, subtree: true });
    while (said().length === 0) await turn(10);
    expect(wasSilent, 'its voice had not loaded').to.equal(true);
    expect(said().join()).to.match(/^Aïsha de Vries, Incoming, 14:25, WhatsApp: Message 3/);
  });
});
