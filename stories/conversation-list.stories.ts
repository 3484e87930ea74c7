import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/conversation-list/define.ts';
import { AdapterError } from '../src/ports/adapter-error.ts';
import { aDraft } from '../src/testing/index.ts';
import { business, inbox, teamwork } from './inbox-seed.ts';
import { playable, turn } from './playable.ts';
import {
  ago,
  choicesOf,
  frame,
  many,
  morning,
  phoneOf,
  provide,
  seedOf,
  type Talk,
  type World,
  type WorldOptions,
} from './support.ts';

/** The inbox: conversations in scope, a row each, in the order the agent chose. */
export default {
  title: 'Elements/conversation-list',
  component: 'conversation-list',
} satisfies Meta;

const panel = (list: TemplateResult, options: WorldOptions = {}, width = '20rem'): TemplateResult =>
  provide(frame(list, { width, height: '34rem' }), options);

const newest = html`<conversation-list sort="newest" conversation-id="jansen"></conversation-list>`;

/** A morning's work: unread, waiting, a window about to close, a failed message, a photo, somebody unknown, last year. */
export const Mine: StoryObj = {
  ...playable(
    'conversation-list',
    { sort: 'newest', conversationId: 'jansen' },
    { choices: choicesOf(seedOf(morning)) },
  ),
  render: (args) => panel(html`<conversation-list ${turn(args)}></conversation-list>`),
};

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

const team = html`<conversation-list scope="branch" sort="newest"></conversation-list>`;

/** A whole team's inbox: tabs with counts, a team switch, pinned first, urgent marked, what sleeps out of the way. */
export const Team: StoryObj = { render: () => panel(team, { data: inbox }) };

/** The tab of what is nobody's yet. */
export const NewOnly: StoryObj = {
  render: () =>
    panel(html`<conversation-list scope="branch" tab="new" sort="longest-wait"></conversation-list>`, { data: inbox }),
};

/** Filters are set: each is a chip that takes it off. */
export const Filtered: StoryObj = {
  render: () =>
    panel(
      html`<conversation-list
        scope="branch"
        view="tab=all&amp;sort=newest&amp;channel=whatsapp&amp;tag=factuur,kennismaking&amp;started=last-30-days"
      ></conversation-list>`,
      { data: inbox },
    ),
};

/** Nothing passes: says which filters hide everything, and offers to clear them. */
export const NothingPasses: StoryObj = {
  render: () =>
    panel(html`<conversation-list scope="branch" view="tab=new&amp;channel=sms&amp;tag=klacht"></conversation-list>`, {
      data: inbox,
    }),
};

/** A tab that is empty. */
export const EmptyTab: StoryObj = {
  render: () =>
    panel(html`<conversation-list scope="branch" tab="spam"></conversation-list>`, {
      data: seedOf(
        teamwork.filter(({ id }) => id !== 'prize'),
        business,
      ),
    }),
};

type List = HTMLElementTagNameMap['conversation-list'];

const press = (list: List, name: string, root: ParentNode | null = list.shadowRoot): void =>
  [...(root?.querySelectorAll<HTMLElement>('button') ?? [])]
    .find((button) => (button.ariaLabel ?? button.textContent).trim().startsWith(name))
    ?.click();

/** Does something once, as soon as a part of the list that comes later is there. */
const later = (name: string, work: (list: List) => void) => {
  let isDone = false;
  return (event: Event): void => {
    const list = event.target as List;
    const attempt = (): void => {
      if (isDone || !list.isConnected) return;
      const isThere = [...(list.shadowRoot?.querySelectorAll('button') ?? [])].some((button) =>
        (button.ariaLabel ?? button.textContent).trim().startsWith(name),
      );
      if (!isThere) {
        requestAnimationFrame(attempt);
        return;
      }
      isDone = true;
      work(list);
    };
    attempt();
  };
};

/** The filter dialog: channel, state, co-worker, tag, and when it started with the time zone. */
export const FilterDialog: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    panel(
      html`<conversation-list
        scope="branch"
        sort="newest"
        @rows-change=${later('Filter', (list) => press(list, 'Filter'))}
      ></conversation-list>`,
      { data: inbox },
    ),
};

/** Several conversations are chosen: what can be done with them stands below the rows. */
export const Choosing: StoryObj = {
  render: () =>
    panel(
      html`<conversation-list
        scope="branch"
        sort="newest"
        @rows-change=${later('Select several', (list) => {
          press(list, 'Select several');
          void list.updateComplete.then(() => press(list, 'Select all shown'));
        })}
      ></conversation-list>`,
      { data: inbox },
      '22rem',
    ),
};

/** Saved views, and this one as text. */
export const SavedViews: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    panel(
      html`<conversation-list
        scope="branch"
        view="tab=new&amp;sort=longest-wait"
        @rows-change=${later('Saved views', (list) => press(list, 'Saved views'))}
      ></conversation-list>`,
      { data: inbox },
    ),
};

/** A list with the pointer on a row; what happens then is told to the world once rows can be held. */
const underThePointer = (happens: (world: World) => Promise<unknown>): StoryObj => ({
  render: () => {
    let world: World | null = null;
    let isDone = false;
    const point = (event: Event): void => {
      const list = event.target as List;
      if (isDone || !world) return;
      isDone = true;
      void import('../src/controllers/row-hold.ts').then(async () => {
        list.requestUpdate();
        await list.updateComplete;
        const row = list.shadowRoot?.querySelectorAll('[role="option"]')[2];
        row?.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, composed: true, pointerType: 'mouse' }));
        if (world) await happens(world);
      });
    };
    return panel(html`<conversation-list scope="all" sort="newest" @rows-change=${point}></conversation-list>`, {
      then: (made) => void (world = made),
    });
  },
});

/** The pointer rests on a row while other customers write: the rows stand still, a button says what waits. */
export const NewWaits: StoryObj = underThePointer(({ backend }) =>
  Promise.all(
    ['+31612345001', '+31612345002'].map((from) =>
      backend.incoming({ channel: 'whatsapp', from, text: 'Bent u morgen open?' }),
    ),
  ),
);

/** A customer further down writes while the pointer rests: the row says so where it stands. */
export const OrderWaits: StoryObj = underThePointer(({ backend }) =>
  backend.incoming({ channel: 'whatsapp', from: phoneOf('photo'), text: 'Hier is nog een foto' }),
);

/** A colleague put a conversation away above the pointer: its row keeps its place, dimmed, until the pointer goes. */
export const GoneUnderThePointer: StoryObj = underThePointer(({ session }) =>
  session.update('aisha', { state: 'archived' }),
);
