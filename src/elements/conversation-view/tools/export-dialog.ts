import { html, type TemplateResult } from 'lit';
import type { Localize } from '../../../controllers/localization.ts';
import { delimiterOf } from '../../../domain/export-csv.ts';
import { type ExportedConversation, exportConversation } from '../../../domain/export-conversation.ts';
import type { DocumentParagraph } from '../../../domain/export-document.ts';
import { exportFileName } from '../../../domain/export-file-name.ts';
import type { Conversation, Message } from '../../../domain/model.ts';
import { isolatedName, visibleName } from '../../../domain/visible-text.ts';
import { downloadFile } from '../../../dom/download-file.ts';
import { loadLinkifier } from '../../../dom/linkify.ts';
import { nextTask } from '../../../dom/next-task.ts';
import { printLines } from '../../../dom/print-lines.ts';
import type { TimelineTexts } from '../../../locales/timeline.ts';
import { AdapterError } from '../../../ports/adapter-error.ts';
import { BaseDialog } from '../../dialogs/base-dialog.ts';
import type { DialogContext } from '../../dialogs/context.ts';
import type { Modal } from '../../dialogs/modal.ts';
import { recipientName } from '../../recipient.ts';
import { exportedText, exportParagraphs } from './export-paragraphs.ts';

/** What is exported. */
export interface ExportInputs {
  readonly conversation: Conversation;
}

type Format = 'pdf' | 'csv' | 'print';

interface SavedAs {
  readonly recipient: string;
  readonly extension: string;
  readonly type: string;
}

const csvFile = { extension: 'csv', type: 'text/csv;charset=utf-8' };
const pdfFile = { extension: 'pdf', type: 'application/pdf' };

/** A conversation is read whole; longer ones would not fit a reader's patience. */
const mostMessages = 20_000;
/** Characters that are named where some cannot be drawn. */
const mostNamed = 20;

/** One conversation as PDF, CSV or on paper, with notes by choice (D9). */
export class ExportDialog extends BaseDialog<ExportInputs> {
  #format: Format = 'pdf';
  #notes = false;
  #events = false;
  /** Characters that a PDF would not show, once the agent has been told of them. */
  #missing: readonly string[] = [];
  #read = 0;
  #drawn = 0;
  readonly #localize: Localize<TimelineTexts>;

  /** @param localize - with the words for what messages are and what happened */
  constructor(context: DialogContext, localize: Localize<TimelineTexts>) {
    super(context);
    this.#localize = localize;
  }

  protected override begin(): void {
    this.#notes = this.#events = false;
    this.#missing = [];
    this.#read = this.#drawn = 0;
  }

