import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/conversation-list/define.ts';
import { AdapterError } from '../src/ports/adapter-error.ts';
import { aDraft } from '../src/testing/index.ts';
import { ago, frame, many, morning, provide, seedOf, type Talk, type WorldOptions } from './support.ts';

/** The inbox: conversations in scope, a row each, in the order the agent chose. */
export default {
  title: 'Elements/conversation-list',
  component: 'conversation-list',
} satisfies Meta;

const panel = (list: TemplateResult, options: WorldOptions = {}, width = '20rem'): TemplateResult =>
  provide(frame(list, { width, height: '34rem' }), options);

const newest = html`<conversation-list sort="newest" conversation-id="jansen"></conversation-list>`;

/** A morning's work: unread, waiting, a window about to close, a failed message, a photo, somebody unknown, last year. */
export const Mine: StoryObj = { render: () => panel(newest) };

/** The co-worker filter is cleared: the whole branch, colleagues named in the third line. */
export const Branch: StoryObj = {
  render: () => panel(html`<conversation-list scope="branch" sort="newest"></conversation-list>`),
};

/** Opened from a recipient's card: only that recipient's conversations. */
export const OneRecipient: StoryObj = {
  render: () =>
    panel(
      html`<conversation-list
        scope="recipient"
        recipient-id="recipient-aisha"
        conversation-id="aisha"
      ></conversation-list>`,
    ),
};

/** Lower rows, for those who want to see more at once. */
export const Compact: StoryObj = {
  render: () => panel(html`<conversation-list sort="newest" density="compact"></conversation-list>`),
};

/** Only what is unread; the button in the tool bar clears it. */
export const UnreadOnly: StoryObj = {
  render: () => panel(html`<conversation-list sort="newest" unread-only></conversation-list>`),
};

/** A draft that was not sent stands in the third line. */
export const Draft: StoryObj = {
  render: () =>
    panel(newest, {
      prepare: ({ storage }) => {
        void storage.putDraft(
          aDraft({
            key: { conversationId: 'aisha', mode: 'reply', channel: 'whatsapp' },
            text: 'Ja, achter het gebouw is',
            updatedAt: ago(2, 'm'),
          }),
        );
      },
    }),
};

/** Longest waiting customer first. */
export const LongestWait: StoryObj = {
  render: () => panel(html`<conversation-list sort="longest-wait"></conversation-list>`),
};

/** Rows in outline; they appear only when loading takes longer than 200 ms. */
export const Loading: StoryObj = {
  render: () =>
    panel(newest, {
      prepare: ({ adapter }) => adapter.faults.every({ kind: 'silence', commit: 'before' }, 'listConversations'),
    }),
};

/** Nobody has written yet. */
export const Empty: StoryObj = { render: () => panel(newest, { data: seedOf([]) }) };

/** Nothing is unread: says which filter hides the rest and offers to clear it. */
export const NothingUnread: StoryObj = {
  render: () =>
    panel(html`<conversation-list unread-only></conversation-list>`, {
      data: seedOf(morning.filter(({ unread }) => unread === undefined)),
    }),
};

/** The first page did not come. */
export const LoadFailed: StoryObj = {
  render: () =>
    panel(newest, {
      prepare: ({ adapter }) =>
        adapter.faults.every({ kind: 'error', error: new AdapterError('forbidden', 'story') }, 'listConversations'),
    }),
};

/** Rows are there, but they could not be refreshed; the rest works on. */
export const RefreshFailed: StoryObj = {
  render: () => {
    const error = new AdapterError('unavailable', 'story');
    let cut: (() => void) | null = null;
    const refresh = (event: Event): void => {
      cut?.();
      if (cut) void (event.target as HTMLElementTagNameMap['conversation-list']).reload();
      cut = null;
    };
    return panel(html`<conversation-list sort="newest" @rows-change=${refresh}></conversation-list>`, {
      prepare: ({ adapter }) => (cut = () => adapter.faults.every({ kind: 'error', error }, 'listConversations')),
    });
  },
};

const awkward: readonly Talk[] = [
  {
    id: 'long-name',
    recipient: {
      name: 'Prinses Wilhelmina Alexandrine van Hohenzollern-Sigmaringen tot Oranje-Nassau',
      organisation: 'Stichting Samenwerkende Zorginstellingen Midden-Nederland',
    },
    unread: 1,
    lines: [{ at: ago(5, 'm'), direction: 'incoming', text: 'Hottentottententententoonstelling'.repeat(6) }],
    fields: { tags: ['arbeidsongeschiktheidsverzekering', 'spoed', 'terugbellen'] },
  },
  {
    id: 'arabic',
    recipient: { name: 'فاطمة الزهراء' },
    lines: [{ at: ago(35, 'm'), direction: 'incoming', text: 'صباح الخير، متى يبدأ العمل؟' }],
  },
  {
    id: 'emoji',
    recipient: { name: '🦊 Vos' },
    lines: [{ at: ago(45, 'm'), direction: 'incoming', text: '👍🏽👍🏽👍🏽\n\nTot morgen!' }],
  },
];

/** Very long names and words, no avatar letters, another script: nothing breaks out of its row. */
export const AwkwardText: StoryObj = {
  render: () => panel(html`<conversation-list sort="newest"></conversation-list>`, { data: seedOf(awkward) }, '16rem'),
};

/** More than fits: only the rows on screen are in the page, the next page loads before the end is reached. */
export const Long: StoryObj = {
  render: () => panel(html`<conversation-list sort="newest"></conversation-list>`, { data: seedOf(many(600)) }),
};
