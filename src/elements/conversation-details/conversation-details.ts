import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AnnouncerController } from '../../controllers/announcer-controller.ts';
import { DirectoryController } from '../../controllers/directory-controller.ts';
import { HandleController } from '../../controllers/handle-controller.ts';
import { InboxParts } from '../../controllers/inbox-parts.ts';
import { Localize } from '../../controllers/localization.ts';
import { MinuteController } from '../../controllers/minute-controller.ts';
import { SelectedConversation } from '../../controllers/selected-conversation.ts';
import { SessionController } from '../../controllers/session-controller.ts';
import type { Conversation, ConversationPriority } from '../../domain/model.ts';
import type { InboxTexts } from '../../locales/inbox.ts';
import type { ListHandle, TimelineHandle } from '../../controllers/session-controller.ts';
import { detailsTexts } from '../../locales/details.ts';
import type { DialogContext } from '../dialogs/context.ts';
import { ConversationActions } from '../dialogs/conversation-actions.ts';
import { emit } from '../events.ts';
import { styles } from './conversation-details.styles.ts';
import { askForRecord, linkInputs, Unlinking } from './link.ts';
import { LinkDialog } from './link-dialog.ts';
import { FilesSection } from './files.ts';
import { conversationsSection, notesSection } from './history.ts';
import { channelsSection, placeSection, tagsSection, whoSection } from './sections.ts';

/**
 * Everything about a conversation beside its messages: the recipient with addresses, windows and consent, co-worker and
 * branch, tags, notes, files and other conversations. What may be changed is changed here.
 *
 * @tagname conversation-details
 * @slot source - The host's own panel about the recipient, below who it is.
 * @fires conversation-open-request - The agent chose another conversation of this recipient.
 * @fires conversation-assigned - The conversation got another co-worker through this element.
 * @fires source-open-request - The agent wants the recipient's card.
 * @fires recipient-create-request - The agent wants a record of an unmatched sender; cancel it and show its card.
 * @csspart section - One subject with its heading.
 */
export class ConversationDetails extends LitElement {
  static override styles = styles;

  /** The conversation these are the details of. */
  @property({ attribute: 'conversation-id' }) conversationId: string | null = null;

