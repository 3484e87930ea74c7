import type { LitElement } from 'lit';
import type { SelectedConversation } from '../../controllers/selected-conversation.ts';
import type { Conversation, RecipientSummary } from '../../domain/model.ts';
import { emit } from '../events.ts';
import type { DetailsInputs } from './inputs.ts';
import type { LinkInputs } from './link-dialog.ts';

/** Of which conversation it was undone, and what the sender was linked to. */
interface Undone {
  readonly id: string;
  readonly record: RecipientSummary;
}

/** Takes back that a sender is linked to a record, and that in turn (D10). */
export class Unlinking {
  readonly #element: LitElement;
  readonly #selected: SelectedConversation;
  #undone: Undone | null = null;

  constructor(element: LitElement, selected: SelectedConversation) {
    this.#element = element;
    this.#selected = selected;
  }

  inputs({ id, version, recipient }: Conversation): Pick<DetailsInputs, 'unlinked' | 'unlink' | 'linkAgain'> {
    const undone = this.#undone?.id === id && recipient.kind === 'unmatched' ? this.#undone.record : null;
    return {
      unlinked: undone,
      unlink: () => void this.#change({ recipientId: null }, version, { id, record: recipient }),
      linkAgain: () => undone && void this.#change({ recipientId: undone.id }, version, null),
    };
  }

  /** What goes wrong, a change of somebody else among it, is said below and leaves everything as it is. */
  async #change(
    change: { readonly recipientId: string | null },
    version: number,
    undone: Undone | null,
  ): Promise<void> {
    try {
      await this.#selected.change(change, version);
      this.#undone = undone;
      this.#element.requestUpdate();
      await this.#element.updateComplete;
      focusWho(this.#element);
    } catch {
      // The selected conversation keeps why.
    }
  }
}

function focusWho(element: LitElement): void {
  element.renderRoot.querySelector<HTMLElement>('.who button')?.focus();
}

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
      void element.updateComplete.then(() => focusWho(element));
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
