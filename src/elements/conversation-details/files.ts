import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { FoundMessages, MessagingSession } from '../../controllers/session-controller.ts';
import { FileAddresses } from '../../controllers/file-addresses.ts';
import { attachmentsOf } from '../../domain/content-files.ts';
import type { Attachment, Conversation, Message } from '../../domain/model.ts';
import { splitFileName } from '../../domain/visible-text.ts';
import { loadTimelineTexts } from '../../locales/timeline-more.ts';
import { fileIcon } from '../../styles/icons.ts';
import { isPicture, mediaUrl, readableSize } from '../conversation-timeline/more/media-facts.ts';
import type { Lightbox } from '../conversation-timeline/more/lightbox.ts';
import type { DetailsInputs } from './inputs.ts';
import { section } from './sections.ts';

/** So many are shown at first: each picture among them is asked for. */
const firstShown = 6;
const moreShown = 12;

/** A file of the conversation, and the message that carried it. */
interface CarriedFile {
  readonly attachment: Attachment;
  readonly at: number;
}

/** Every file of the conversation, the newest first, whatever of its history is loaded (D3): pictures open, others are downloaded. */
export class ConversationFiles {
  readonly #host: LitElement;
  readonly #addresses: FileAddresses;
  readonly #session: () => MessagingSession | null;
  #asked = '';
  #conversationId: string | null = null;
  #files: readonly CarriedFile[] = [];
  #nextCursor: string | null = null;
  #shown = firstShown;
  #state: 'loading' | 'ready' | 'failed' = 'loading';
  #asking: AbortController | null = null;
  #lightbox: Lightbox | null = null;

  constructor(host: LitElement, session: () => MessagingSession | null) {
    this.#host = host;
    this.#session = session;
    this.#addresses = new FileAddresses(host, session);
  }