  protected override content({ conversation }: ExportInputs): Omit<Modal, 'onClose' | 'closeLabel'> {
    const { texts } = this.context;
    return {
      title: texts.export.title,
      body: this.#body(),
      submit: {
        label: this.#missing.length > 0 ? texts.export.submitAnyway : texts.export.submit,
        enabled: true,
        run: () => this.act(() => this.#export(conversation)),
      },
    };
  }

  #body(): TemplateResult {
    const { texts } = this.context;
    const formats: readonly Format[] = ['pdf', 'csv', 'print'];
    return html`<fieldset class="options" aria-label=${texts.export.title}>
        ${formats.map(
          (format) =>
            html`<label class="option">
              <input
                type="radio"
                name="format"
                .checked=${this.#format === format}
                @change=${() => this.#set(() => (this.#format = format))}
              />${texts.export[format]}
            </label>`,
        )}
      </fieldset>
      <div class="options column">
        <label class="option">
          <input
            type="checkbox"
            .checked=${this.#notes}
            @change=${() => this.#set(() => (this.#notes = !this.#notes))}
          />
          ${texts.export.notes}
        </label>
        <label class="option">
          <input
            type="checkbox"
            .checked=${this.#events}
            @change=${() => this.#set(() => (this.#events = !this.#events))}
          />
          ${texts.export.events}
        </label>
      </div>
      <p class="hint">${texts.export.hint} ${this.#format === 'pdf' ? texts.export.pictures : ''}</p>
      <p class="lacking" role="status" ?hidden=${this.#status === ''}>${this.#status}</p>`;
  }

  get #status(): string {
    const { texts, localize } = this.context;
    if (this.#missing.length > 0)
      return texts.export.missingGlyphs(this.#missing.length, this.#missing.slice(0, mostNamed).join(' '));
    if (this.#drawn > 0) return texts.export.drawing(localize.formats.number(Math.round(this.#drawn * 100)));
    return this.#read > 0 ? texts.export.loading(this.#read) : '';
  }

  #set(work: () => void): void {
    work();
    this.#missing = [];
    this.#drawn = 0;
    this.changed();
  }

  /** `'stay'` where the agent must know something first. */
  async #export(conversation: Conversation): Promise<'stay' | undefined> {
    const messages = await this.#messages(conversation.id);
    const exported = exportConversation(conversation, messages, { notes: this.#notes, events: this.#events });
    const title = visibleName(recipientName(conversation, this.context.localize.messages));
    if (this.#format === 'csv') this.#save(await this.#csv(exported), { recipient: title, ...csvFile });
    else if (this.#format === 'pdf') return this.#pdf(title, await this.#paragraphs(title, exported));
    else printLines(this.context.element.ownerDocument, title, await this.#paragraphs(title, exported));
    return undefined;
  }

  async #pdf(title: string, paragraphs: readonly DocumentParagraph[]): Promise<'stay' | undefined> {
    const [{ notDrawable, pdfOf }, { canvasPictures }] = await Promise.all([
      import('../../../documents/pdf-file.ts'),
      import('../../../documents/glyph-pictures.ts'),
    ]);
    const { formats, value } = this.context.localize;
    const footer = (page: number, pages: number): string =>
      `${isolatedName(title)} · ${formats.number(page)} / ${formats.number(pages)}`;
    const content = { title, language: value.locale, at: this.#now, paragraphs, footer };
    const pictures = canvasPictures(this.context.element.ownerDocument);
    const missing = notDrawable(content, pictures);
    if (missing.length > 0 && this.#missing.length === 0) {
      this.#missing = missing;
      return 'stay';
    }
    this.#missing = [];
    const bytes = await pdfOf(content, {
      pictures,
      pause: (done) => {
        this.#drawn = done;
        this.changed();
        return nextTask();
      },
    });
    this.#save(bytes, { recipient: title, ...pdfFile });
    return undefined;
  }

  async #paragraphs(title: string, exported: ExportedConversation): Promise<readonly DocumentParagraph[]> {
    const { texts } = this.context;
    const localize = this.#localize;
    const linkify = await loadLinkifier();
    return exportParagraphs(title, exported, { texts: texts.export, localize, linkify, now: this.#now });
  }

  get #now(): number {
    return this.context.session.session?.serverNow() ?? 0;
  }

  async #messages(conversationId: string): Promise<readonly Message[]> {
    const { session } = this.context.session;
    if (!session) throw new AdapterError('unavailable', 'there is no session');
    const timeline = session.openTimeline({ kind: 'conversation', conversationId });
    try {
      if (!timeline.value.loaded) await timeline.reload();
      while (timeline.value.hasOlder && timeline.value.entries.length < mostMessages) {
        await timeline.loadOlder();
        if (timeline.value.error) throw timeline.value.error;
        if (timeline.value.entries.length === this.#read) throw new AdapterError('unavailable', 'no more came');
        this.#read = timeline.value.entries.length;
        this.changed();
      }
      if (timeline.value.error) throw timeline.value.error;
      return timeline.value.entries.map(({ message }) => message);
    } finally {
      timeline.dispose();
    }
  }

  async #csv({ messages }: ExportedConversation): Promise<string> {
    const { csvOf } = await import('../../../documents/csv-file.ts');
    const { texts } = this.context;
    const localize = this.#localize;
    const { timeZone, value } = localize;
    const { time, direction, from, channel, kind, text, file, status, edited, deletedColumn } = texts.export;
    const words = localize.messages;
    const rows = messages.map((message) => [
      isoIn(message.at, timeZone),
      words.common.directions[message.direction],
      message.author,
      message.channel ? words.channels[message.channel] : '',
      words.common.kinds[message.kind],
      exportedText(message, { texts: texts.export, localize }),
      message.files.join(' '),
      message.status ? words.status[message.status] : '',
      message.editedAt === null ? '' : isoIn(message.editedAt, timeZone),
      message.deletedAt === null ? '' : isoIn(message.deletedAt, timeZone),
    ]);
    const head = [`${time} (${timeZone})`, direction, from, channel, kind, text, file, status, edited, deletedColumn];
    return csvOf([head, ...rows], { delimiter: delimiterOf(value.locale) });
  }

  #save(content: string | Uint8Array, { recipient, extension, type }: SavedAs): void {
    const { texts, localize } = this.context;
    const day = isoIn(this.#now, localize.timeZone).slice(0, 10);
    const name = exportFileName({ word: texts.export.fileName, recipient, day, extension });
    const part = typeof content === 'string' ? content : new Uint8Array(content);
    downloadFile(this.context.element.ownerDocument, new File([part], name, { type }));
  }
}

/** `2026-03-03 14:40:05`, which spreadsheets of every language read as a time. */
function isoIn(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
}