  readonly #session = new SessionController(this);
  readonly #localize = new Localize(this, detailsTexts);
  readonly #directory = new DirectoryController(this);
  readonly #announcer = new AnnouncerController(this, () => this.#session.session?.clock ?? null);
  readonly #selected = new SelectedConversation(this);
  readonly #unlinking = new Unlinking(this, this.#selected);
  readonly #others = new HandleController<ListHandle>(this);
  readonly #timeline = new HandleController<TimelineHandle>(this);
  readonly #parts = new InboxParts(this, () => this.#session.session);
  readonly #files = new FilesSection(this, {
    session: () => this.#session.session,
    find: (messageId) => this.#timeline.handle?.find(messageId) ?? null,
    say: (text) => this.#announcer.say(text),
  });
  #actions: ConversationActions | null = null;
  #link: LinkDialog | null = null;
  #note = '';
  /** The conversation for whose sender a record was asked in vain. */
  #createAsked: string | null = null;

  constructor() {
    super();
    new MinuteController(this, () => this.#session.session?.clock ?? null);
  }

  protected override scheduleUpdate(): Promise<void> | undefined {
    return this.#localize.hold(() => super.scheduleUpdate());
  }

  protected override willUpdate(): void {
    const { session } = this.#session;
    const { conversationId } = this;
    this.#actions ??= new ConversationActions(this.#context(), this.#selected);
    this.#link ??= new LinkDialog(this.#context());
    this.#directory.sync(session);
    this.#selected.sync(session, conversationId);
    this.#files.sync(this.#selected.value);
    const recipientId = this.#selected.value?.recipient.id ?? null;
    this.#others.sync(session, [recipientId], (ready) =>
      ready.openList({ scope: { kind: 'recipient', recipientId: recipientId ?? '' }, sort: 'newest' }),
    );
    this.#timeline.sync(session, [conversationId], (ready) =>
      ready.openTimeline({ kind: 'conversation', conversationId: conversationId ?? '' }),
    );
  }

  protected override updated(): void {
    this.#files.updated();
  }

  protected override render(): TemplateResult | typeof nothing {
    const conversation = this.#selected.value;
    const actions = this.#actions;
    if (!conversation || !actions) return nothing;
    const inputs = this.#inputs(conversation, this.#localize.messages.inbox, actions);
    return html`${whoSection(inputs)}
      <slot name="source"></slot>
      ${channelsSection(inputs)} ${placeSection(inputs)} ${tagsSection(inputs)}
      ${notesSection(inputs, { value: this.#note, type: (text) => this.#type(text), add: () => void this.#addNote() })}
      ${this.#files.render(inputs)} ${conversationsSection(inputs, this.#others.value)}
      <div role="alert">${this.#problem()}</div>
      ${actions.layers()} ${this.#link?.render()}`;
  }

  #inputs(conversation: Conversation, texts: InboxTexts, actions: ConversationActions) {
    const { can = null, parts = [] } = this.#session.status?.backend?.capabilities ?? {};
    return {
      conversation,
      texts,
      localization: this.#localize.value,
      now: this.#session.session?.serverNow() ?? 0,
      directory: this.#directory,
      can,
      timeline: this.#timeline.value,
      loadOlder: () => void this.#timeline.handle?.loadOlder(),
      mayLink: can?.link === true && parts.includes('directory'),
      createAsked: this.#createAsked === conversation.id,
      openLink: () => this.#link?.open(linkInputs(this, this.#selected, conversation)),
      createRecord: () => {
        this.#createAsked = askForRecord(this, conversation) ? null : conversation.id;
        this.requestUpdate();
      },
      ...this.#unlinking.inputs(conversation),
      openAssign: () => actions.openAssign(),
      openBranch: () => actions.openBranch(),
      openTags: () => actions.openTags('tag'),
      setPriority: (priority: ConversationPriority) => this.#change({ priority }),
      pin: (pinned: boolean) => this.#change({ pinned }),
      wake: () => this.#change({ snooze: null }),
      openSource: () => {
        const { id: conversationId, recipient } = conversation;
        emit(this, 'source-open-request', { conversationId, recipient });
      },
      openConversation: ({ id: conversationId, recipient }: Conversation) =>
        void emit(this, 'conversation-open-request', { conversationId, recipient }),
    };
  }

  #context(): DialogContext {
    const localize = this.#localize;
    return {
      element: this,
      localize,
      session: this.#session,
      parts: this.#parts,
      get texts(): InboxTexts {
        return localize.messages.inbox;
      },
    };
  }

  #problem(): TemplateResult | typeof nothing {
    const { problem, taken } = this.#selected;
    const { banners, common } = this.#localize.messages;
    if (!problem && !taken) return nothing;
    const name = taken?.by == null ? null : (this.#directory.coWorkers.get(taken.by) ?? taken.by);
    const text = problem
      ? `${banners.lastFailed} ${common.errors[problem]}`
      : name === null
        ? banners.givenBack
        : banners.takenBy(name);
    return html`<p class="problem">
      ${text}
      <button type="button" class="link" @click=${() => this.#selected.clearProblem()}>${common.close}</button>
    </p>`;
  }

  /** What went wrong stands below. */
  #change(change: Parameters<SelectedConversation['change']>[0]): void {
    this.#selected.change(change).catch(() => undefined);
  }

  #type(text: string): void {
    this.#note = text;
    this.requestUpdate();
  }

  async #addNote(): Promise<void> {
    const { session } = this.#session;
    const { conversationId } = this;
    const text = this.#note.trim();
    if (!session || conversationId === null || text === '') return;
    try {
      await session.addNote({ conversationId, text, draft: null });
      this.#type('');
      this.#announcer.say(this.#localize.messages.common.directions.note);
    } catch {
      // The text stays where it is; the list below shows what was kept.
      this.requestUpdate();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'conversation-details': ConversationDetails;
  }
}
