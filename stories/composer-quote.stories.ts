import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/channel-composer/define.ts';
import { frame, provide, storyNow, type WorldOptions } from './support.ts';

export default {
  title: 'Elements/channel-composer/Answering a message',
  component: 'channel-composer',
  tags: ['!autodocs'],
} satisfies Meta;

/** An answer that waits in the draft since a minute ago. */
const answering = (text: string, replyToId: string): WorldOptions => ({
  prepare: ({ storage }) =>
    void storage.putDraft({
      key: { conversationId: 'aisha', mode: 'reply', channel: 'whatsapp' },
      clientId: '019ca8e7-0000-7000-8000-00000000d1ae',
      text,
      replyToId,
      updatedAt: storyNow - 60_000,
    }),
});

const story = (options: WorldOptions, width = '44rem'): TemplateResult =>
  provide(
    frame(html`<channel-composer conversation-id="aisha"></channel-composer>`, { width, height: '20rem' }),
    options,
  );

/** The message that is answered stands above the text; Escape lets go of it. */
export const Answering: StoryObj = { render: () => story(answering('Ja, achter het gebouw.', 'aisha-4')) };

/** A quote is kept without a text as well. */
export const NothingTyped: StoryObj = { render: () => story(answering('', 'aisha-4')) };

/** What is answered is too long ago to be loaded. */
export const EarlierMessage: StoryObj = { render: () => story(answering('Ja hoor.', 'aisha-of-long-ago')) };

/** On a narrow pane. */
export const Narrow: StoryObj = { render: () => story(answering('Ja, achter het gebouw.', 'aisha-3'), '20rem') };
