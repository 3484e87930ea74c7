import { html, type LitElement, type TemplateResult } from 'lit';
import type { EditedText, TemplateEditorController } from '../../controllers/template-editor-controller.ts';
import { TemplatePreview } from '../../controllers/template-preview.ts';
import type { MessagingSession } from '../../controllers/session-controller.ts';
import type { Clock } from '../../ports/clock.ts';
import { linkBuilder, typedNumber } from './link-builder.ts';
import { fallbackTable, previewPanel } from './preview.ts';
import type { EditorWords } from './words.ts';

/** Beside the text: the preview, who gets which text, and the link. */
export class SidePanels {
  readonly #host: LitElement;
  readonly #editor: TemplateEditorController;
  readonly #preview: TemplatePreview;
  #active = -1;
  #link: { readonly number: string | null; readonly text: string; readonly isCopied: boolean } = {
    number: null,
    text: '',
    isCopied: false,
  };

  constructor(host: LitElement, editor: TemplateEditorController, clock: () => Clock | null) {
    this.#host = host;
    this.#editor = editor;
    this.#preview = new TemplatePreview(host, clock);
  }

  /** Call from `willUpdate` with the session once it is ready. */
  sync(session: MessagingSession | null): void {
    this.#preview.sync(session);
  }

  /** What fills the tags for the recipient of the preview. */
  get values(): ReadonlyMap<string, string> {
    return this.#preview.values(this.#number);
  }

  render(
    edited: EditedText,
    words: EditorWords,
    { canEdit, insert }: { readonly canEdit: boolean; readonly insert: (text: string) => void },
  ): TemplateResult {
    const { shelf } = this.#editor;
    const others = shelf.templates.filter((template) => template !== edited.base);
    const context = {
      ...words,
      preview: this.#preview,
      templates: [...others, edited.content],
      edited: edited.content,
      isUnsaved: edited.isUnsaved,
      whatsappNumber: this.#number,
      active: this.#active,
      onActive: (index: number) => {
        this.#active = index;
        this.#host.requestUpdate();
      },
    };
    return html`<div class="side">
      ${previewPanel(context)} ${fallbackTable(context)}
      ${linkBuilder({
        ...words,
        number: this.#link.number ?? shelf.invitation?.whatsappNumber ?? '',
        text: this.#link.text,
        isCopied: this.#link.isCopied,
        code: edited.content.code,
        invitation: shelf.invitation,
        canEdit,
        isSaved: edited.base !== null && !edited.isUnsaved,
        change: (change) => this.#changeLink({ ...change, isCopied: false }),
        insert,
        copy: (text) => void this.#copy(text),
        saveInvitation: (invitation) => void this.#editor.saveInvitation(invitation),
      })}
    </div>`;
  }

  /** The own WhatsApp number in use: as typed, else that of the invitation. */
  get #number(): string | null {
    return typedNumber(this.#link.number ?? '') ?? this.#editor.shelf.invitation?.whatsappNumber ?? null;
  }

  #changeLink(change: Partial<{ number: string; text: string; isCopied: boolean }>): void {
    this.#link = { ...this.#link, ...change };
    this.#host.requestUpdate();
  }

  async #copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#changeLink({ isCopied: true });
    } catch {
      // Not allowed in this frame: the link itself stands there to be copied by hand.
    }
  }
}
