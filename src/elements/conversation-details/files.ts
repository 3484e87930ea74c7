import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { type CarriedFile, ConversationFiles } from '../../controllers/conversation-files.ts';
import { FileAddresses, type KnownAddress } from '../../controllers/file-addresses.ts';
import type { MessagingSession } from '../../controllers/session-controller.ts';
import type { Attachment, Conversation, Message } from '../../domain/model.ts';
import { keepLoading } from '../../dom/keep-loading.ts';
import { splitFileName } from '../../domain/visible-text.ts';
import { timelineMoreTexts, type TimelineMoreTexts } from '../../locales/timeline-more.ts';
import { fileIcon } from '../../styles/icons.ts';
import { isPicture, mediaUrl, readableSize } from '../conversation-timeline/more/media-facts.ts';
import type { Lightbox } from '../conversation-timeline/more/lightbox.ts';
import type { DetailsInputs } from './inputs.ts';
import { section } from './sections.ts';

/** What the files need of the element they stand in. */
interface FilesParts {
  /** `null` while there is none. */
  readonly session: () => MessagingSession | null;
  /** A message by its id, where it is loaded. */
  readonly find: (messageId: string) => Message | null;
  readonly say: (text: string) => void;
}

/** The files of the conversation on show: pictures open, others are downloaded. */
export class FilesSection {
  readonly #host: LitElement;
  readonly #parts: FilesParts;
  readonly #files: ConversationFiles;
  readonly #addresses: FileAddresses;
  #lightbox: Lightbox | null = null;
  /** What has the focus before a render, and of which file it is. */
  #focused: { readonly element: Element; readonly fileId: string | undefined } | null = null;
  /** Of the file that was asked for again: what is said of it stays until there is an answer. */
  #retried: string | null = null;
  /** The language in which it was asked for what is said of files. */
  #asked: string | null = null;

  constructor(host: LitElement, parts: FilesParts) {
    this.#host = host;
    this.#parts = parts;
    this.#files = new ConversationFiles(host, parts.session);
    this.#addresses = new FileAddresses(host, parts.session);
  }

