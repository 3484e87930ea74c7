import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/channel-composer/define.ts';
import { basisOf } from '../src/domain/composition.ts';
import { channelOptions } from '../src/domain/channel-choice.ts';
import type { ChannelKind, ConversationChannel } from '../src/domain/model.ts';
import { withAssistant } from '../src/adapters/with-assistant.ts';
import { AdapterError } from '../src/ports/adapter-error.ts';
import type { DraftKey } from '../src/ports/storage.ts';
import { pdf, picture, waiting } from './files.ts';
import { playable, turn } from './playable.ts';
import { pressing } from './press.ts';
import {
  ago,
  choicesOf,
  frame,
  morning,
  provide,
  seedOf,
  storyNow,
  type Talk,
  within,
  withPart,
  type World,
  type WorldOptions,
} from './support.ts';

export default {
  title: 'Elements/channel-composer',
  component: 'channel-composer',
} satisfies Meta;

const below = (composer: TemplateResult, options: WorldOptions = {}, width = '44rem'): TemplateResult =>
  provide(frame(composer, { width, height: '20rem' }), options);

const composer = (conversationId = 'aisha'): TemplateResult =>
  html`<channel-composer conversation-id=${conversationId}></channel-composer>`;

/** A text that waits in the draft of a channel, as if it had been typed a minute ago. */
const typed =
  (text: string, channel: ChannelKind = 'whatsapp', conversationId = 'aisha', mode: 'reply' | 'note' = 'reply') =>
  ({ storage }: Pick<World, 'storage'>): void =>
    void storage.putDraft({
      key: { conversationId, mode, channel: mode === 'note' ? null : channel },
      clientId: '019ca8e7-0000-7000-8000-00000000d1af',
      text,
      replyToId: null,
      updatedAt: storyNow - 60_000,
    });

/** One talk with its channels changed. */
const withChannels = (
  id: string,
  change: (channel: ConversationChannel) => Partial<ConversationChannel>,
): WorldOptions => {
  const data = seedOf(morning);
  const conversations = (data.conversations ?? []).map((conversation) =>
    conversation.id === id
      ? { ...conversation, channels: conversation.channels.map((channel) => ({ ...channel, ...change(channel) })) }
      : conversation,
  );
  return { data: { ...data, conversations } };
};

/** WhatsApp, because the customer used it last and its window is open; nothing typed yet. */
export const Empty: StoryObj = {
  ...playable(
    'channel-composer',
    { conversationId: 'aisha' },
    { choices: choicesOf(seedOf(morning)), without: ['name'] },
  ),
  render: (args) => below(html`<channel-composer ${turn(args)}></channel-composer>`),
};

/** The conversation is still on its way: what is typed is taken, and Send says why it waits. */
export const Loading: StoryObj = {
  render: () =>
    below(html`<channel-composer conversation-id="aisha" .value=${'Good morning!'}></channel-composer>`, {
      prepare: ({ adapter }) => adapter.faults.every({ kind: 'silence', commit: 'before' }, 'getConversation'),
    }),
};

/** A reply that can be sent. */
export const Typed: StoryObj = {
  render: () => below(composer(), { prepare: typed('Ja hoor, achter het pand zijn vijf plaatsen. Tot dinsdag!') }),
};

/** A text message counts its parts, and names what makes them shorter. */
export const TextMessage: StoryObj = {
  render: () =>
    below(composer('jansen'), {
      prepare: typed('Dag Annelies, twee verzorgenden zijn geïnteresseerd. Zal ik ze voorstellen? 🙂', 'sms', 'jansen'),
    }),
};

/** The invitation is made, not typed; it is read before it goes. */
export const Invitation: StoryObj = {
  render: () =>
    below(composer('jansen'), {
      then: async (world) => {
        await choose(world, 'WhatsApp invitation');
      },
    }),
};

/** Nobody wrote for a day: free text is locked, the text stays, and the ways on work. */
export const WindowClosed: StoryObj = {
  render: () =>
    below(composer(), {
      ...withChannels('aisha', ({ channel }) => (channel === 'whatsapp' ? { lastIncomingAt: ago(25, 'h') } : {})),
      prepare: typed('Ja hoor, achter het pand zijn vijf plaatsen.'),
    }),
};

/** Half an hour left to answer. */
export const WindowClosesWithinTheHour: StoryObj = {
  render: () =>
    below(
      composer('mehmet'),
      withChannels('mehmet', ({ channel }) => (channel === 'whatsapp' ? { lastIncomingAt: ago(23.5, 'h') } : {})),
    ),
};

