import type { ReactiveControllerHost } from 'lit';
import { chooseTemplate, type TemplateChoice } from '../domain/conversation-templates.ts';
import { waMeLink } from '../domain/invitation.ts';
import { foldTag, languageTag } from '../domain/language-tag.ts';
import type { ConversationTemplate, Recipient, RecipientSummary } from '../domain/model.ts';
import { type FilledText, fillPlaceholders, recipientValues } from '../domain/placeholders.ts';
import type { Clock } from '../ports/clock.ts';
import type { MessagingSession } from '../sync/session-api.ts';
import { DelayedText } from './delayed-text.ts';

export type { FilledText, Recipient, TemplateChoice };

/** Tags that a recipient's data fills, in the order of the list. */
export const knownTags = ['FirstName', 'Name', 'Company', 'WhatsAppLink'] as const;

const mostFound = 8;

/** For whom a text is shown: a recipient of the directory, or a name and a language that were typed. */
export class TemplatePreview {
  readonly #host: ReactiveControllerHost;
  readonly #typed: DelayedText;
  #session: MessagingSession | null = null;
  #chosen: Recipient | null = null;
  #language: string | null = null;
  #found: readonly Recipient[] = [];
  #foundFor = '';
  #asking: AbortController | null = null;

  constructor(host: ReactiveControllerHost, clock: () => Clock | null) {
    this.#host = host;
    this.#typed = new DelayedText(host, clock);
  }

  /** Call from `willUpdate`: searches when what is typed has settled. */
  sync(session: MessagingSession | null): void {
    if (session !== this.#session) {
      this.#session = session;
      this.#foundFor = '';
      this.#found = [];
    }
    const { settled } = this.#typed;
    const wanted = this.#chosen ? '' : settled;
    if (wanted === this.#foundFor) return;
    this.#foundFor = wanted;
    this.#asking?.abort();
    if (wanted === '') this.#found = [];
    else void this.#search(wanted);
  }

  get name(): string {
    return this.#typed.typed;
  }

  /** BCP 47 tag, `null` when unknown. */
  get language(): string | null {
    return this.#language;
  }

  /** Recipients whose name or number is like what is typed. */
  get found(): readonly Recipient[] {
    return this.#found;
  }

  /** Whether recipients can be looked up here. */
  get hasDirectory(): boolean {
    return this.#session?.part('directory') !== undefined;
  }

  type(name: string): void {
    this.#chosen = null;
    this.#typed.type(name);
  }

  choose(recipient: Recipient): void {
    this.#chosen = recipient;
    this.#language = recipient.language;
    this.#found = [];
    this.#typed.type(recipient.name);
  }

  /** Puts the recipients found away until something else is typed. */
  dismiss(): void {
    this.#found = [];
    this.#host.requestUpdate();
  }

  setLanguage(language: string | null): void {
    this.#language = language;
    this.#host.requestUpdate();
  }

  /** What fills the tags of a text for this recipient. */
  values(whatsappNumber: string | null): ReadonlyMap<string, string> {
    const values = recipientValues(this.#recipient);
    if (whatsappNumber) values.set('WhatsAppLink', waMeLink(whatsappNumber));
    return values;
  }

  fill(text: string, whatsappNumber: string | null): FilledText {
    return fillPlaceholders(text, this.values(whatsappNumber));
  }

  /** Which text of a code this recipient gets, and why. */
  choice(templates: readonly ConversationTemplate[], code: string): TemplateChoice | null {
    return chooseTemplate(templates, code, this.#language);
  }

  get #recipient(): RecipientSummary {
    if (this.#chosen) return this.#chosen;
    const name = this.name.trim();
    const firstName = name.split(/\s+/, 1)[0] ?? '';
    return { id: '', kind: 'contact', name, firstName, organisation: null, language: this.#language };
  }

  async #search(text: string): Promise<void> {
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const page = await this.#session
        ?.part('directory')
        ?.searchRecipients(text, { limit: mostFound }, { signal: asking.signal });
      if (this.#asking === asking) this.#found = page?.items.slice(0, mostFound) ?? [];
    } catch {
      // The name serves as it is typed; the next letter asks again.
      if (this.#asking === asking) this.#found = [];
    }
    this.#host.requestUpdate();
  }
}

/** One row of the table of who gets which text; the last one, `null`, is every other language. */
export interface FallbackRow {
  readonly language: string | null;
  readonly choice: TemplateChoice | null;
}

/** Which text of a code each language gets that any template has, and every other one. */
export function fallbackRows(templates: readonly ConversationTemplate[], code: string): readonly FallbackRow[] {
  const languages = new Map<string, string>();
  for (const { language } of templates) {
    const tag = languageTag(language);
    if (tag !== null) languages.set(foldTag(tag), tag);
  }
  const row = (language: string | null): FallbackRow => ({
    language,
    choice: chooseTemplate(templates, code, language),
  });
  return [...[...languages.values()].sort().map(row), row(null)];
}
