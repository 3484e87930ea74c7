import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/channel-composer/define.ts';
import type { TemplateInputs } from '../src/domain/template-fields.ts';
import { approvedTemplates, prepared } from './prepared.ts';
import { ago, frame, morning, provide, seedOf, type World, type WorldOptions, withPart } from './support.ts';

export default {
  title: 'Elements/channel-composer/Approved templates',
  component: 'channel-composer',
  tags: ['!autodocs'],
} satisfies Meta;

/** The morning everybody shares, with templates; Aïsha's window is open unless `closed`. */
const world = (window: 'open' | 'closed' = 'open'): WorldOptions => {
  const data = seedOf(morning);
  const conversations = (data.conversations ?? []).map((conversation) => ({
    ...conversation,
    channels: conversation.channels.map((channel) =>
      window === 'closed' && conversation.id === 'aisha' && channel.channel === 'whatsapp'
        ? { ...channel, lastIncomingAt: ago(25, 'h') }
        : channel,
    ),
  }));
  return { data: { ...data, ...prepared, conversations } };
};

const story = (options: WorldOptions, width = '44rem'): TemplateResult =>
  provide(
    frame(html`<channel-composer conversation-id="aisha"></channel-composer>`, { width, height: '20rem' }),
    options,
  );

const filledIn =
  (more: TemplateInputs) =>
  ({ storage }: Pick<World, 'storage'>): void =>
    void storage.putDraft({
      key: { conversationId: 'aisha', mode: 'template', channel: 'whatsapp' },
      clientId: '019ca8e7-0000-7000-8000-00000000d2af',
      text: 'Dag Aïsha, wij zien je graag',
      replyToId: null,
      updatedAt: ago(1, 'm'),
      template: {
        templateId: 'appointment-nl',
        inputs: {
          'body.first_name': { type: 'text', text: 'Aïsha' },
          'body.place': { type: 'text', text: 'Vestiging Utrecht' },
          ...more,
        },
      },
    });

/** The button among the tools. */
export const Button: StoryObj = { render: () => story(world()) };

/** Free text is locked; the template is the way on. */
export const WayOn: StoryObj = {
  render: () =>
    story({
      ...world('closed'),
      then: async () => {
        await click('[role=radio][data-id=whatsapp]');
      },
    }),
};

/** Everything there is to choose from; what cannot be sent says so. */
export const Choosing: StoryObj = { render: () => story({ ...world(), then: () => open() }) };

/** Prefilled from the recipient; what is missing is marked on the phone. */
export const Filling: StoryObj = { render: () => story({ ...world(), then: () => fill('appointment reminder') }) };

/** Typed fields: number, money, date, and the end of a link. */
export const TypedFields: StoryObj = { render: () => story({ ...world(), then: () => fill('invoice reminder') }) };

/** Complete, and with the times at which it can be sent later; a closed window does not matter to it. */
export const Later: StoryObj = {
  render: () =>
    story({
      ...world('closed'),
      prepare: filledIn({ 'body.date_time': { type: 'text', text: '2026-11-24T14:30' } }),
      then: async () => {
        await open();
        await click('#template-later-button[aria-disabled=false]');
      },
    }),
};

/** A picture above the text, and a place: each with its own controls. */
export const MediaAndPlace: StoryObj = { render: () => story({ ...world(), then: () => fill('route to us') }) };

/** Marketing goes only to people who agreed to it. */
export const NeedsConsent: StoryObj = { render: () => story({ ...world(), then: () => fill('hello again') }) };

/** Paused by the provider, with its reason. */
export const Paused: StoryObj = { render: () => story({ ...world(), then: () => fill('summer party') }) };

/** Rejected without a reason. */
export const Rejected: StoryObj = { render: () => story({ ...world(), then: () => fill('discount now') }) };

/** Values that were filled in before wait as a draft. */
export const Draft: StoryObj = {
  render: () =>
    story({
      ...world(),
      prepare: filledIn({}),
      then: () => open(),
    }),
};

/** Nothing to choose from. */
export const None: StoryObj = {
  render: () => story({ data: { ...seedOf(morning), approvedTemplates: [] }, then: () => open() }),
};

/** The templates cannot be read now. */
export const Failed: StoryObj = {
  render: () =>
    story({
      ...world(),
      adapt: withPart(
        'approvedTemplates',
        (part) => part && { ...part, list: () => Promise.reject(new Error('provider down')) },
      ),
      then: () => open(),
    }),
};

/** More templates than a screen holds, with long names and texts. */
export const Many: StoryObj = {
  render: () => {
    const [first] = approvedTemplates;
    const many = Array.from({ length: 120 }, (_, index) => ({
      ...(first ?? raise()),
      id: `many-${index}`,
      name: `seasonal_message_number_${index}_${'with_a_long_name_'.repeat(index % 4)}`,
    }));
    return story({ data: { ...seedOf(morning), approvedTemplates: many }, then: () => open() });
  },
};

function raise(): never {
  throw new Error('the stories have no templates');
}

/** Clicks something in the composer once it is there. */
async function click(selector: string, holds = ''): Promise<void> {
  for (let frames = 0; frames < 240; frames += 1) {
    const root = document.querySelector('channel-composer')?.shadowRoot;
    const found = [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])].find(
      (element) => holds === '' || element.textContent.includes(holds) || element.ariaLabel === holds,
    );
    if (found) {
      found.click();
      return;
    }
    await new Promise(requestAnimationFrame);
  }
}

const open = (): Promise<void> => click('#templates-button');

async function fill(name: string): Promise<void> {
  await open();
  await click('.template-line', name);
}
