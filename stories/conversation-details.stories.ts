import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/conversation-details/define.ts';
import { anAttachment } from '../src/testing/index.ts';
import { inbox, namesakes } from './inbox-seed.ts';
import { playable, turn } from './playable.ts';
import { pressing } from './press.ts';
import { ago, choicesOf, frame, type Line, provide, seedOf, withoutAddresses, type WorldOptions } from './support.ts';

/** Everything about a conversation beside its messages. */
export default {
  title: 'Elements/conversation-details',
  component: 'conversation-details',
} satisfies Meta;

const pane = (details: TemplateResult, options: WorldOptions = {}, width = '20rem'): TemplateResult =>
  provide(frame(details, { width, height: '44rem', inset: true }), { data: inbox, ...options });

/** A customer's conversation: windows, co-worker and branch, tags, notes, files, other conversations. */
export const Customer: StoryObj = {
  ...playable('conversation-details', { conversationId: 'aisha' }, { choices: choicesOf(inbox) }),
  render: (args) => pane(html`<conversation-details ${turn(args)}></conversation-details>`),
};

/** Nobody looks after it yet, and it is urgent. */
export const UnassignedUrgent: StoryObj = {
  render: () => pane(html`<conversation-details conversation-id="tom"></conversation-details>`),
};

/** Put aside until tomorrow or a reply. */
export const Snoozed: StoryObj = {
  render: () => pane(html`<conversation-details conversation-id="bram"></conversation-details>`),
};

/** Files while their backend cannot be asked: they are not gone, and can be asked for again. */
export const FilesAway: StoryObj = {
  render: () => {
    const picture = anAttachment({ id: 'p', name: 'werkplek.jpg', mimeType: 'image/jpeg', url: null });
    const report = anAttachment({ id: 'd', name: 'Rooster week 31.pdf', mimeType: 'application/pdf', url: null });
    const carried = [
      { kind: 'image', caption: null, attachment: picture },
      { kind: 'document', caption: null, attachment: report },
    ] as const;
    const lines = carried.map((content, index): Line => ({ at: ago(5 - index, 'm'), direction: 'incoming', content }));
    const recipient = { name: 'Aïsha de Vries', language: 'nl' };
    return pane(html`<conversation-details conversation-id="talk"></conversation-details>`, {
      data: seedOf([{ id: 'talk', recipient, lines }]),
      adapt: withoutAddresses,
    });
  },
};

/** The host shows a panel of its own about the recipient. */
export const WithHostPanel: StoryObj = {
  render: () =>
    pane(
      html`<conversation-details conversation-id="jansen"><p slot="source">Open invoices: 2</p></conversation-details>`,
    ),
};

/** Nobody knows this sender: link it to a record, or have one made. */
export const Unmatched: StoryObj = {
  render: () => pane(html`<conversation-details conversation-id="unknown"></conversation-details>`),
};

/** No record has the number of the sender: it is found by name. */
export const LinkNoMatch: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    pane(html`<conversation-details conversation-id="unknown" ${pressing('Link to a record')}></conversation-details>`),
};

/** Several records have the number: none is chosen until a person does. */
export const LinkSeveralMatches: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    pane(
      html`<conversation-details conversation-id="unknown" ${pressing('Link to a record')}></conversation-details>`,
      { data: namesakes },
    ),
};

/** The host has no way to make a record from here. */
export const CreateElsewhere: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    pane(
      html`<conversation-details conversation-id="unknown" ${pressing('Create a new record')}></conversation-details>`,
    ),
};

/** A co-worker linked the sender to a record; it may be the wrong one. */
export const LinkedByHand: StoryObj = {
  render: () =>
    pane(html`<conversation-details conversation-id="unknown"></conversation-details>`, {
      data: namesakes,
      then: async ({ session }) => {
        await session.update('unknown', { recipientId: 'mother' });
      },
    }),
};
