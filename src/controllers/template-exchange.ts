import type { ReactiveControllerHost } from 'lit';
import { parseXml } from '../dom/parse-xml.ts';
import { languageTag } from '../domain/language-tag.ts';
import type { ConversationTemplate } from '../domain/model.ts';
import { isSameKey } from '../domain/template-editing.ts';
import type { ImportPlan, ImportReading, ImportRow } from '../domain/template-exchange.ts';
import { type AdapterErrorCode, toAdapterError } from '../ports/adapter-error.ts';
import type { TemplateShelf } from './template-shelf.ts';

export type { ImportPlan, ImportRow };

/** How templates leave and come. */
export type ExchangeFormat = 'json' | 'xliff';

/** A file that is being taken over. */
export type TemplateImport =
  | { readonly state: 'reading'; readonly file: string }
  | {
      readonly state: 'unreadable';
      readonly file: string;
      readonly problem: Extract<ImportReading, { ok: false }>['problem'] | 'not-read';
    }
  | {
      readonly state: 'planned' | 'taking' | 'taken';
      readonly file: string;
      readonly plan: ImportPlan;
      /** Placeholders that translations lost, by row. */
      readonly lost: readonly Extract<ImportRow, { ok: true }>[];
      readonly done: number;
      /** Texts the backend did not take, each with the reason. */
      readonly failed: readonly { readonly template: ConversationTemplate; readonly code: AdapterErrorCode }[];
    };

type Running = Extract<TemplateImport, { readonly plan: ImportPlan }>;

/** Templates to and from files (F3): first shown, then taken over one by one; nothing is passed over in silence. */
export class TemplateExchange {
  readonly #host: ReactiveControllerHost;
  readonly #shelf: TemplateShelf;
  #import: TemplateImport | null = null;

  constructor(host: ReactiveControllerHost, shelf: TemplateShelf) {
    this.#host = host;
    this.#shelf = shelf;
  }

  get import(): TemplateImport | null {
    return this.#import;
  }

  /** Reads a file and says what taking it over would do. */
  async read(file: File): Promise<void> {
    this.#set({ state: 'reading', file: file.name });
    const reading = await readTemplates(file);
    if (!reading.ok) {
      this.#set({ state: 'unreadable', file: file.name, problem: reading.problem });
      return;
    }
    const { planImport } = await import('../domain/template-exchange.ts');
    const plan = planImport(this.#shelf.templates, reading.rows);
    const lost = reading.rows.filter((row) => row.ok).filter(({ lostPlaceholders }) => lostPlaceholders.length > 0);
    this.#set({ state: 'planned', file: file.name, plan, lost, done: 0, failed: [] });
  }

  /** Takes over what was shown; what fails stays listed and can be tried again. */
  async take(): Promise<void> {
    const planned = this.#import;
    if (!planned || (planned.state !== 'planned' && planned.state !== 'taken')) return;
    const { plan } = planned;
    const all = [...plan.added, ...plan.changed.map(({ after }) => after)];
    const isRetry = planned.state === 'taken';
    const wanted = isRetry ? planned.failed.map(({ template }) => template) : all;
    let running: Running = { ...planned, state: 'taking', failed: [] };
    this.#set(running);
    // Who tries again has read why it failed, and wants the file's text over whatever is there now.
    if (isRetry) await this.#shelf.load();
    for (const template of wanted) {
      const shown = plan.changed.find(({ after }) => isSameKey(after, template))?.before ?? null;
      running = await this.#takeOne(running, template, isRetry ? this.#shelf.find(template) : shown);
      this.#set(running);
    }
    this.#set({ ...running, state: 'taken' });
  }

  /** Puts the import aside. */
  close(): void {
    this.#set(null);
  }

  /** The saved templates as a file. */
  async export(format: ExchangeFormat, into: readonly string[]): Promise<File> {
    const { templates } = this.#shelf;
    if (format === 'json') {
      const { templatesToJson } = await import('../domain/template-json.ts');
      return new File([templatesToJson(templates)], 'conversation-templates.json', { type: 'application/json' });
    }
    const { templatesToXliff } = await import('../domain/xliff-write.ts');
    const type = 'application/x-xliff+xml';
    return new File([templatesToXliff(templates, into)], 'conversation-templates.xlf', { type });
  }

  async #takeOne(
    running: Running,
    template: ConversationTemplate,
    before: ConversationTemplate | null,
  ): Promise<Running> {
    // Only what was shown is overwritten: who changed a text meanwhile finds it unchanged, and it is listed here.
    try {
      await this.#shelf.save(template, before);
      return { ...running, done: running.done + 1 };
    } catch (error) {
      return { ...running, failed: [...running.failed, { template, code: toAdapterError(error).code }] };
    }
  }

  #set(state: TemplateImport | null): void {
    this.#import = state;
    this.#host.requestUpdate();
  }
}

/** Which of the languages somebody typed are none, and those that are, as tags. */
export function typedLanguages(text: string): { readonly tags: readonly string[]; readonly wrong: readonly string[] } {
  const words = text.split(/[,;\s]+/).filter((word) => word !== '');
  return {
    tags: words.flatMap((word) => languageTag(word) ?? []),
    wrong: words.filter((word) => languageTag(word) === null),
  };
}

async function readTemplates(
  file: File,
): Promise<ImportReading | { readonly ok: false; readonly problem: 'not-read' }> {
  try {
    const text = await file.text();
    if (/^[\ufeff\s]*</.test(text)) {
      const { templatesFromXliff } = await import('../domain/xliff-read.ts');
      return templatesFromXliff(text, parseXml);
    }
    const { templatesFromJson } = await import('../domain/template-json.ts');
    return templatesFromJson(text);
  } catch {
    return { ok: false, problem: 'not-read' };
  }
}
