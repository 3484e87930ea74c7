import type { LitElement } from 'lit';
import type { SelectedConversation } from '../../controllers/selected-conversation.ts';
import type { Conversation } from '../../domain/model.ts';
import { emit } from '../events.ts';
import type { LinkInputs } from './link-dialog.ts';

/** What the dialog works with; afterwards the focus goes to what took the place of the button that opened it. */
export function linkInputs(
  element: LitElement,
  selected: SelectedConversation,
  { channels }: Conversation,
): LinkInputs {
  return {
    addresses: [...new Set(channels.map(({ address }) => address))],
    link: (recipientId) => selected.change({ recipientId }),
    linked: () => {
      void element.updateComplete.then(() => element.renderRoot.querySelector<HTMLElement>('.who button')?.focus());
    },
  };
}

/** Asks the host for a record of the sender. Returns whether it takes care of that. */
export function askForRecord(element: LitElement, conversation: Conversation): boolean {
  const { id: conversationId, recipient, channels, lastIncomingChannel } = conversation;
  const used = channels.find(({ channel }) => channel === lastIncomingChannel) ?? channels[0];
  if (!used) return false;
  const { address, channel } = used;
  const name = recipient.name === address || recipient.name === '' ? null : recipient.name;
  return !emit(element, 'recipient-create-request', { conversationId, address, channel, name });
}