  /** Call from `willUpdate`: asks again when something was written. */
  sync(conversation: Conversation | null): void {
    const asked = conversation ? `${conversation.id}/${conversation.lastMessage?.id ?? ''}` : '';
    if (asked === this.#asked || !this.#session()) return;
    this.#asked = asked;
    if (conversation?.id !== this.#conversationId) {
      this.#conversationId = conversation?.id ?? null;
      this.#files = [];
      this.#shown = firstShown;
      this.#state = 'loading';
      this.#lightbox?.close();
    }
    void this.#read(null);
  }

  /** Call after each render. */
  updated(): void {
    if (this.#lightbox?.isOpen) this.#lightbox.update();
  }

  render(inputs: DetailsInputs): TemplateResult {
    const { texts, localization } = inputs;
    const shown = this.#files.slice(0, this.#shown);
    const hasMore = this.#files.length > this.#shown || this.#nextCursor !== null;
    return section(
      texts.details.files,
      html`${this.#files.length > 0 ? nothing : this.#emptiness(inputs)}
        <ul class="plain files">
          ${shown.map((file) => this.#item(file, inputs))}
        </ul>
        ${
          hasMore
            ? html`<button type="button" class="link" @click=${() => this.#more()}>${texts.details.moreFiles}</button>`
            : nothing
        }
        ${
          this.#state === 'failed'
            ? html`<button type="button" class="link" @click=${() => void this.#read(this.#nextCursor)}>
                ${localization.messages.common.retry}
              </button>`
            : nothing
        }`,
    );
  }

  #emptiness({ texts, localization }: DetailsInputs): TemplateResult {
    const { common } = localization.messages;
    const said = { loading: common.loading, ready: texts.details.noFiles, failed: texts.details.filesFailed };
    return html`<p class="hint" role="status">${said[this.#state]}</p>`;
  }

  #item({ attachment, at }: CarriedFile, inputs: DetailsInputs): TemplateResult {
    const { formats } = inputs.localization;
    const { name, mimeType, sizeBytes } = attachment;
    const { stem, extension } = splitFileName(name);
    const kind = extension.slice(1).toUpperCase() || (mimeType.split('/')[1] ?? mimeType);
    const size = sizeBytes === null ? [] : [readableSize(sizeBytes, (value) => formats.number(value))];
    const content = html`<span class="thumb">${this.#thumbnail(attachment)}</span
      ><span class="file-name"><bdi>${stem}</bdi><span>${extension}</span></span
      ><span class="hint">${[kind, ...size, formats.dateTime(at)].join(' · ')}</span>`;
    const url = mediaUrl(this.#addresses.of(attachment).url);
    if (isPicture(attachment))
      return html`<li>
        <button type="button" class="file" @click=${() => void this.#enlarge(attachment, inputs)}>${content}</button>
      </li>`;
    return html`<li>
      ${
        url === null
          ? html`<span class="file">${content}</span>`
          : html`<a
              class="file"
              href=${url}
              download=${name}
              target="_blank"
              rel="noopener noreferrer"
              @click=${(event: Event) => this.#download(attachment, event)}
              >${content}</a
            >`
      }
    </li>`;
  }

  #thumbnail(attachment: Attachment): TemplateResult {
    if (!isPicture(attachment)) return fileIcon();
    const { url, thumbnailUrl, state } = this.#addresses.of(attachment);
    const shown = mediaUrl(thumbnailUrl ?? url);
    if (shown === null || state !== 'ready') return fileIcon();
    return html`<img src=${shown} alt="" loading="lazy" @error=${() => this.#addresses.failed(attachment)} />`;
  }

  /** A signed address that ran out meanwhile is renewed before the download begins. */
  #download(attachment: Attachment, event: Event): void {
    if (!this.#addresses.hasRunOut(attachment)) return;
    event.preventDefault();
    const link = event.currentTarget;
    void this.#addresses.renew(attachment).then(async (url) => {
      await this.#host.updateComplete;
      if (url !== null && link instanceof HTMLAnchorElement && link.isConnected) link.click();
    });
  }

  async #enlarge(first: Attachment, { localization }: DetailsInputs): Promise<void> {
    const [{ Lightbox: Shown }, texts] = await Promise.all([
      import('../conversation-timeline/more/lightbox.ts'),
      loadTimelineTexts(localization.messages.language),
    ]);
    const pictures = this.#files.map(({ attachment }) => attachment).filter(isPicture);
    this.#lightbox = new Shown(this.#host, {
      pictures: [...pictures].reverse(),
      first,
      addressOf: (attachment) => this.#addresses.of(attachment),
      fileFailed: (attachment) => this.#addresses.failed(attachment),
      texts: texts.lightbox,
      formats: localization.formats,
    });
  }

  #more(): void {
    this.#shown += moreShown;
    if (this.#files.length < this.#shown && this.#nextCursor !== null) void this.#read(this.#nextCursor);
    this.#host.requestUpdate();
  }

  /** From the beginning, or what comes after a cursor. */
  async #read(cursor: string | null): Promise<void> {
    const session = this.#session();
    const conversationId = this.#conversationId;
    if (!session || conversationId === null) return;
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const search = { in: { kind: 'conversation', conversationId }, text: '', filesOnly: true } as const;
      const found = await session.searchMessages(search, { signal: asking.signal, ...(cursor !== null && { cursor }) });
      if (asking.signal.aborted) return;
      this.#take(found, cursor === null);
    } catch {
      if (asking.signal.aborted) return;
      this.#state = 'failed';
    }
    this.#host.requestUpdate();
  }

  #take({ items, nextCursor }: FoundMessages, isFirst: boolean): void {
    const files = items.flatMap(filesOf);
    this.#files = isFirst ? files : [...this.#files, ...files];
    this.#nextCursor = nextCursor;
    this.#state = 'ready';
    // A page may hold nothing although there is more behind it.
    if (files.length === 0 && nextCursor !== null) void this.#read(nextCursor);
  }
}

function filesOf({ content, at, deletedAt }: Message): readonly CarriedFile[] {
  return deletedAt === null ? attachmentsOf(content).map((attachment) => ({ attachment, at })) : [];
}
