import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/channel-composer/define.ts';
import { ownNumbers } from './prepared.ts';
import { frame, morning, provide, seedOf, type World, type WorldOptions } from './support.ts';

export default {
  title: 'Elements/channel-composer/Guards and own numbers',
  component: 'channel-composer',
  tags: ['!autodocs'],
} satisfies Meta;

const story = (options: WorldOptions, width = '44rem'): TemplateResult =>
  provide(
    frame(html`<channel-composer conversation-id="aisha"></channel-composer>`, { width, height: '20rem' }),
    options,
  );

/** Types, then lets something happen, then presses Send. */
const meanwhile =
  (happen: (world: World) => Promise<unknown>) =>
  async (world: World): Promise<void> => {
    const area = await found('textarea', document);
    const send = await found('.send');
    if (!(area instanceof HTMLTextAreaElement)) return;
    for (let frames = 0; frames < 30; frames += 1) await new Promise(requestAnimationFrame);
    // The story was left meanwhile, and its backend closed.
    if (!area.isConnected) return;
    area.value = 'Ja hoor, tot dinsdag!';
    area.dispatchEvent(new Event('input', { bubbles: true }));
    await happen(world);
    for (let frames = 0; frames < 30; frames += 1) await new Promise(requestAnimationFrame);
    send?.click();
  };

/** The customer wrote while the answer was typed: it is read before the answer leaves. */
export const CustomerWrote: StoryObj = {
  render: () =>
    story({
      then: meanwhile(async ({ adapter, backend }) => {
        const { channels } = await adapter.getConversation('aisha');
        const { address = '' } = channels.find(({ channel }) => channel === 'whatsapp') ?? {};
        await backend.incoming({ channel: 'whatsapp', from: address, text: 'Of kan het ook woensdag?' });
      }),
    }),
};

/** A colleague took it over. */
export const TakenOver: StoryObj = {
  render: () => story({ then: meanwhile(({ adapter }) => adapter.update('aisha', { coWorkerId: 'joris' })) }),
};

/** Several own numbers on the channel: one is chosen. */
export const OwnNumbers: StoryObj = { render: () => story({ data: { ...seedOf(morning), accounts: ownNumbers } }) };

/** The same in a fact box. */
export const OwnNumbersNarrow: StoryObj = {
  render: () => story({ data: { ...seedOf(morning), accounts: ownNumbers } }, '20rem'),
};

async function found(selector: string, where?: ParentNode): Promise<HTMLElement | null> {
  for (let frames = 0; frames < 120; frames += 1) {
    const root = where ?? document.querySelector('channel-composer')?.shadowRoot;
    const element = root?.querySelector<HTMLElement>(selector);
    if (element && document.querySelector('channel-composer')?.shadowRoot?.querySelector('.send')) return element;
    await new Promise(requestAnimationFrame);
  }
  return null;
}
