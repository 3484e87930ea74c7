import type { ReactiveControllerHost } from 'lit';
import type { ConversationTemplate } from '../domain/model.ts';
import { isSameKey, type TemplateKey } from '../domain/template-editing.ts';
import { type AdapterErrorCode, toAdapterError } from '../ports/adapter-error.ts';
import type { InvitationSetting, SaveTemplateOptions, TemplateEditingPart } from '../ports/parts/template-editing.ts';
import type { MessagingSession } from '../sync/session-api.ts';
import { invitationChanged } from './invitation-controller.ts';

export type { InvitationSetting };

/** The version of a text that was never saved by anybody, as one that came with the installation. */
const unsavedVersion = 0;

/** The conversation templates as the backend has them, and the commands that change them. */
export class TemplateShelf {
  readonly #host: ReactiveControllerHost;
  #session: MessagingSession | null = null;
  #templates: readonly ConversationTemplate[] = [];
  #invitation: InvitationSetting | null = null;
  #state: 'loading' | 'loaded' | 'failed' = 'loading';
  #problem: AdapterErrorCode | null = null;
  #loads = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** All of them, those loaded before while a new answer is on its way. */
  get templates(): readonly ConversationTemplate[] {
    return this.#templates;
  }

  /** Which template invites to WhatsApp, and with which own number. */
  get invitation(): InvitationSetting | null {
    return this.#invitation;
  }

  get state(): 'loading' | 'loaded' | 'failed' {
    return this.#state;
  }

  /** Why loading failed. */
  get problem(): AdapterErrorCode | null {
    return this.#problem;
  }

  /** Whether the backend lets templates be changed at all. */
  get canEdit(): boolean {
    return this.#editing !== undefined;
  }

  /** Call from `willUpdate` with the session once it is ready. */
  sync(session: MessagingSession | null): void {
    if (session === this.#session) return;
    this.#session = session;
    this.#templates = [];
    this.#invitation = null;
    this.#state = 'loading';
    if (session) void this.load();
  }

  /** Asks the backend again; what was loaded before stays until the answer is there. */
  async load(): Promise<void> {
    const session = this.#session;
    if (!session) return;
    const load = ++this.#loads;
    if (this.#state === 'failed') this.#state = 'loading';
    this.#host.requestUpdate();
    try {
      const [templates, invitation] = await Promise.all([session.listConversationTemplates(), session.getInvitation()]);
      if (load !== this.#loads) return;
      [this.#templates, this.#invitation, this.#state, this.#problem] = [templates, invitation, 'loaded', null];
    } catch (error) {
      if (load !== this.#loads) return;
      [this.#state, this.#problem] = ['failed', toAdapterError(error).code];
    }
    this.#host.requestUpdate();
  }

  find(key: TemplateKey): ConversationTemplate | null {
    return this.#templates.find((template) => isSameKey(template, key)) ?? null;
  }

  /**
   * Saves a text; rejects with an `AdapterError`.
   *
   * @param replaces - the text that is changed, as it was read; `null` for a new one
   */
  async save(template: ConversationTemplate, replaces: ConversationTemplate | null): Promise<void> {
    const options: SaveTemplateOptions = replaces
      ? {
          replaces: { code: replaces.code, language: replaces.language },
          ifVersion: replaces.version ?? unsavedVersion,
        }
      : {};
    this.#take(template.code, await this.#part.save(template, options));
    // A text that left its code may have left another default behind.
    if (replaces && !isSameCode(replaces.code, template.code)) await this.load();
  }

  /** Removes a text; rejects with an `AdapterError`. */
  async remove(template: ConversationTemplate): Promise<void> {
    const { code, language, version: ifVersion = unsavedVersion } = template;
    this.#take(code, await this.#part.remove({ code, language }, { ifVersion }));
  }

  /** Names the template that invites to WhatsApp, or with `null` none; rejects with an `AdapterError`. */
  async saveInvitation(invitation: InvitationSetting | null): Promise<void> {
    await this.#part.saveInvitation(invitation);
    this.#invitation = invitation;
    this.#changed();
  }

  get #editing(): TemplateEditingPart | undefined {
    return this.#session?.part('templateEditing');
  }

  get #part(): TemplateEditingPart {
    const editing = this.#editing;
    if (!editing) throw new Error('this backend has no template editing');
    return editing;
  }

  #take(code: string, ofCode: readonly ConversationTemplate[]): void {
    this.#loads += 1;
    const others = this.#templates.filter((template) => !isSameCode(template.code, code));
    const at = this.#templates.findIndex((template) => isSameCode(template.code, code));
    this.#templates = at < 0 ? [...others, ...ofCode] : others.toSpliced(at, 0, ...ofCode);
    this.#changed();
  }

  #changed(): void {
    if (this.#session) invitationChanged(this.#session);
    this.#host.requestUpdate();
  }
}

function isSameCode(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
