import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/my-conversations/define.ts';
import { AdapterError } from '../src/ports/adapter-error.ts';
import { playable, turn } from './playable.ts';
import { choicesOf, frame, many, morning, provide, seedOf, type WorldOptions } from './support.ts';

/** The compact table of a role centre: the agent's conversations, newest first. A row opens its conversation. */
export default {
  title: 'Elements/my-conversations',
  component: 'my-conversations',
} satisfies Meta;

const card = (table: TemplateResult, options: WorldOptions = {}, width = '56rem'): TemplateResult =>
  provide(frame(table, { width, height: '22rem' }), options);

/** My own conversations, one selected. */
export const Mine: StoryObj = {
  ...playable('my-conversations', { conversationId: 'mehmet' }, { choices: choicesOf(seedOf(morning)) }),
  render: (args) => card(html`<my-conversations ${turn(args)}></my-conversations>`),
};

/** All conversations of the branch, colleagues' too. */
export const Branch: StoryObj = { render: () => card(html`<my-conversations scope="branch"></my-conversations>`) };

/** Only what is not read. */
export const UnreadOnly: StoryObj = { render: () => card(html`<my-conversations unread-only></my-conversations>`) };

/** In a fact box: two lines per row. */
export const Narrow: StoryObj = {
  render: () => card(html`<my-conversations conversation-id="mehmet"></my-conversations>`, {}, '20rem'),
};

/** Rows in outline while the first page loads. */
export const Loading: StoryObj = {
  render: () =>
    card(html`<my-conversations></my-conversations>`, {
      prepare: ({ adapter }) => adapter.faults.every({ kind: 'silence', commit: 'before' }, 'listConversations'),
    }),
};

/** No conversation yet. */
export const Empty: StoryObj = {
  render: () => card(html`<my-conversations></my-conversations>`, { data: seedOf([]) }),
};

/** Everything has been read. */
export const NothingUnread: StoryObj = {
  render: () =>
    card(html`<my-conversations unread-only></my-conversations>`, {
      data: seedOf(morning.filter(({ unread }) => unread === undefined)),
    }),
};

/** The first page did not come. */
export const LoadFailed: StoryObj = {
  render: () =>
    card(html`<my-conversations></my-conversations>`, {
      prepare: ({ adapter }) =>
        adapter.faults.every({ kind: 'error', error: new AdapterError('unavailable', 'story') }, 'listConversations'),
    }),
};

/** More than fits. */
export const Long: StoryObj = {
  render: () => card(html`<my-conversations></my-conversations>`, { data: seedOf(many(300)) }),
};