/** Six minutes left. */
export const WindowClosesSoon: StoryObj = {
  render: () =>
    below(
      composer('mehmet'),
      withChannels('mehmet', ({ channel }) => (channel === 'whatsapp' ? { lastIncomingAt: ago(23.9, 'h') } : {})),
    ),
};

/** The customer does not want text messages. */
export const OptedOut: StoryObj = {
  render: () =>
    below(
      composer('jansen'),
      withChannels('jansen', () => ({ consent: 'denied' })),
    ),
};

/** Filled from the recipient; what nobody knows is marked, and Send says so. */
export const Placeholders: StoryObj = {
  render: () =>
    below(composer(), { prepare: typed('Dag {{FirstName}}, je afspraak bij {{Project}} staat vast. {{Customer}}') }),
};

/** A note for colleagues looks like nothing that is sent. */
export const Note: StoryObj = {
  render: () =>
    below(composer(), {
      prepare: typed('Belt liever na vijven.', 'whatsapp', 'aisha', 'note'),
      then: async (world) => {
        await choose(world, 'Note');
      },
    }),
};

/** More parts than the channel carries. */
export const TooLong: StoryObj = {
  render: () => below(composer('jansen'), { prepare: typed('Graag tot ziens. '.repeat(80), 'sms', 'jansen') }),
};

/** The customer went on by another channel while the agent was typing: Send asks. */
export const AsksAfterAChange: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    below(composer('jansen'), {
      prepare: ({ storage }) => {
        const conversation = seedOf(morning).conversations?.find(({ id }) => id === 'jansen');
        const options = conversation
          ? channelOptions(conversation, { now: storyNow, invitation: true, available: ['sms', 'whatsapp'] })
          : [];
        const option = options.find(({ id }) => id === 'sms');
        if (!conversation || !option) return;
        void storage.putDraft({
          key: { conversationId: 'jansen', mode: 'reply', channel: 'sms' },
          clientId: '019ca8e7-0000-7000-8000-00000000d1ae',
          text: 'Ik heb twee kandidaten.',
          replyToId: null,
          updatedAt: storyNow - 60_000,
          basis: { ...basisOf(conversation, option), address: '+31611111111' },
        });
      },
      then: async (world) => {
        await press(world);
      },
    }),
};

/** The storage of the browser is full: the text stays, with the reason. */
export const NotKept: StoryObj = {
  render: () =>
    below(composer(), {
      prepare: ({ storage }) => {
        typed('Tot dinsdag!')({ storage });
        storage.faults.failNext('quota', 'enqueue');
      },
      then: async (world) => {
        await press(world);
      },
    }),
};

/** No connection: the message will wait. */
export const Offline: StoryObj = {
  render: () =>
    below(composer(), {
      prepare: typed('Tot dinsdag!'),
      then: ({ adapter, connectivity, session }) => {
        const stop = session.status.subscribe(() => {
          if (session.status.value.link !== 'live') return;
          stop();
          adapter.faults.offline = true;
          connectivity.set(false);
        });
      },
    }),
};

/** In a fact box of 320 px. */
export const Narrow: StoryObj = {
  render: () =>
    below(composer(), { prepare: typed('Ja hoor, achter het pand zijn vijf plaatsen. Tot dinsdag!') }, '20rem'),
};

/** Nothing can be sent here. */
export const Disabled: StoryObj = {
  render: () => below(html`<channel-composer conversation-id="aisha" disabled></channel-composer>`),
};

/** A name and an address longer than any line, and one that tries to turn the line around. */
export const HostileName: StoryObj = {
  render: () => {
    const talk: Talk = {
      id: 'long',
      recipient: { name: `\u202eevil ${'Abracadabra'.repeat(12)}<b>bold</b>` },
      lines: [{ at: ago(5, 'm'), direction: 'incoming', text: 'Hi' }],
    };
    return below(composer('long'), { data: seedOf([talk]) }, '20rem');
  },
};

/** The composer of a story, once it shows what it is for. */
async function shown(world: World): Promise<ShadowRoot | null> {
  for (let frames = 0; frames < 120; frames += 1) {
    const element = within(world, 'channel-composer');
    if (element?.shadowRoot?.querySelector('.send')) return element.shadowRoot;
    await new Promise(requestAnimationFrame);
  }
  return null;
}

async function choose(world: World, name: string): Promise<void> {
  const root = await shown(world);
  for (let frames = 0; frames < 120; frames += 1) {
    const radio = [...(root?.querySelectorAll<HTMLElement>('[role=radio]') ?? [])].find((candidate) =>
      candidate.textContent.includes(name),
    );
    if (radio) {
      radio.click();
      return;
    }
    await new Promise(requestAnimationFrame);
  }
}

