import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/channel-composer/define.ts';
import { anAttachment } from '../src/testing/builders.ts';
import type { Content } from '../src/domain/model.ts';
import type { ScheduledMessage } from '../src/ports/parts/schedule.ts';
import { frame, provide, storyNow, type World, type WorldOptions, withoutPart, withPart } from './support.ts';

export default {
  title: 'Elements/channel-composer/Ways to send',
  component: 'channel-composer',
  tags: ['!autodocs'],
} satisfies Meta;

const story = (options: WorldOptions, width = '44rem', seconds = 0, id = 'jansen'): TemplateResult =>
  provide(
    frame(html`<channel-composer conversation-id=${id} undo-seconds=${seconds}></channel-composer>`, {
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

const offer = anAttachment({ id: 'offer', name: 'offerte-2026-0113.pdf', mimeType: 'application/pdf' });

const kinds: readonly (readonly [Content, ScheduledMessage['state']])[] = [
  [{ kind: 'document', attachment: offer, caption: 'De offerte' }, 'waiting'],
  [
    {
      ...{ kind: 'template', name: 'appointment_reminder', language: 'nl', header: 'Je afspraak', buttons: [] },
      ...{ body: 'Dag Aïsha, wij zien je graag op dinsdag bij Vestiging Utrecht. Tot dan.', footer: null },
    },
    'waiting',
  ],
  [{ kind: 'text', text: 'Schikt negen uur ook?' }, 'failed'],
];
const waits = kinds.map(([content, state], index): ScheduledMessage => ({
  message: {
    ...{ clientId: `later-${index}`, conversationId: 'aisha', channel: 'whatsapp', accountId: null },
    ...{ content, replyToId: null },
  },
  sendAt: storyNow + (index + 1) * 86_400_000,
  author: { kind: 'co-worker', id: 'mila', name: 'Mila Jonkers' },
  state,
  failure: state === 'failed' ? { reason: 'window-closed', providerCode: null, detail: null, at: storyNow } : null,
}));

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

/** A file, a template, and one that could not leave any more. */
export const ScheduledOfAllKinds: StoryObj = {
  render: () =>
    story(
      {
        adapt: withPart('schedule', (part) => part && { ...part, list: async () => waits }),
        then: () => click('.scheduled summary'),
      },
      '44rem',
      0,
      'aisha',
    ),
};

/** A file that was taken back is among the files again, with its caption. */
export const TakenBackFile: StoryObj = {
  render: () =>
    story(
      {
        then: async () => {
          await found('[part=tools] button');
          const request = { conversationId: 'aisha', channel: 'whatsapp', by: 'same-channel', text: null } as const;
          const file = { attachment: offer, caption: 'De offerte' };
          document.querySelector('channel-composer')?.compose({ ...request, file });
        },
      },
      '44rem',
      0,
      'aisha',
    ),
};

/** Nothing is sent later by this backend; the menu says so. */
export const MenuWithoutLater: StoryObj = {
  render: () => story({ adapt: withoutPart('schedule'), prepare: typed, then: () => click('#send-ways-button') }),
};

/** Sent a moment ago and still on this device. */
export const Undo: StoryObj = {
  render: () => story({ prepare: typed, then: () => click('.send[aria-disabled=false]') }, '44rem', 60),
};

async function click(selector: string): Promise<void> {
  (await found(selector))?.click();
}

async function found(selector: string): Promise<HTMLElement | null> {
  for (let frames = 0; frames < 240; frames += 1) {
    const element = document.querySelector('channel-composer')?.shadowRoot?.querySelector<HTMLElement>(selector);
    if (element && frames > 20) return element;
    await new Promise(requestAnimationFrame);
  }
  return null;
}
