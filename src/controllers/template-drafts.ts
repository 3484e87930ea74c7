import type { ConversationTemplate } from '../domain/model.ts';
import type { TemplateKey } from '../domain/template-editing.ts';

/** What somebody made of a text and has not saved. */
export interface TemplateDraft {
  readonly id: string;
  /** The text it was made from; `null` for a new one. */
  readonly base: ConversationTemplate | null;
  readonly content: ConversationTemplate;
}

/** Unsaved texts of one session: they outlive the element, as when the agent looks at another page and comes back. */
export class TemplateDrafts {
  readonly #drafts = new Map<string, TemplateDraft>();
  #made = 0;

  get all(): readonly TemplateDraft[] {
    return [...this.#drafts.values()];
  }

  get(id: string): TemplateDraft | null {
    return this.#drafts.get(id) ?? null;
  }

  /** Begins a new text; returns its id. */
  begin(content: ConversationTemplate): string {
    this.#made += 1;
    const id = `new ${this.#made}`;
    this.#drafts.set(id, { id, base: null, content });
    return id;
  }

  /** Keeps what was made of a text; the same as its base is nothing to keep. */
  put(draft: TemplateDraft): void {
    if (draft.base && isSameContent(draft.base, draft.content)) this.#drafts.delete(draft.id);
    else this.#drafts.set(draft.id, draft);
  }

  remove(id: string): void {
    this.#drafts.delete(id);
  }
}

const ofSession = new WeakMap<object, TemplateDrafts>();

/** The unsaved texts of a session. */
export function draftsOf(session: object): TemplateDrafts {
  const known = ofSession.get(session) ?? new TemplateDrafts();
  ofSession.set(session, known);
  return known;
}

/** What stands for a saved text in lists and drafts. */
export function idOf({ code, language }: TemplateKey): string {
  return `saved ${JSON.stringify([code.trim().toLowerCase(), language.toLowerCase().replaceAll('_', '-')])}`;
}

function isSameContent(a: ConversationTemplate, b: ConversationTemplate): boolean {
  return a.code === b.code && a.language === b.language && a.text === b.text && a.isDefault === b.isDefault;
}
