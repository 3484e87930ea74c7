import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ConversationTemplate } from '../domain/model.ts';
import { isSameKey, templateFieldProblems, type TemplateFieldProblem } from '../domain/template-editing.ts';
import { type AdapterErrorCode, toAdapterError } from '../ports/adapter-error.ts';
import type { MessagingSession } from '../sync/session-api.ts';
import { type TemplateDraft, type TemplateDrafts, draftsOf, idOf } from './template-drafts.ts';
import { type InvitationSetting, TemplateShelf } from './template-shelf.ts';

export type { ConversationTemplate, InvitationSetting, TemplateFieldProblem };

/** One text as the list shows it. */
export interface ShelfText {
  readonly id: string;
  readonly content: ConversationTemplate;
  readonly isUnsaved: boolean;
}

/** One code with its languages. */
export interface ShelfCode {
  readonly code: string;
  readonly texts: readonly ShelfText[];
}

/** The text being edited. */
export interface EditedText extends TemplateDraft {
  readonly isUnsaved: boolean;
  /** What is wrong with it now; what is merely empty yet only after Save was pressed. */
  readonly problems: readonly TemplateFieldProblem[];
}

/** Two changed the same text (CT8): what the other one made of it, `null` when it was removed. */
export interface TemplateConflict {
  readonly theirs: ConversationTemplate | null;
}

/** What did not work, in the words of the adapter or ours. */
export type EditProblem =
  | { readonly type: 'save' | 'remove' | 'invitation'; readonly code: AdapterErrorCode }
  | { readonly type: 'changed-before-remove' };

