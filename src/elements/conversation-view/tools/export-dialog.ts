import { html, type TemplateResult } from 'lit';
import { csvOf, delimiterOf } from '../../../domain/export-csv.ts';
import {
  type ExportedConversation,
  exportConversation,
  type ExportedMessage,
} from '../../../domain/export-conversation.ts';
import type { Conversation, Message } from '../../../domain/model.ts';
import type { PdfParagraph } from '../../../domain/pdf-document.ts';
import { readableNumber, visibleName } from '../../../domain/visible-text.ts';
import { downloadFile } from '../../../dom/download-file.ts';
import { printLines } from '../../../dom/print-lines.ts';
import { AdapterError } from '../../../ports/adapter-error.ts';
import { BaseDialog } from '../../dialogs/base-dialog.ts';
import type { Modal } from '../../dialogs/modal.ts';
import { recipientName } from '../../recipient.ts';

/** What is exported. */
export interface ExportInputs {
  readonly conversation: Conversation;
}

type Format = 'pdf' | 'csv' | 'print';

/** A conversation is read whole; longer ones would not fit a reader's patience. */
const mostMessages = 20_000;

/** One conversation as PDF, CSV or on paper, with notes by choice (D9). */
export class ExportDialog extends BaseDialog<ExportInputs> {
  #format: Format = 'pdf';
  #notes = false;
  #events = false;
  #isLossy = false;
  #read = 0;

  protected override begin(): void {
    this.#notes = this.#events = this.#isLossy = false;
    this.#read = 0;
  }

  protected override content({ conversation }: ExportInputs): Omit<Modal, 'onClose' | 'closeLabel'> {
    const { texts } = this.context;
    return {
      title: texts.export.title,
      body: this.#body(),
      submit: { label: texts.export.submit, enabled: true, run: () => this.act(() => this.#export(conversation)) },
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
      <p class="hint">${texts.export.hint}</p>
      <p class="lacking" role="status" ?hidden=${!this.#isLossy && this.#read === 0}>
        ${this.#isLossy ? texts.export.missingGlyphs : texts.export.loading(this.#read)}
      </p>`;
  }

  #set(work: () => void): void {
    work();
    this.#isLossy = false;
    this.changed();
  }

  async #export(conversation: Conversation): Promise<void> {
    const messages = await this.#messages(conversation.id);
    const exported = exportConversation(conversation, messages, { notes: this.#notes, events: this.#events });
    const title = visibleName(recipientName(conversation, this.context.localize.messages));
    if (this.#format === 'csv') this.#save(this.#csv(exported), 'csv', 'text/csv;charset=utf-8');
    else if (this.#format === 'print')
      printLines(
        this.context.element.ownerDocument,
        title,
        this.#paragraphs(title, exported).map(({ text, style }) => ({ text, kind: style })),
      );
    else await this.#pdf(title, exported);
  }

  async #pdf(title: string, exported: ExportedConversation): Promise<void> {
    const { pdfOf } = await import('../../../domain/pdf-document.ts');
    const { formats, value } = this.context.localize;
    const { bytes, isLossy } = pdfOf({
      title,
      language: value.locale,
      paragraphs: this.#paragraphs(title, exported),
      footer: (page, pages) => `${title} · ${formats.number(page)} / ${formats.number(pages)}`,
    });
    this.#save(bytes, 'pdf', 'application/pdf');
    if (!isLossy || this.#isLossy) return;
    this.#isLossy = true;
    // The file is there; the agent must know what is not in it before the dialog goes.
    await new Promise<void>((resolve) => {
      this.context.session.session?.clock.after(6_000, resolve);
      this.changed();
    });
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

  #csv({ messages }: ExportedConversation): string {
    const { texts, localize } = this.context;
    const { timeZone, value } = localize;
    const { time, direction, from, channel, kind, text, file, status } = texts.export;
    const words = localize.messages;
    const rows = messages.map((message) => [
      isoIn(message.at, timeZone),
      words.common.directions[message.direction],
      message.author,
      message.channel ? words.channels[message.channel] : '',
      words.common.kinds[message.kind],
      message.isDeleted ? texts.export.deleted : message.text,
      message.files.join(' '),
      message.status ? words.status[message.status] : '',
    ]);
    return csvOf([[`${time} (${timeZone})`, direction, from, channel, kind, text, file, status], ...rows], {
      delimiter: delimiterOf(value.locale),
    });
  }

  #paragraphs(title: string, { addresses, tags, messages }: ExportedConversation): readonly PdfParagraph[] {
    const { texts, localize, session } = this.context;
    const { channels } = localize.messages;
    const now = session.session?.serverNow() ?? 0;
    const places = addresses
      .map(({ channel, address }) => `${channels[channel]} ${readableNumber(address)}`)
      .join(' · ');
    const labels = tags.map((tag) => `#${visibleName(tag)}`).join(' ');
    return [
      { text: title, style: 'title' },
      ...[places, labels, texts.export.exportedAt(localize.formats.dateTime(now)), texts.export.zone(localize.timeZone)]
        .filter((text) => text !== '')
        .map((text) => ({ text, style: 'meta' as const })),
      ...messages.flatMap((message) => this.#message(message)),
    ];
  }

  #message(message: ExportedMessage): readonly PdfParagraph[] {
    const { texts, localize } = this.context;
    const { channels, status, timeline, common } = localize.messages;
    const isNote = message.direction === 'note';
    const about = [
      common.directions[message.direction],
      localize.formats.dateTime(message.at),
      message.channel ? channels[message.channel] : isNote ? timeline.internal : '',
      message.status ? status[message.status] : '',
    ];
    const text = message.isDeleted ? texts.export.deleted : message.text;
    const body = [text, ...message.files.map((file) => `${texts.export.file}: ${visibleName(file)}`)];
    return [
      { text: visibleName(message.author) || common.unknownSender, style: 'heading' },
      { text: about.filter((part) => part !== '').join(' · '), style: 'meta' },
      ...body
        .filter((part) => part !== '')
        .map((part) => ({ text: part, style: isNote ? ('note' as const) : ('body' as const) })),
    ];
  }

  #save(content: string | Uint8Array, extension: string, type: string): void {
    const name = `${this.context.texts.export.fileName}.${extension}`;
    const part = typeof content === 'string' ? content : new Uint8Array(content);
    downloadFile(this.context.element.ownerDocument, new File([part], name, { type }));
  }
}

/** `2026-03-03 14:40:05`, which spreadsheets of every language read as a time. */
function isoIn(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
}
