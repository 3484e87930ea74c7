import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import '../src/elements/conversation-list/define.ts';
import { AdapterError } from '../src/ports/adapter-error.ts';
import type { DirectoryPart } from '../src/ports/adapter.ts';
import { inbox } from './inbox-seed.ts';
import { pressing } from './press.ts';
import { frame, provide, withoutPart, withPart, type WorldOptions } from './support.ts';

export default {
  title: 'Elements/conversation-list/New conversation',
  component: 'conversation-list',
  tags: ['!autodocs'],
} satisfies Meta;

const search = (searchRecipients: DirectoryPart['searchRecipients']): WorldOptions => ({
  adapt: withPart('directory', (part) => part && { ...part, searchRecipients }),
});

/** The dialog, opened as soon as the list has its tools, with a text in it; `presses` once it is typed. */
const dialog = (text: string, options: WorldOptions = {}, ...presses: readonly string[]): TemplateResult =>
  provide(
    frame(
      html`<conversation-list
        scope="branch"
        ${pressing('New conversation')}
        ${typing(text, presses)}
      ></conversation-list>`,
      {
        width: '26rem',
        height: '40rem',
      },
    ),
    { data: inbox, ...options },
  );

/** Types into the field of the dialog as soon as it is there. */
const typing = (text: string, presses: readonly string[]) =>
  ref((list) => {
    const look = (): void => {
      const dialog = list?.shadowRoot?.querySelector('dialog');
      const field = dialog?.querySelector<HTMLInputElement>('input.field');
      if (!field) {
        if (list?.isConnected) requestAnimationFrame(look);
        return;
      }
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      const buttons = [...(dialog?.querySelectorAll('button') ?? [])];
      for (const name of presses) buttons.find(({ textContent }) => textContent.trim() === name)?.click();
    };
    requestAnimationFrame(look);
  });

/** Nothing typed yet. */
export const Empty: StoryObj = { render: () => dialog('') };

/** Contacts and resources with the name. */
export const Found: StoryObj = { render: () => dialog('an') };

/** A record is found by its number, however that is written. */
export const FoundByNumber: StoryObj = { render: () => dialog('06 - 3322 7488') };

/** Nobody has this name. */
export const NobodyFound: StoryObj = { render: () => dialog('Nobody of this name') };

/** The directory takes its time. */
export const Searching: StoryObj = {
  render: () =>
    dialog(
      'an',
      search(() => new Promise(() => {})),
    ),
};

/** The directory does not answer: a number still starts a conversation. */
export const SearchFailed: StoryObj = {
  render: () =>
    dialog(
      'an',
      search(() => Promise.reject(new AdapterError('unavailable', 'story'))),
    ),
};

/** A doubtful number is questioned, with the reasons, before anything happens. */
export const Doubtful: StoryObj = { render: () => dialog('030 231 0000', {}, 'Start conversation') };

/** What is no number is refused, with the reason. */
export const Refused: StoryObj = { render: () => dialog('12', {}, 'Start conversation') };

/** A backend without a directory: by number only. */
export const ByNumberOnly: StoryObj = { render: () => dialog('', { adapt: withoutPart('directory') }) };
