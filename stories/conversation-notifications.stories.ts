import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/conversation-notifications/define.ts';
import { playable, turn } from './playable.ts';
import { provide } from './support.ts';

/** Desktop notifications and sound of this browser, for new and assigned conversations; in one tab only. */
export default {
  title: 'Elements/conversation-notifications',
  component: 'conversation-notifications',
} satisfies Meta;

/** The settings of this browser, as it remembers them. */
export const Settings: StoryObj = {
  ...playable('conversation-notifications'),
  render: (args) => provide(html`<conversation-notifications ${turn(args)}></conversation-notifications>`),
};

/** Works without showing its settings, e.g. on every page of a host. */
export const Hidden: StoryObj = {
  render: () => provide(html`<conversation-notifications hidden></conversation-notifications>`),
};
