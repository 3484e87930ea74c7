import { html, nothing } from 'lit';
import { AttachmentsController, type DraftKey, type LeftOutFile } from '../../../controllers/attachments-controller.ts';
import type { Composition } from '../../../controllers/composer-controller.ts';
import type { Attachment } from '../../../domain/model.ts';
import { isolatedName, visibleName } from '../../../domain/visible-text.ts';
import { addStyles } from '../../../dom/add-styles.ts';
import type { ComposerFileTexts } from '../../../locales/composer-tools.ts';
import { attachIcon, cameraIcon, cautionIcon } from '../../../styles/icons.ts';
import { channelName } from '../words.ts';
import { fileList } from './file-list.ts';
import { fileStyles } from './files.styles.ts';
import type { ComposerTool, ToolContext } from './tool.ts';

/** Files beside the text: by paperclip, paste, drop and camera; looked at, uploaded and mended before they leave (B10). */
export class Attachments implements ComposerTool {
  readonly controller: AttachmentsController;
  readonly #context: ToolContext;
  #area: HTMLTextAreaElement | null = null;
  #leftOut: readonly LeftOutFile[] = [];
  #noFiles = '';
  #isDropping = false;
  /** Files whose description is open. */
  readonly #described = new Set<string>();

  constructor(context: ToolContext) {
    this.#context = context;
    const { element } = context;
    this.controller = new AttachmentsController(
      element,
      () => context.session.session,
      (obstacle) => this.#texts.obstacles[obstacle],
    );
    context.composer.enclosures = this.controller;
    element.addController({ hostUpdated: () => this.#updated() });
    element.addEventListener('dragover', (event) => this.#dragOver(event));
    element.addEventListener('dragleave', (event) => this.#dragLeave(event));
    element.addEventListener('drop', (event) => this.#drop(event));
  }

  get #texts(): ComposerFileTexts {
    return this.#context.localize.messages.files;
  }

  readonly bar = (composition: Composition): unknown => {
    const texts = this.#texts;
    if (!this.isUsable(composition)) return nothing;
    return html`<button
        type="button"
        class="button quiet tool"
        title=${texts.add}
        aria-label=${texts.add}
        @click=${() => this.#input('#file-input')?.click()}
      >
        ${attachIcon()}
      </button>
      <button
        type="button"
        class="button quiet tool camera"
        title=${texts.camera}
        aria-label=${texts.camera}
        @click=${() => this.#input('#camera-input')?.click()}
      >
        ${cameraIcon()}
      </button>`;
  };

  readonly below = (composition: Composition): unknown => {
    addStyles(this.#context.element.renderRoot, fileStyles);
    const texts = this.#texts;
    const key = keyOf(composition);
    if (!key) return nothing;
    const files = this.controller.list(key, composition.option);
    return html`${
      files.length === 0
        ? nothing
        : fileList(files, composition, {
            ...this.#context.words,
            texts,
            controller: this.controller,
            key,
            described: this.#described,
            say: (text) => this.#context.say(text),
            changed: () => this.#context.element.requestUpdate(),
            focusText: () => this.#context.textArea.element?.focus(),
          })
    }
    ${this.#leftOut.map(({ name, why }) => notice(texts.leftOut[why](isolatedName(visibleName(name)))))}
    ${this.#noFiles === '' ? nothing : notice(this.#noFiles)}`;
  };

  readonly layers = (composition: Composition): unknown => {
    this.#listen();
    const texts = this.#texts;
    if (!this.isUsable(composition)) return nothing;
    return html`<input
        id="file-input"
        type="file"
        multiple
        hidden
        aria-label=${texts.add}
        @change=${(event: Event) => this.#picked(event)}
      />
      <input
        id="camera-input"
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label=${texts.camera}
        @change=${(event: Event) => this.#picked(event)}
      />
      ${this.#isDropping ? html`<div class="drop" aria-hidden="true">${attachIcon()}<span>${texts.drop}</span></div>` : nothing}`;
  };

  /** Whether files may be added to what is being written. */
  isUsable(composition: Composition): boolean {
    if (this.#context.element.matches(':disabled') || keyOf(composition) === null) return false;
    return composition.option.reason === null && this.controller.isOffered(composition.option);
  }

  /** Adds files as if they had been chosen. */
  async add(files: readonly File[]): Promise<void> {
    const { composition } = this.#context.composer;
    const texts = this.#texts;
    const key = composition && keyOf(composition);
    if (!composition || files.length === 0) return;
    this.#leftOut = [];
    this.#noFiles = '';
    if (!key || !this.isUsable(composition)) {
      this.#noFiles = texts.none(channelName(composition.option.channel, this.#context.words));
      this.#context.say(this.#noFiles);
      this.#context.element.requestUpdate();
      return;
    }
    this.#leftOut = await this.controller.add(key, files);
    const added = files.length - this.#leftOut.length;
    const sentences = this.#leftOut.map(({ name, why }) => texts.leftOut[why](isolatedName(visibleName(name))));
    this.#context.say([...(added > 0 ? [texts.added(added)] : []), ...sentences].join(' '));
    this.#context.element.requestUpdate();
  }

  /** The draft that files go to now; `null` where none may be added. */
  get place(): DraftKey | null {
    const { composition } = this.#context.composer;
    return composition && this.isUsable(composition) ? keyOf(composition) : null;
  }

  /** Adds files that the backend has. Returns those that do not come along. */
  addKept(attachments: readonly Attachment[]): readonly Attachment[] {
    const { composition } = this.#context.composer;
    const key = composition && keyOf(composition);
    if (!composition || !key || !this.isUsable(composition)) return attachments;
    return attachments.filter((attachment) => !this.controller.addKept(key, attachment));
  }

  #updated(): void {
    const { composition } = this.#context.composer;
    if (composition) this.controller.settle(keyOf(composition), composition.option);
  }

  /** The text area may be another one after the element was moved. */
  #listen(): void {
    const area = this.#context.textArea.element;
    if (area === this.#area) return;
    this.#area = area;
    area?.addEventListener('paste', (event) => this.#paste(event));
    area?.addEventListener('input', () => {
      if (this.#leftOut.length === 0 && this.#noFiles === '') return;
      this.#leftOut = [];
      this.#noFiles = '';
      this.#context.element.requestUpdate();
    });
  }

  /** What has words as well, as from a text processor, is pasted as words. */
  #paste(event: ClipboardEvent): void {
    const data = event.clipboardData;
    if (!data || data.files.length === 0 || data.types.includes('text/plain')) return;
    event.preventDefault();
    void this.add([...data.files]);
  }

  #picked({ target }: Event): void {
    const input = target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // The same file can be chosen again.
    input.value = '';
    this.#context.textArea.element?.focus();
    void this.add(files);
  }

  #dragOver(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    // Without this the browser would open the file in place of the page.
    event.preventDefault();
    const { composition } = this.#context.composer;
    const isUsable = composition !== null && this.isUsable(composition);
    event.dataTransfer.dropEffect = isUsable ? 'copy' : 'none';
    this.#setDropping(isUsable);
  }

  #dragLeave(event: DragEvent): void {
    if (!(event.relatedTarget instanceof Node) || !this.#context.element.contains(event.relatedTarget))
      this.#setDropping(false);
  }

  #drop(event: DragEvent): void {
    this.#setDropping(false);
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    void this.add([...event.dataTransfer.files]);
  }

  #setDropping(isDropping: boolean): void {
    if (isDropping === this.#isDropping) return;
    this.#isDropping = isDropping;
    this.#context.element.requestUpdate();
  }

  #input(selector: string): HTMLInputElement | null {
    return this.#context.element.renderRoot.querySelector<HTMLInputElement>(selector);
  }
}

/** The draft whose files are shown; notes and invitations have none. */
function keyOf({ conversation, mode, option }: Composition): DraftKey | null {
  if (mode !== 'reply' || option.id === 'whatsapp-invitation') return null;
  return { conversationId: conversation.id, mode, channel: option.channel };
}

function notice(text: string): unknown {
  return html`<p class="notice caution" part="notice">${cautionIcon()}<span>${text}</span></p>`;
}
