import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/channel-composer/define.ts';
import { frame, provide, storyNow, type World, type WorldOptions } from './support.ts';

export default {
  title: 'Elements/channel-composer/Ways to send',
  component: 'channel-composer',
} satisfies Meta;

const story = (options: WorldOptions, width = '44rem', seconds = 0): TemplateResult =>
  provide(
    frame(html`<channel-composer conversation-id="jansen" undo-seconds=${seconds}></channel-composer>`, {
      width,
      height: '24rem',
    }),
    options,
  );

const typed = ({ storage }: Pick<World, 'storage'>): void =>
  void storage.putDraft({
    key: { conversationId: 'jansen', mode: 'reply', channel: 'sms' },
    clientId: '019ca8e7-0000-7000-8000-00000000d3af',
    text: 'Dag Annelies, ik heb twee kandidaten voor je.',
    replyToId: null,
    updatedAt: storyNow - 60_000,
  });

const later =
  (count: number) =>
  async ({ adapter }: World): Promise<void> => {
    for (let index = 1; index <= count; index += 1)
      await adapter.part('schedule')?.sendAt(
        {
          clientId: `later-${index}`,
          conversationId: 'jansen',
          channel: 'sms',
          accountId: null,
          content: { kind: 'text', text: `Herinnering ${index}: morgen om negen uur op de Oudegracht.` },
          replyToId: null,
        },
        storyNow + index * 86_400_000,
      );
    await click('.scheduled summary');
  };

/** Presets, a time of one's own with its zone, and archiving with the answer. */
export const Menu: StoryObj = {
  render: () => story({ prepare: typed, then: () => click('#send-ways-button') }),
};

/** Nothing is typed yet: it says why nothing can be sent. */
export const MenuWithNothingTyped: StoryObj = { render: () => story({ then: () => click('#send-ways-button') }) };

/** What waits for its time, each with a way to take it back. */
export const Scheduled: StoryObj = { render: () => story({ then: later(3) }) };

/** The same in a fact box. */
export const ScheduledNarrow: StoryObj = { render: () => story({ then: later(2) }, '20rem') };

/** Sent a moment ago and still on this device. */
export const Undo: StoryObj = {
  render: () => story({ prepare: typed, then: () => click('.send[aria-disabled=false]') }, '44rem', 60),
};

async function click(selector: string): Promise<void> {
  for (let frames = 0; frames < 240; frames += 1) {
    const found = document.querySelector('channel-composer')?.shadowRoot?.querySelector<HTMLElement>(selector);
    if (found && frames > 20) {
      found.click();
      return;
    }
    await new Promise(requestAnimationFrame);
  }
}
