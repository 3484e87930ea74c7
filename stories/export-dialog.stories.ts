import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/conversation-view/define.ts';
import type { EmbeddedData } from '../src/adapters/embedded/data.ts';
import { ForwardingAdapter } from '../src/adapters/forwarding-adapter.ts';
import type { Message } from '../src/domain/model.ts';
import { AdapterError } from '../src/ports/adapter-error.ts';
import type { MessagingAdapter } from '../src/ports/adapter.ts';
import { inbox } from './inbox-seed.ts';
import { frame, provide } from './support.ts';

/** One conversation as PDF, CSV or on paper: what the dialog says on the way (D9). */
export default {
  title: 'Elements/conversation-view/Export',
  component: 'conversation-view',
  tags: ['!autodocs'],
} satisfies Meta;

type View = HTMLElementTagNameMap['conversation-view'];

/** What a story does once the dialog is open. */
interface Steps {
  readonly format?: string;
  readonly notes?: boolean;
  readonly submit?: boolean;
  readonly data?: EmbeddedData;
  /** What becomes of a page of older messages once the export has begun; all come unless given. */
  readonly older?: (asked: number) => Promise<void>;
}

function dialog({ data = inbox, older, ...steps }: Steps): TemplateResult {
  let isExporting = false;
  let isOpened = false;
  const open = (event: HTMLElementEventMap['command-state-change']): void => {
    const command = event.detail.commands.find(({ id, enabled }) => id === 'export' && enabled);
    if (isOpened || !command) return;
    isOpened = true;
    const view = event.target as View;
    void view.updateComplete.then(() => command.run());
    const look = (): void => {
      const modal = view.shadowRoot?.querySelector('dialog');
      if (modal) {
        isExporting = true;
        act(modal, steps);
      } else if (view.isConnected) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  return provide(
    frame(
      html`<conversation-view
        scope="branch"
        sort="newest"
        conversation-id="aisha"
        @command-state-change=${open}
      ></conversation-view>`,
      { width: '50rem', height: '42rem' },
    ),
    { data, ...(older && { adapt: (adapter: MessagingAdapter) => new Watched(adapter, () => isExporting, older) }) },
  );
}

function act(modal: HTMLDialogElement, { format, notes, submit }: Steps): void {
  for (const label of modal.querySelectorAll('label')) {
    const words = label.textContent.trim();
    if (words === format || (notes && words === 'With internal notes')) label.click();
  }
  if (submit) modal.querySelector<HTMLButtonElement>('button[type="submit"], button.primary')?.click();
}

/** Lets pages of older messages come as a story wants while something is exported. */
class Watched extends ForwardingAdapter {
  readonly #isExporting: () => boolean;
  readonly #older: (asked: number) => Promise<void>;
  #asked = 0;

  constructor(adapter: MessagingAdapter, isExporting: () => boolean, older: (asked: number) => Promise<void>) {
    super({ name: adapter.name, load: () => Promise.resolve(adapter), owns: true });
    this.#isExporting = isExporting;
    this.#older = older;
  }

  override async listMessages(...call: Parameters<MessagingAdapter['listMessages']>) {
    if (this.#isExporting()) await this.#older((this.#asked += 1));
    return super.listMessages(...call);
  }
}

/** A conversation of some hundred messages. */
const long: EmbeddedData = {
  ...inbox,
  messages: [
    ...(inbox.messages ?? []),
    ...Array.from({ length: 600 }, (_, index) => older(index)).flatMap((message) => (message ? [message] : [])),
  ],
};

function older(index: number): Message | null {
  const [first] = (inbox.messages ?? []).filter(({ conversationId }) => conversationId === 'aisha');
  if (!first) return null;
  const back = index + 1;
  return {
    ...first,
    id: `older-${back}`,
    clientId: null,
    position: first.position - back,
    at: first.at - back * 60_000,
  };
}

/** Characters that neither a font of ours nor the device has a shape for. */
const unknown: EmbeddedData = {
  ...inbox,
  messages: (inbox.messages ?? []).map((message) =>
    message.conversationId === 'aisha' && message.content.kind === 'text'
      ? { ...message, content: { ...message.content, text: `${message.content.text} \ue000\ue001` } }
      : message,
  ),
};

/** At first: a PDF without notes; emoji and other scripts become pictures. */
export const Pdf: StoryObj = { render: () => dialog({}) };

/** As a table for a spreadsheet, with internal notes by choice. */
export const CsvWithNotes: StoryObj = { render: () => dialog({ format: 'CSV', notes: true }) };

/** On paper. */
export const Print: StoryObj = { render: () => dialog({ format: 'Print' }) };

/** Some characters cannot be drawn: the dialog names them before it exports without. */
export const MissingGlyphs: StoryObj = { render: () => dialog({ data: unknown, submit: true }) };

/** A long conversation is read to its beginning: how many messages have come so far. */
export const Progress: StoryObj = {
  render: () =>
    dialog({
      data: long,
      submit: true,
      older: (asked) => (asked > 2 ? new Promise(() => undefined) : Promise.resolve()),
    }),
};

/** The older messages did not come: nothing is exported by halves, and it can be tried again. */
export const Failure: StoryObj = {
  render: () =>
    dialog({ data: long, submit: true, older: () => Promise.reject(new AdapterError('forbidden', 'story')) }),
};
