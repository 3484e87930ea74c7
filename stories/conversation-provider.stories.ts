import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/my-conversations/define.ts';
import { playable, turn } from './playable.ts';
import { frame, inWorld, provide, type WorldOptions } from './support.ts';

/** Gives everything inside it one session, one language and one time zone; shows nothing itself. */
export default {
  title: 'Elements/conversation-provider',
  component: 'conversation-provider',
} satisfies Meta;

const framed = frame(html`<my-conversations></my-conversations>`, { width: '56rem', height: '18rem' });

const table = (options: WorldOptions = {}): TemplateResult => provide(framed, options);

/** The language and direction of the page. */
export const OfThePage: StoryObj = {
  ...playable(
    'conversation-provider',
    { timeZone: 'Europe/Amsterdam' },
    {
      choices: {
        locale: [null, 'en', 'nl', 'de', 'fr', 'ar'],
        timeZone: [null, 'Europe/Amsterdam', 'America/New_York', 'Asia/Tokyo'],
      },
      // Every story brings a session of its own, which wins over the first two; nothing here gives conversations away.
      without: ['backend', 'agent', 'assignOffline'],
    },
  ),
  render: (args) => html`<conversation-provider ${inWorld({})} ${turn(args)}>${framed}</conversation-provider>`,
};

/** Dutch in the middle of any page: a `lang` on an ancestor is enough. */
export const Dutch: StoryObj = { render: () => html`<div lang="nl">${table()}</div>` };

/** From right to left: the layout mirrors, names and numbers keep their own direction. */
export const RightToLeft: StoryObj = { render: () => html`<div dir="rtl">${table()}</div>` };

/** Another co-worker is signed in: other conversations. */
export const AnotherCoWorker: StoryObj = { render: () => table({ agentId: 'joris' }) };

/** Other tokens, set on any ancestor: an accent and square corners. */
export const Themed: StoryObj = {
  render: () => html`<story-theme>${table()}</story-theme>`,
};

/** Tokens by script, as a page under a strict content security policy sets them. */
class StoryTheme extends HTMLElement {
  connectedCallback(): void {
    this.style.setProperty('--ce-accent', 'light-dark(#00695c, #80cbc4)');
    for (const size of ['s', 'm', 'l']) this.style.setProperty(`--ce-radius-${size}`, '0');
  }
}
if (!customElements.get('story-theme')) customElements.define('story-theme', StoryTheme);
