import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/channel-composer/define.ts';
import { frame, provide } from './support.ts';

export default {
  title: 'Elements/channel-composer/Mentions',
  component: 'channel-composer',
  tags: ['!autodocs'],
} satisfies Meta;

/** A note to a colleague: `@` opens the list at the text. */
export const Open: StoryObj = {
  render: () =>
    provide(
      frame(html`<channel-composer conversation-id="aisha"></channel-composer>`, { width: '44rem', height: '24rem' }),
      { then: () => mention() },
    ),
};

async function mention(): Promise<void> {
  for (let frames = 0; frames < 200; frames += 1) {
    const composer = document.querySelector('channel-composer');
    const radio = composer?.shadowRoot?.querySelector<HTMLElement>('[role=radio][data-id=note]');
    const area = composer?.querySelector('textarea');
    if (radio?.ariaChecked === 'false') radio.click();
    if (radio?.ariaChecked === 'true' && area && frames > 60) {
      area.focus();
      area.value = 'Kun jij dit oppakken, @';
      area.setSelectionRange(area.value.length, area.value.length);
      area.dispatchEvent(new Event('input', { bubbles: true }));
      return;
    }
    await new Promise(requestAnimationFrame);
  }
}
