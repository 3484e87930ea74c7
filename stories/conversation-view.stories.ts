import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/conversation-view/define.ts';
import { AdapterError } from '../src/ports/adapter-error.ts';
import { aRecipient, memoryStorage } from '../src/testing/index.ts';
import { inbox } from './inbox-seed.ts';
import { playable, turn } from './playable.ts';
import {
  ago,
  choicesOf,
  frame,
  morning,
  provide,
  seedOf,
  type World,
  type WorldOptions,
  withoutPart,
} from './support.ts';

/** The conversation screen: one, two or three panes by its own width. */
export default {
  title: 'Elements/conversation-view',
  component: 'conversation-view',
} satisfies Meta;

const screen = (view: TemplateResult, options: WorldOptions = {}, width = '75rem', height = '42rem'): TemplateResult =>
  provide(frame(view, { width, height }), options);

const selected = html`<conversation-view sort="newest" conversation-id="aisha"></conversation-view>`;

/** From 960 px: list, messages and details. */
export const ThreePanes: StoryObj = {
  ...playable(
    'conversation-view',
    { sort: 'newest', conversationId: 'aisha' },
    { choices: choicesOf(seedOf(morning)) },
  ),
  render: (args) => screen(html`<conversation-view ${turn(args)}></conversation-view>`),
};

/** From 640 px: list and messages; the details come as a sheet. */
export const TwoPanes: StoryObj = { render: () => screen(selected, {}, '50rem') };

/** Below 640 px: one pane at a time, here the messages with the way back. */
export const OnePane: StoryObj = { render: () => screen(selected, {}, '20rem') };

/** Below 640 px without a choice: the list. */
export const OnePaneList: StoryObj = {
  render: () => screen(html`<conversation-view sort="newest"></conversation-view>`, {}, '20rem'),
};

/** Nothing chosen yet. */
export const NothingSelected: StoryObj = {
  render: () => screen(html`<conversation-view sort="newest"></conversation-view>`),
};

/** From a recipient's card: their newest conversation opens by itself. */
export const FromRecipientCard: StoryObj = {
  render: () => screen(html`<conversation-view recipient-id="recipient-jansen"></conversation-view>`, {}, '24rem'),
};

/** A recipient without a conversation: offers to start one. */
export const NoConversationYet: StoryObj = {
  render: () =>
    screen(
      html`<conversation-view recipient-id="recipient-new"></conversation-view>`,
      {
        data: seedOf(morning, {
          recipients: [aRecipient({ id: 'recipient-new', name: 'Hanna Vermeulen', coWorkerId: 'sanne' })],
        }),
      },
      '50rem',
    ),
};

/** An archived conversation: taken up again, or a new one in its place. */
export const Archived: StoryObj = {
  render: () =>
    screen(html`<conversation-view sort="newest" conversation-id="schmidt"></conversation-view>`, {}, '50rem'),
};

/** A conversation of a colleague in another branch: who looks after it stands under the name. */
export const ColleaguesConversation: StoryObj = {
  render: () =>
    screen(
      html`<conversation-view scope="all" sort="newest" conversation-id="claes"></conversation-view>`,
      {},
      '50rem',
    ),
};

/** The screen of somebody at work: what is to happen happens once everything has loaded. */
function atWork(act: (world: World) => unknown, id = 'aisha'): TemplateResult {
  let world: World | null = null;
  const begin = (): void => {
    if (world) void act(world);
  };
  return screen(
    html`<conversation-view
      sort="newest"
      conversation-id=${id}
      @rows-change=${{ handleEvent: begin, once: true }}
    ></conversation-view>`,
    { then: (made) => void (world = made) },
    '50rem',
  );
}

const answer = ({ session }: World): Promise<unknown> =>
  session.send({
    conversationId: 'aisha',
    channel: 'whatsapp',
    accountId: null,
    content: { kind: 'text', text: 'Ja, achter het gebouw is plaats.' },
    replyToId: null,
    draft: null,
  });

/** Offline with a message that waits: says since when and how many. */
export const Offline: StoryObj = {
  render: () =>
    atWork((world) => {
      world.adapter.faults.offline = true;
      world.connectivity.set(false);
      return answer(world);
    }),
};

/** The sign-in ran out: nothing failed, the queue waits. */
export const SignInExpired: StoryObj = {
  render: () =>
    atWork((world) => {
      world.adapter.faults.every({ kind: 'error', error: new AdapterError('unauthenticated', 'story') });
      return answer(world);
    }),
};

/** The browser stores nothing: what is typed is lost when the page closes, and the view says so. */
export const NoStorage: StoryObj = {
  render: () => screen(selected, { storage: memoryStorage('none', 'denied') }, '50rem'),
};

/** The browser may remove what it stores; a note that can be closed. */
export const StorageNotGuaranteed: StoryObj = {
  render: () => screen(selected, { storage: memoryStorage('best-effort', 'not-persisted') }, '50rem'),
};

/** The backend refuses the session. */
export const Refused: StoryObj = {
  render: () =>
    screen(
      selected,
      {
        prepare: ({ adapter }) =>
          adapter.faults.every({ kind: 'error', error: new AdapterError('forbidden', 'story') }, 'connect'),
      },
      '50rem',
    ),
};

