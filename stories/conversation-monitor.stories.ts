import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import '../src/elements/conversation-monitor/define.ts';
import type { ConversationMonitor } from '../src/elements/conversation-monitor/conversation-monitor.ts';
import { AdapterError } from '../src/ports/adapter-error.ts';
import { manyUnassigned, watched } from './monitoring.ts';
import { playable, turn } from './playable.ts';
import { choicesOf, frame, provide, seedOf, withoutPart, type WorldOptions } from './support.ts';

/** All conversations for who watches over them: what lacks something stands out, and is given to somebody. */
export default {
  title: 'Elements/conversation-monitor',
  component: 'conversation-monitor',
} satisfies Meta;

const monitor = (content: TemplateResult, options: WorldOptions = {}, width = '78rem'): TemplateResult =>
  provide(frame(content, { width, height: '40rem' }), { data: watched, agentId: 'ines', ...options });

/** Every open conversation, those who wait longest first. */
export const Overview: StoryObj = {
  ...playable('conversation-monitor', {}, { choices: choicesOf(watched) }),
  render: (args) => monitor(html`<conversation-monitor ${turn(args)}></conversation-monitor>`),
};

/** What has no co-worker yet. */
export const Unassigned: StoryObj = {
  render: () => monitor(html`<conversation-monitor cue="unassigned"></conversation-monitor>`),
};

/** Senders that nobody could match. */
export const Unmatched: StoryObj = {
  render: () => monitor(html`<conversation-monitor cue="unmatched"></conversation-monitor>`),
};

/** Customers who wait longer than promised. */
export const TooLate: StoryObj = {
  render: () => monitor(html`<conversation-monitor cue="too-late"></conversation-monitor>`),
};

/** Some are chosen: give them to somebody, move them, take them over. */
export const Chosen: StoryObj = {
  render: () =>
    monitor(
      html`<conversation-monitor
        ${ref((element) => (element as ConversationMonitor | undefined)?.choose(['late-1', 'fresh-1']))}
      ></conversation-monitor>`,
    ),
};

/** A co-worker without a supervisor's permission may not take from colleagues who may be there. */
export const MayNotTakeOver: StoryObj = {
  render: () =>
    monitor(
      html`<conversation-monitor
        ${ref((element) => (element as ConversationMonitor | undefined)?.choose(['danger-2']))}
      ></conversation-monitor>`,
      { agentId: 'sanne' },
    ),
};

/** Medium width: the co-workers are a press away. */
export const Medium: StoryObj = {
  render: () => monitor(html`<conversation-monitor></conversation-monitor>`, {}, '48rem'),
};

/** Narrow: three lines in each row. */
export const Narrow: StoryObj = {
  render: () => monitor(html`<conversation-monitor></conversation-monitor>`, {}, '20rem'),
};

/** More than fits. */
export const Long: StoryObj = {
  render: () => monitor(html`<conversation-monitor></conversation-monitor>`, { data: manyUnassigned(400) }),
};

/** Rows in outline while the first page loads. */
export const Loading: StoryObj = {
  render: () =>
    monitor(html`<conversation-monitor></conversation-monitor>`, {
      prepare: ({ adapter }) => adapter.faults.every({ kind: 'silence', commit: 'before' }, 'listConversations'),
    }),
};

/** Nothing yet. */
export const Empty: StoryObj = {
  render: () => monitor(html`<conversation-monitor></conversation-monitor>`, { data: seedOf([]), agentId: 'sanne' }),
};

/** Nothing that this tile counts. */
export const NothingToLookAt: StoryObj = {
  render: () =>
    monitor(html`<conversation-monitor cue="unmatched"></conversation-monitor>`, { data: manyUnassigned(3) }),
};

/** The first page did not come. */
export const LoadFailed: StoryObj = {
  render: () =>
    monitor(html`<conversation-monitor></conversation-monitor>`, {
      prepare: ({ adapter }) =>
        adapter.faults.every({ kind: 'error', error: new AdapterError('unavailable', 'story') }, 'listConversations'),
    }),
};

/** A backend that cannot count: no figures, no load per co-worker. */
export const WithoutCounts: StoryObj = {
  render: () => monitor(html`<conversation-monitor></conversation-monitor>`, { adapt: withoutPart('counts') }),
};