async function press(world: World): Promise<void> {
  const root = await shown(world);
  for (let frames = 0; frames < 120; frames += 1) {
    const button = root?.querySelector<HTMLElement>('.send');
    if (button?.getAttribute('aria-disabled') === 'false') {
      button.click();
      return;
    }
    await new Promise(requestAnimationFrame);
  }
}

const whatsapp: DraftKey = { conversationId: 'aisha', mode: 'reply', channel: 'whatsapp' };
const tall = (composer: TemplateResult, options: WorldOptions = {}, width = '44rem'): TemplateResult =>
  provide(frame(composer, { width, height: '34rem' }), options);

/** A photograph and an offer, with what is said of them; they become two messages. */
export const Files: StoryObj = {
  render: () =>
    tall(composer(), {
      prepare: (world) => {
        typed('Dit is de ingang, en hierbij de offerte.')(world);
        void waiting(whatsapp, async () => [
          {
            ...{ name: 'ingang.jpg', bytes: await picture(1200, 800, 200), mimeType: 'image/jpeg', kind: 'image' },
            ...{ width: 1200, height: 800, altText: 'De ingang aan de Kanaalweg' },
          },
          { name: 'offerte-2026-0113.pdf', bytes: pdf(184_000), caption: 'De offerte' },
        ])(world);
      },
    }),
};

/** Each file says what is the matter with it on this channel, and what helps. */
export const FilesThatCannotGo: StoryObj = {
  render: () =>
    tall(composer(), {
      prepare: waiting(whatsapp, async () => [
        {
          ...{
            name: 'parkeerplaats-achter-het-pand-gezien-vanaf-de-straat.webp',
            bytes: await picture(2400, 1600, 30),
          },
          ...{ mimeType: 'image/avif', kind: 'image', width: 2400, height: 1600 },
        },
        {
          ...{ name: 'panorama.jpg', bytes: await picture(900, 600, 130), mimeType: 'image/jpeg', kind: 'image' },
          ...{ width: 8000, height: 4000, sizeBytes: 9_400_000 },
        },
        { name: 'urenstaten.zip', bytes: pdf(5000), mimeType: 'application/zip' },
      ]),
    }),
};

/** An upload that is held, and one that the backend does not take. */
export const FilesUnderWay: StoryObj = {
  render: () =>
    tall(composer(), {
      adapt: withPart(
        'attachments',
        (part) =>
          part && {
            ...part,
            begin: async (request, options) => {
              if (request.name === 'contract.pdf') throw new AdapterError('forbidden', 'not in this story');
              return part.begin(request, options);
            },
            put: async (id, piece, options) => {
              options?.onProgress?.(Math.floor(piece.bytes.size * 0.6));
              return new Promise((_, reject) =>
                options?.signal?.addEventListener('abort', () => reject(new AdapterError('aborted', 'paused'))),
              );
            },
          },
      ),
      prepare: waiting(whatsapp, () => [
        { name: 'rooster.pdf', bytes: pdf(900_000) },
        { name: 'contract.pdf', bytes: pdf(84_000) },
      ]),
    }),
};

/** Ten files on a phone become ten messages. */
export const FilesNarrow: StoryObj = {
  render: () =>
    tall(
      composer(),
      {
        prepare: waiting(whatsapp, async () =>
          Promise.all(
            Array.from({ length: 10 }, async (_, index) => ({
              ...{ name: `foto-${index + 1}.jpg`, bytes: await picture(300, 200, index * 36), mimeType: 'image/jpeg' },
              ...{ kind: 'image' as const, width: 300, height: 200 },
            })),
          ),
        ),
      },
      '20rem',
    ),
};

/** All emoji by group, named in the language of the page; Enter inserts the marked one. */
export const EmojiPicker: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    tall(html`<channel-composer conversation-id="aisha" ${pressing('Emoji')}></channel-composer>`, {
      prepare: typed('Tot dinsdag'),
    }),
};

/** An assistant of the host: what it proposes is marked, and only a press puts it into the text. */
export const Assistant: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    tall(
      html`<channel-composer conversation-id="aisha" ${pressing('Assistant', 'Suggest a reply')}></channel-composer>`,
      {
        adapt: (adapter) =>
          withAssistant(adapter, {
            tasks: ['suggest', 'rewrite', 'translate', 'summarise'],
            async *ask() {
              yield { proposal: 0, text: 'Ja hoor, achter het pand zijn vijf plaatsen.' };
              yield {
                proposal: 1,
                text: 'Zeker. U kunt achter het pand parkeren; er zijn vijf plaatsen. Tot dinsdag!',
              };
            },
          }),
      },
    ),
};