  /** Call from `willUpdate`. */
  sync(conversation: Conversation | null): void {
    if (this.#files.sync(conversation, this.#parts.find)) this.#lightbox?.close();
    const element = this.#host.shadowRoot?.activeElement?.closest('.files *, .files-more') ?? null;
    this.#focused = element && { element, fileId: element.closest('li')?.dataset.file };
  }

  /** Call after each render. */
  updated(): void {
    if (this.#lightbox?.isOpen) this.#lightbox.update();
    if (this.#focused && !this.#focused.element.isConnected) this.#focusOn(this.#focused.fileId);
    this.#focused = null;
  }

  /** The focus goes to what can be done with a file, else to what comes first (I10). */
  #focusOn(fileId?: string): void {
    const { renderRoot } = this.#host;
    const item = [...renderRoot.querySelectorAll<HTMLElement>('.files li')].find(
      ({ dataset }) => dataset.file === fileId,
    );
    const target = item?.querySelector<HTMLElement>('a, button, .file-note') ?? null;
    (target ?? renderRoot.querySelector<HTMLElement>('.files :is(button, a), .files-none'))?.focus();
  }

  render(inputs: DetailsInputs): TemplateResult {
    const { texts, localization } = inputs;
    const { all, shown, hasMore, state } = this.#files;
    return section(
      texts.details.files,
      html`${all.length > 0 ? nothing : this.#emptiness(inputs)}
        <ul class="plain files">
          ${shown.map((file) => this.#item(file, inputs))}
        </ul>
        ${
          hasMore
            ? html`<button type="button" class="link files-more" @click=${() => this.#files.more()}>
                ${texts.details.moreFiles}
              </button>`
            : nothing
        }
        ${
          state === 'failed'
            ? html`<button type="button" class="link files-more" @click=${() => this.#files.retry()}>
                ${localization.messages.common.retry}
              </button>`
            : nothing
        }`,
    );
  }

  #emptiness({ texts, localization }: DetailsInputs): TemplateResult {
    const { common } = localization.messages;
    const said = { loading: common.loading, ready: texts.details.noFiles, failed: texts.details.filesFailed };
    return html`<p class="hint files-none" role="status" tabindex="-1">${said[this.#files.state]}</p>`;
  }

  #item({ attachment, at }: CarriedFile, inputs: DetailsInputs): TemplateResult {
    const { formats } = inputs.localization;
    const { name, mimeType, sizeBytes } = attachment;
    const { stem, extension } = splitFileName(name);
    const kind = extension.slice(1).toUpperCase() || (mimeType.split('/')[1] ?? mimeType);
    const size = sizeBytes === null ? [] : [readableSize(sizeBytes, (value) => formats.number(value))];
    const content = html`<span class="thumb">${this.#thumbnail(attachment)}</span
      ><span class="file-name" dir="ltr"><bdi>${stem}</bdi><span>${extension}</span></span
      ><span class="hint">${[kind, ...size, formats.dateTime(at)].join(' · ')}</span>`;
    const address = this.#addresses.of(attachment);
    return html`<li data-file=${attachment.id}>
      ${this.#control(attachment, address, { content, inputs })}${this.#note(attachment, address, inputs)}
    </li>`;
  }

  /** What the file is, to be opened where it is to be had. */
  #control(
    attachment: Attachment,
    { url: address, state }: KnownAddress,
    { content, inputs }: { readonly content: TemplateResult; readonly inputs: DetailsInputs },
  ): TemplateResult {
    const isMissing = state === 'away' || state === 'gone';
    if (isPicture(attachment) && !isMissing)
      return html`<button type="button" class="file" @click=${() => void this.#enlarge(attachment, inputs)}>
        ${content}
      </button>`;
    const url = isMissing ? null : mediaUrl(address);
    if (url === null) return html`<span class="file">${content}</span>`;
    return html`<a
      class="file"
      href=${url}
      download=${attachment.name}
      target="_blank"
      rel="noopener noreferrer"
      @click=${(event: Event) => this.#addresses.open(attachment, event)}
      >${content}</a
    >`;
  }

  /** What is the matter with a file, and the way to have it after all. */
  #note(attachment: Attachment, { state }: KnownAddress, { localization }: DetailsInputs): unknown {
    if (this.#retried === attachment.id && state !== 'loading') this.#retried = null;
    const isAway = state === 'away' || this.#retried === attachment.id;
    if (!isAway && state !== 'gone') return nothing;
    const { language, common } = localization.messages;
    const texts = this.#texts(language);
    if (!texts) return nothing;
    if (!isAway) return html`<small class="hint file-note" tabindex="-1">${texts.gone}</small>`;
    return html`<small class="hint file-note"
      >${texts.away}
      <button type="button" class="link" @click=${() => this.#retry(attachment)}>${common.retry}</button></small
    >`;
  }

  /** What is said of files; asked for when there is something to say. */
  #texts(language: string): TimelineMoreTexts['files'] | null {
    const texts = timelineMoreTexts.get(language);
    if (!texts && this.#asked !== language) {
      this.#asked = language;
      void keepLoading(() => timelineMoreTexts.load(language)).then(() => this.#host.requestUpdate());
    }
    return texts?.files ?? null;
  }

  #retry(attachment: Attachment): void {
    this.#retried = attachment.id;
    this.#addresses.retry(attachment);
  }

  #thumbnail(attachment: Attachment): TemplateResult {
    if (!isPicture(attachment)) return fileIcon();
    const { url, thumbnailUrl, state } = this.#addresses.of(attachment);
    const shown = mediaUrl(thumbnailUrl ?? url);
    if (shown === null || state !== 'ready') return fileIcon();
    return html`<img src=${shown} alt="" loading="lazy" @error=${() => this.#addresses.failed(attachment)} />`;
  }

  async #enlarge(first: Attachment, { localization }: DetailsInputs): Promise<void> {
    const [{ Lightbox: Shown }, texts] = await Promise.all([
      import('../conversation-timeline/more/lightbox.ts'),
      timelineMoreTexts.load(localization.messages.language),
    ]);
    const pictures = this.#files.all.filter(({ attachment }) => isPicture(attachment));
    this.#lightbox = new Shown(this.#host, {
      pictures: [...pictures].reverse(),
      first,
      isTakenBack: this.#files.isTakenBack,
      say: this.#parts.say,
      takeFocus: () => this.#focusOn(),
      addressOf: (attachment) => this.#addresses.of(attachment),
      fileFailed: (attachment) => this.#addresses.failed(attachment),
      texts: texts.lightbox,
      formats: localization.formats,
    });
  }
}