/** The backend cannot be reached from the start; it is tried again by itself. */
export const Unreachable: StoryObj = {
  render: () =>
    screen(
      selected,
      {
        prepare: ({ adapter }) =>
          adapter.faults.every({ kind: 'error', error: new AdapterError('unavailable', 'story') }, 'connect'),
      },
      '50rem',
    ),
};

/** An action failed: what and why, in the language of the agent. */
export const ActionFailed: StoryObj = {
  render: () => {
    let isDone = false;
    const markUnread = ({ target, detail }: HTMLElementEventMap['command-state-change']): void => {
      if (isDone || !detail.commands.some(({ id, enabled }) => id === 'mark-unread' && enabled)) return;
      isDone = true;
      (target as HTMLElementTagNameMap['conversation-view']).run('mark-unread').catch(() => undefined);
    };
    return screen(
      html`<conversation-view
        sort="newest"
        conversation-id="photo"
        @command-state-change=${markUnread}
      ></conversation-view>`,
      {
        prepare: ({ adapter }) =>
          adapter.faults.every({ kind: 'error', error: new AdapterError('forbidden', 'story') }, 'update'),
      },
      '50rem',
    );
  },
};

/** Very long names and words stay inside their panes. */
export const AwkwardText: StoryObj = {
  render: () =>
    screen(html`<conversation-view sort="newest" conversation-id="long"></conversation-view>`, {
      data: seedOf([
        {
          id: 'long',
          recipient: {
            name: 'Prinses Wilhelmina Alexandrine van Hohenzollern-Sigmaringen tot Oranje-Nassau',
            organisation: 'Stichting Samenwerkende Zorginstellingen Midden-Nederland',
          },
          unread: 1,
          lines: [
            { at: ago(25, 'm'), direction: 'incoming', text: 'Hottentottententententoonstelling'.repeat(8) },
            { at: ago(5, 'm'), direction: 'incoming', text: 'صباح الخير https://example.org/' + 'a'.repeat(90) },
          ],
          fields: { tags: ['arbeidsongeschiktheidsverzekeringsmaatschappij'] },
        },
      ]),
    }),
};

/** A whole team's inbox with one of its conversations open. */
export const TeamInbox: StoryObj = {
  render: () =>
    screen(html`<conversation-view scope="branch" sort="newest" conversation-id="tom"></conversation-view>`, {
      data: inbox,
    }),
};

type View = HTMLElementTagNameMap['conversation-view'];

/** A view in which a command has been chosen, as soon as it can be. */
function withCommand(id: string, conversation = 'aisha', options: WorldOptions = {}): TemplateResult {
  let isDone = false;
  const run = (event: HTMLElementEventMap['command-state-change']): void => {
    const command = event.detail.commands.find((one) => one.id === id && one.enabled);
    if (isDone || !command) return;
    isDone = true;
    void (event.target as View).updateComplete.then(() => command.run());
  };
  return screen(
    html`<conversation-view
      scope="branch"
      sort="newest"
      conversation-id=${conversation}
      @command-state-change=${run}
    ></conversation-view>`,
    { data: inbox, ...options },
    '50rem',
  );
}

/** Who is to look after it: everybody is shown, those who are not logged in are not offered. */
export const AssignDialog: StoryObj = {
  tags: ['!autodocs'],
  render: () => withCommand('assign', 'tom'),
};

/** A colleague has it and may be there: taking it is asked about. */
export const TakeOverDialog: StoryObj = {
  tags: ['!autodocs'],
  render: () => withCommand('assign-to-me', 'claes', { adapt: withoutPart('presence') }),
};

/** Spam offers the way out where it stands. */
export const Spam: StoryObj = {
  render: () =>
    screen(
      html`<conversation-view scope="branch" sort="newest" conversation-id="prize"></conversation-view>`,
      { data: inbox },
      '50rem',
    ),
};

/** Tags in a pop-up: found or made while typing. */
export const TagDialog: StoryObj = {
  tags: ['!autodocs'],
  render: () => withCommand('tag'),
};

/** Archiving takes tags in the same step. */
export const ArchiveDialog: StoryObj = {
  tags: ['!autodocs'],
  render: () => withCommand('archive'),
};

/** Put aside until a time, a reply, or whichever comes first. */
export const SnoozeDialog: StoryObj = {
  tags: ['!autodocs'],
  render: () => withCommand('snooze'),
};

/** Another branch. */
export const BranchDialog: StoryObj = {
  tags: ['!autodocs'],
  render: () => withCommand('change-branch'),
};

/** PDF, CSV or paper, with notes by choice. */
export const ExportDialog: StoryObj = {
  tags: ['!autodocs'],
  render: () => withCommand('export'),
};

/** Every command by name. */
export const CommandPalette: StoryObj = {
  tags: ['!autodocs'],
  render: () => withCommand('command-palette'),
};

/** Keys for commands, changed by pressing others. */
export const Shortcuts: StoryObj = {
  tags: ['!autodocs'],
  render: () => withCommand('show-shortcuts'),
};
