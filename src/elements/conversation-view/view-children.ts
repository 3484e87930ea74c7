import type { LitElement, PropertyValues } from 'lit';
import type { ConversationScope } from '../../domain/queries.ts';
import { createChild } from '../tags.ts';
import type { ConversationView } from './conversation-view.ts';

/** A view in which somebody writes. */
export type Writer = LitElement & { readonly conversationId: string | null };

/** The elements in the panes of a view, and what it hands on to them. */
export class ViewChildren {
  readonly list: HTMLElementTagNameMap['conversation-list'];
  readonly timeline: HTMLElementTagNameMap['conversation-timeline'];
  readonly composer: HTMLElementTagNameMap['channel-composer'];
  readonly details: HTMLElementTagNameMap['conversation-details'];
  /** The recipient whose newest conversation has been shown by itself; once, so that the way back stays open. */
  #openedFor: string | null = null;

  constructor(view: ConversationView) {
    this.list = createChild(view, 'conversation-list');
    this.timeline = createChild(view, 'conversation-timeline');
    this.composer = createChild(view, 'channel-composer');
    this.details = createChild(view, 'conversation-details');
    const source = document.createElement('slot');
    Object.assign(source, { name: 'source', slot: 'source' });
    this.details.append(source);
    for (const child of [this.list, this.timeline, this.composer]) child.dataset.entry = '';
    this.list.addEventListener('conversation-start', ({ detail }) => void this.write(view, detail.conversationId));
  }

  /** Who has started a conversation wants to write (B19); not where the host opens it elsewhere. */
  async write(view: Writer, conversationId: string): Promise<void> {
    await view.updateComplete;
    await this.composer.updateComplete;
    if (view.conversationId === conversationId) this.composer.focus();
  }

  /**
   * The list may be looked at in another way meanwhile: only what the host changed is handed on.
   *
   * @param shown - whose conversations the list shows, and whom the selected conversation is with
   */
  feed(
    view: ConversationView,
    changed: PropertyValues<ConversationView>,
    shown: { readonly scope: ConversationScope['kind']; readonly recipientId: string | null },
  ): void {
    const { conversationId, recipientId, density, sendKey, undoSeconds, noSendGuard, readPolicy, hasUpdated } = view;
    const { list, timeline, composer, details } = this;
    Object.assign(list, { recipientId, conversationId, density });
    if (changed.has('scope') || changed.has('recipientId') || !hasUpdated) list.scope = shown.scope;
    if (changed.has('sort') || !hasUpdated) list.sort = view.sort;
    if (changed.has('view') && view.view !== list.view) list.view = view.view;
    timeline.conversationId = composer.conversationId = details.conversationId = conversationId;
    Object.assign(composer, { sendKey, undoSeconds, noSendGuard });
    Object.assign(timeline, {
      recipientId: shown.recipientId ?? recipientId,
      scope: shown.scope,
      toolbar: true,
      replies: true,
      readPolicy,
    });
  }

  /** The newest conversation with a recipient whose card the view has just come to stand on (C1); `null` for none. */
  newestOnCard(recipientId: string | null): string | null {
    if (this.#openedFor === recipientId) return null;
    const { rows } = this.list;
    const [newest] = [...rows].sort((a, b) => b.conversation.lastActivityAt - a.conversation.lastActivityAt);
    if (newest?.conversation.recipient.id !== recipientId) return null;
    this.#openedFor = recipientId;
    return newest.conversation.id;
  }
}
