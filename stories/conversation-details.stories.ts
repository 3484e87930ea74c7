import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/conversation-details/define.ts';
import { inbox } from './inbox-seed.ts';
import { frame, provide, type WorldOptions } from './support.ts';

/** Everything about a conversation beside its messages. */
export default {
  title: 'Elements/conversation-details',
  component: 'conversation-details',
} satisfies Meta;

const pane = (details: TemplateResult, options: WorldOptions = {}, width = '18rem'): TemplateResult =>
  provide(frame(html`<div class="scroll">${details}</div>`, { width, height: '44rem' }), { data: inbox, ...options });

/** A customer's conversation: windows, co-worker and branch, tags, notes, files, other conversations. */
export const Customer: StoryObj = {
  render: () => pane(html`<conversation-details conversation-id="aisha"></conversation-details>`),
};

/** Nobody looks after it yet, and it is urgent. */
export const UnassignedUrgent: StoryObj = {
  render: () => pane(html`<conversation-details conversation-id="tom"></conversation-details>`),
};

/** Put aside until tomorrow or a reply. */
export const Snoozed: StoryObj = {
  render: () => pane(html`<conversation-details conversation-id="bram"></conversation-details>`),
};

/** The host shows a panel of its own about the recipient. */
export const WithHostPanel: StoryObj = {
  render: () =>
    pane(
      html`<conversation-details conversation-id="jansen"><p slot="source">Open invoices: 2</p></conversation-details>`,
    ),
};
