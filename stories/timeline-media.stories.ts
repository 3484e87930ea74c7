import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { ref } from 'lit/directives/ref.js';
import '../src/elements/conversation-timeline/define.ts';
import type { ConversationTimeline } from '../src/elements/conversation-timeline/conversation-timeline.ts';
import type { MessageButton } from '../src/domain/model.ts';
import { AdapterError } from '../src/ports/adapter-error.ts';
import { anAttachment } from '../src/testing/index.ts';
import { film, voice } from './recordings.ts';
import { ago, frame, provide, seedOf, storyNow, withoutAddresses, type Line, type WorldOptions } from './support.ts';

export default {
  title: 'Elements/conversation-timeline/In use',
  component: 'conversation-timeline',
  tags: ['!autodocs'],
} satisfies Meta;

/** What a person does in a timeline as soon as it is there: called each frame until it says that it is done. */
type Hand = (root: ShadowRoot, timeline: ConversationTimeline) => boolean;

function inHand(hand: Hand): DirectiveResult {
  return ref((element) => {
    const timeline = element as ConversationTimeline | undefined;
    const look = (): void => {
      const root = timeline?.shadowRoot;
      if (!timeline?.isConnected || (root && hand(root, timeline))) return;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

const used = (hand: Hand, options: WorldOptions, { width = '44rem', messageId = '' } = {}): TemplateResult =>
  provide(
    frame(
      html`<conversation-timeline
        conversation-id="talk"
        message-id=${messageId}
        replies
        ${inHand(hand)}
      ></conversation-timeline>`,
      { width, height: '36rem' },
    ),
    options,
  );

const talk = (lines: readonly Line[], unread = 0): WorldOptions => ({
  data: seedOf([{ id: 'talk', recipient: { name: 'Aïsha de Vries', language: 'nl' }, lines, unread }]),
});

const pressing =
  (selector: string): Hand =>
  (root) => {
    const found = root.querySelector<HTMLElement>(selector);
    found?.click();
    return found !== null;
  };

/** Focuses the nth latest message, as a tap does, and presses one of its tools. */
const toolOf =
  (number: number, selector: string | null): Hand =>
  (root) => {
    const row = [...root.querySelectorAll('article')].at(-number);
    row?.focus();
    const tools = row?.querySelector('.tools');
    if (selector !== null) tools?.querySelector<HTMLElement>(selector)?.click();
    return tools !== null && tools !== undefined;
  };

/** A list of choices, the answer, and something pressed in it. */
function choices(selector?: string): TemplateResult {
  const rows = (...titles: readonly string[]) =>
    titles.map((title, index) => ({ title, description: index === 0 ? 'Met Joris, bij de poort' : null }));
  const content = {
    kind: 'list',
    header: 'Uw eerste dag',
    body: 'Wanneer kunt u beginnen?',
    footer: 'Antwoord voor vrijdag',
    button: 'Kies een moment',
    sections: [
      { title: 'Maandag', rows: rows('08.00 uur', '13.00 uur') },
      { title: 'Dinsdag', rows: rows('07.30 uur', 'Liever een andere dag, ik bel u daar nog over') },
    ],
  } as const;
  const chosen = { kind: 'choice', title: '07.30 uur', description: 'Met Joris, bij de poort' } as const;
  return used(
    selector === undefined ? () => true : pressing(selector),
    talk([
      { at: ago(30, 'm'), direction: 'outgoing', content, status: 'read' },
      { at: ago(20, 'm'), direction: 'incoming', content: chosen, fields: { replyToId: 'talk-0' } },
    ]),
  );
}

const short: readonly Line[] = [
  { at: ago(50, 'm'), direction: 'incoming', text: 'Hoe laat moet ik er morgen zijn?' },
  { at: ago(40, 'm'), direction: 'outgoing', text: 'Om half acht bij de poort, vraag naar Joris.', status: 'read' },
  {
    at: ago(30, 'm'),
    direction: 'incoming',
    text: 'Prima. Moet ik mijn eigen veiligheidsschoenen meenemen, of krijg ik die daar van jullie?',
  },
  { at: ago(20, 'm'), direction: 'incoming', text: 'En is er een kantine?' },
];

/** A voice message that plays: its waveform, how far, how fast (A5). */
export const VoiceMessage: StoryObj = {
  render: () => {
    const attachment = anAttachment({
      name: 'spraakbericht.wav',
      mimeType: 'audio/wav',
      durationMs: 6000,
      url: voice(6),
    });
    const content = { kind: 'audio', caption: null, attachment } as const;
    return used(
      pressing('.voice button'),
      talk([...short.slice(0, 2), { at: ago(3, 'm'), direction: 'incoming', content }]),
    );
  },
};

/** A film that plays, without sound because nobody asked for it (A5). */
export const PlayingVideo: StoryObj = {
  render: () => {
    const attachment = anAttachment({ name: 'bal.webm', mimeType: 'video/webm', durationMs: 2000, url: film() });
    const content = { kind: 'video', caption: 'Zo rolt hij', attachment } as const;
    const start: Hand = (root) => {
      const video = root.querySelector('video');
      if (!video) return false;
      Object.assign(video, { muted: true, loop: true, autoplay: true, preload: 'auto' });
      return true;
    };
    return used(start, talk([...short.slice(0, 2), { at: ago(3, 'm'), direction: 'incoming', content }]));
  },
};

/** Files while their backend cannot be asked: they are not gone, and are asked for again (A5). */
export const FilesAway: StoryObj = {
  render: () => {
    const picture = anAttachment({ id: 'p', name: 'werkplek.jpg', mimeType: 'image/jpeg', url: null });
    const sound = anAttachment({
      id: 's',
      name: 'spraakbericht.ogg',
      mimeType: 'audio/ogg',
      durationMs: 6000,
      url: null,
    });
    const lines: readonly Line[] = [
      {
        at: ago(5, 'm'),
        direction: 'incoming',
        content: { kind: 'image', caption: 'Hier is het', attachment: picture },
      },
      { at: ago(3, 'm'), direction: 'incoming', content: { kind: 'audio', caption: null, attachment: sound } },
    ];
    const isSaid: Hand = (root) => root.querySelectorAll('.file-note button').length === 2;
    return used(isSaid, { ...talk([...short.slice(0, 2), ...lines]), adapt: withoutAddresses });
  },
};

/** A list to choose from as the customer saw it, and what they chose (A12). */
export const ListMessage: StoryObj = {
  render: () => {
    const days = ['Maandag', 'Dinsdag', 'Woensdag', 'Donderdag', 'Vrijdag'];
    const buttons = days.flatMap((day): readonly MessageButton[] =>
      ['ochtend', 'middag'].map((part) => ({ type: 'reply', label: `${day}${part}`, value: null })),
    );
    const content = {
      kind: 'interactive',
      body: 'Wanneer kunnen we u bellen?',
      footer: 'Kies één dagdeel',
      buttons,
    } as const;
    return used(
      () => true,
      talk([
        { at: ago(30, 'm'), direction: 'outgoing', content, status: 'read' },
        { at: ago(20, 'm'), direction: 'incoming', text: 'Dinsdagmiddag', fields: { replyToId: 'talk-0' } },
      ]),
    );
  },
};

/** A list behind its button, with what the customer chose from it. */
export const ListOfChoices: StoryObj = { render: () => choices() };

/** The same, opened, as the customer saw it. */
export const ListOfChoicesOpen: StoryObj = { render: () => choices('summary') };

/** Messages in between are missing, and could not be loaded when the agent came there (A11). */
export const Gap: StoryObj = {
  render: () => {
    const lines = Array.from({ length: 300 }, (_, index): Line => ({
      at: storyNow - (300 - index) * 47 * 60_000,
      direction: index % 3 === 0 ? 'outgoing' : 'incoming',
      text: `${index + 1}. Een zin over de planning van deze week.`,
    }));
    let stop = (): void => undefined;
    const goThere: Hand = (root) => {
      const hole = root.querySelector('.hole');
      const scroller = root.querySelector('.scroll');
      if (!root.querySelector('.found') || !scroller) return false;
      stop();
      if (!hole) scroller.scrollTop += 300;
      else hole.scrollIntoView({ block: 'center' });
      return hole !== null;
    };
    return used(
      goThere,
      {
        ...talk(lines),
        prepare: ({ adapter }) => {
          stop = () => {
            const error = new AdapterError('forbidden', 'story');
            adapter.faults.every({ kind: 'error', error }, 'listMessages');
            stop = () => undefined;
          };
        },
      },
      { messageId: 'talk-5' },
    );
  },
};

/** What can be done with a message stands beside it while it is pointed at, tapped or focused. */
export const Tools: StoryObj = { render: () => used(toolOf(2, null), talk(short)) };

/** In 320 px there is room for one button, which opens the others. */
export const ToolsOpenNarrow: StoryObj = {
  render: () => used(toolOf(2, '.opener'), talk(short), { width: '20rem' }),
};

/** The customer's last two messages marked as unread again, with the divider before them (A10). */
export const UnreadFromHere: StoryObj = {
  render: () => used(toolOf(2, '[data-command="mark-unread"]'), talk(short)),
};