/** Which text is edited, what is unsaved, and saving, with two people at it (F3). */
export class TemplateEditorController implements ReactiveController {
  readonly shelf: TemplateShelf;
  readonly #host: ReactiveControllerHost;
  #drafts: TemplateDrafts = draftsOf({});
  #selected: string | null = null;
  #tried: string | null = null;
  #conflict: TemplateConflict | null = null;
  #problem: EditProblem | null = null;
  #isBusy = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.shelf = new TemplateShelf(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.shelf.sync(null);
  }

  /** Call from `willUpdate` with the session once it is ready. */
  sync(session: MessagingSession | null): void {
    this.shelf.sync(session);
    if (session) this.#drafts = draftsOf(session);
  }

  /** The text being edited; `null` when none is chosen or it is gone. */
  get edited(): EditedText | null {
    const draft = this.#selected === null ? null : this.#drafts.get(this.#selected);
    if (draft) return { ...draft, isUnsaved: true, problems: this.#problemsOf(draft) };
    const saved = this.shelf.templates.find((template) => idOf(template) === this.#selected);
    return saved ? { id: idOf(saved), base: saved, content: saved, isUnsaved: false, problems: [] } : null;
  }

  get conflict(): TemplateConflict | null {
    return this.#conflict;
  }

  get problem(): EditProblem | null {
    return this.#problem;
  }

  /** Whether a command is on its way. */
  get isBusy(): boolean {
    return this.#isBusy;
  }

  get hasUnsaved(): boolean {
    return this.#drafts.all.length > 0;
  }

  /** Codes with their languages, the default first; unsaved texts stand where they will be. */
  get codes(): readonly ShelfCode[] {
    const groups = new Map<string, { code: string; texts: ShelfText[] }>();
    const put = (text: ShelfText): void => {
      const folded = text.content.code.trim().toLowerCase();
      const group = groups.get(folded) ?? { code: text.content.code.trim(), texts: [] };
      groups.set(folded, group);
      group.texts.push(text);
    };
    const known = new Set<string>();
    for (const template of this.shelf.templates) {
      const id = idOf(template);
      const draft = this.#drafts.get(id);
      known.add(id);
      put({ id, content: draft?.content ?? template, isUnsaved: draft !== null });
    }
    // New texts, and those that somebody else removed meanwhile: nothing typed disappears.
    for (const { id, content } of this.#drafts.all) if (!known.has(id)) put({ id, content, isUnsaved: true });
    return [...groups.values()].map(({ code, texts }) => ({
      code,
      texts: texts.toSorted((a, b) => Number(b.content.isDefault) - Number(a.content.isDefault)),
    }));
  }

  /** Chooses a text by its id; what is unsaved elsewhere stays there. */
  select(id: string | null): void {
    if (id === this.#selected) return;
    [this.#selected, this.#conflict, this.#problem, this.#tried] = [id, null, null, null];
    this.#host.requestUpdate();
  }

  /** Chooses the text of a code in a language, without a language its default. Returns whether there is one. */
  selectKey(code: string, language: string | null): boolean {
    const ofCode = this.shelf.templates.filter((template) =>
      isSameKey({ ...template, language: '' }, { code, language: '' }),
    );
    const found =
      language === null
        ? (ofCode.find(({ isDefault }) => isDefault) ?? ofCode[0])
        : this.shelf.find({ code, language });
    if (found) this.select(idOf(found));
    return found !== undefined && found !== null;
  }

  /** Begins a new text of a code, or of a new one. */
  begin(code: string): void {
    const isFirst = !this.codes.some((group) => group.code.toLowerCase() === code.trim().toLowerCase());
    this.select(this.#drafts.begin({ code, language: '', isDefault: isFirst, text: '' }));
  }

  /** Changes the text being edited. */
  change(change: Partial<ConversationTemplate>): void {
    const { edited } = this;
    if (!edited || !this.shelf.canEdit) return;
    this.#drafts.put({ id: edited.id, base: edited.base, content: { ...edited.content, ...change } });
    this.#problem = null;
    this.#host.requestUpdate();
  }

  /** Forgets what was changed; a new text goes. */
  discard(): void {
    if (this.#selected !== null) this.#drafts.remove(this.#selected);
    [this.#conflict, this.#problem, this.#tried] = [null, null, null];
    this.#host.requestUpdate();
  }

  /** Saves the text being edited. @returns the saved text, or `null` when it was not saved */
  async save(): Promise<ConversationTemplate | null> {
    const { edited } = this;
    if (!edited || this.#isBusy || this.#conflict || !edited.isUnsaved) return null;
    this.#tried = edited.id;
    this.#host.requestUpdate();
    if (this.#problemsOf(edited).length > 0) return null;
    return this.#run('save', () => this.#save(edited));
  }

  /** Ends a conflict: theirs replaces mine, or mine is saved over theirs. */
  async resolve(keep: 'theirs' | 'mine'): Promise<ConversationTemplate | null> {
    const { edited } = this;
    const conflict = this.#conflict;
    if (!edited || !conflict) return null;
    this.#conflict = null;
    if (keep === 'theirs') {
      this.#drafts.remove(edited.id);
      this.#selected = conflict.theirs && idOf(conflict.theirs);
      this.#host.requestUpdate();
      return null;
    }
    const rebased = { ...edited, base: conflict.theirs };
    this.#drafts.put(rebased);
    return this.#run('save', () => this.#save(rebased));
  }

  /** Deletes the text being edited for everybody. @returns whether it is gone */
  async remove(): Promise<boolean> {
    const { edited } = this;
    if (!edited?.base || this.#isBusy) return false;
    const { base } = edited;
    const done = await this.#run('remove', async () => {
      await this.shelf.remove(base);
      this.#drafts.remove(edited.id);
      this.#selected = null;
      return base;
    });
    return done !== null;
  }

  async saveInvitation(invitation: InvitationSetting | null): Promise<boolean> {
    const done = await this.#run('invitation', async () => {
      await this.shelf.saveInvitation(invitation);
      return true;
    });
    return done !== null;
  }

  async #save(draft: TemplateDraft): Promise<ConversationTemplate> {
    await this.shelf.save(draft.content, draft.base);
    const saved = this.shelf.find(draft.content) ?? draft.content;
    const typedMeanwhile = this.#drafts.get(draft.id);
    this.#drafts.remove(draft.id);
    if (this.#selected === draft.id) this.#selected = idOf(saved);
    // What was typed while the answer was on its way belongs to the saved text now.
    if (typedMeanwhile && typedMeanwhile.content !== draft.content)
      this.#drafts.put({ id: idOf(saved), base: saved, content: typedMeanwhile.content });
    this.#tried = null;
    return saved;
  }

  async #run<T>(type: 'save' | 'remove' | 'invitation', command: () => Promise<T>): Promise<T | null> {
    this.#isBusy = true;
    this.#problem = null;
    this.#host.requestUpdate();
    try {
      return await command();
    } catch (error) {
      await this.#failed(type, toAdapterError(error).code);
      return null;
    } finally {
      this.#isBusy = false;
      this.#host.requestUpdate();
    }
  }

  async #failed(type: 'save' | 'remove' | 'invitation', code: AdapterErrorCode): Promise<void> {
    const { edited } = this;
    // Whatever was refused: what is here is not what is there.
    if (code === 'conflict' || code === 'invalid' || code === 'not-found') await this.shelf.load();
    if (code === 'conflict' && type === 'remove') this.#problem = { type: 'changed-before-remove' };
    else if (code === 'conflict' && edited?.base) this.#conflict = { theirs: this.shelf.find(edited.base) };
    else this.#problem = { type, code };
  }

  #problemsOf({ id, base, content }: TemplateDraft): readonly TemplateFieldProblem[] {
    const problems = templateFieldProblems(this.shelf.templates, content, base);
    const isUntouched = ({ field, type }: TemplateFieldProblem): boolean =>
      type === 'empty' || (type === 'bad-language' && field === 'language' && content.language === '');
    return this.#tried === id ? problems : problems.filter((problem) => !isUntouched(problem));
  }
}
