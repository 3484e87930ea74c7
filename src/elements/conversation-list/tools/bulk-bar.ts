import { html, nothing, type TemplateResult } from 'lit';
import { BulkController, type BulkRun } from '../../../controllers/bulk-controller.ts';
import { conversationIdOf } from '../../../controllers/conversation-rows.ts';
import { type SeenConversation, seenOf } from '../../../domain/archiving.ts';
import type { BulkAction, BulkProgress } from '../../../domain/bulk.ts';
import {
  archiveIcon,
  assignIcon,
  clearIcon,
  markReadIcon,
  markUnreadIcon,
  spamIcon,
  tagIcon,
} from '../../../styles/icons.ts';
import { BulkExceptions } from '../../bulk-exceptions.ts';
import { AssignDialog } from '../../dialogs/assign-dialog.ts';
import { TagDialog } from '../../dialogs/tag-dialog.ts';
import { emit } from '../../events.ts';
import type { InboxTexts } from '../../../locales/inbox.ts';
import type { ToolContext } from './context.ts';

interface BulkButton {
  readonly label: string;
  readonly icon: TemplateResult;
  readonly needs?: 'assign' | 'tag' | 'archive' | 'markUnread' | 'markSpam';
}

/** What can be done with the chosen conversations, how far it is, and how it ended (C11). */
export class BulkBar {
  readonly #context: ToolContext;
  readonly #bulk: BulkController;
  readonly #assign: AssignDialog;
  readonly #tag: TagDialog;
  readonly #exceptions: BulkExceptions;

  constructor(context: ToolContext) {
    this.#context = context;
    this.#bulk = new BulkController(context.element, () => context.session.session);
    this.#assign = new AssignDialog(context);
    this.#tag = new TagDialog(context);
    this.#exceptions = new BulkExceptions(context.element, context.session);
  }

  render(): TemplateResult | typeof nothing {
    const { run } = this.#bulk;
    const { isOn } = this.#context.selection;
    if (!run && !isOn) return nothing;
    return html`<div
      class="bulk"
      part="bulk"
      role="group"
      aria-label=${this.#context.texts.bulk.label}
      @keydown=${(event: KeyboardEvent) => this.#context.selection.leaveBy(event)}
    >
      ${run ? this.#result(run) : nothing}${isOn ? this.#choice() : nothing}
    </div>`;
  }

  layers(): readonly unknown[] {
    return [this.#assign.render(), this.#tag.render()];
  }

  #choice(): TemplateResult {
    const { texts, selection, loaded, localize } = this.#context;
    const { common } = localize.messages;
    const count = selection.isAll ? null : selection.ids.size;
    const hasMore = !selection.isAll && count === loaded().length && count > 0;
    return html`<div class="bulk-line choice">
        <span role="status">${count === null ? texts.bulk.allChosen : texts.bulk.chosen(count)}</span>
        ${
          hasMore
            ? html`<button type="button" class="link" @click=${() => selection.chooseAll()}>
                ${texts.bulk.chooseMatching}
              </button>`
            : html`<button
                type="button"
                class="link"
                ?hidden=${selection.isAll}
                @click=${() => selection.choose(loaded().map(conversationIdOf))}
              >
                ${texts.bulk.chooseLoaded}
              </button>`
        }
        <button
          type="button"
          class="button quiet icon-only end"
          aria-label=${texts.bulk.stopChoosing}
          title=${texts.bulk.stopChoosing}
          @click=${() => selection.turn(false)}
        >
          ${clearIcon()}
        </button>
      </div>
      <div class="bulk-actions">
        ${this.#button('assign', { label: texts.bulk.assign, icon: assignIcon(), needs: 'assign' }, () => this.#openAssign())}
        ${this.#button('tag', { label: texts.bulk.tag, icon: tagIcon(), needs: 'tag' }, () => this.#openTags('tag'))}
        ${this.#button('archive', { label: texts.bulk.archive, icon: archiveIcon(), needs: 'archive' }, () => this.#openTags('archive'))}
        ${this.#button('read', { label: common.markRead, icon: markReadIcon() }, () => void this.#do({ type: 'mark-read' }))}
        ${this.#button('unread', { label: common.markUnread, icon: markUnreadIcon(), needs: 'markUnread' }, () => void this.#do({ type: 'mark-unread' }))}
        ${this.#button('spam', { label: texts.bulk.spam, icon: spamIcon(), needs: 'markSpam' }, () => void this.#do({ type: 'mark-spam' }))}
      </div>`;
  }

  /** Short on the button, as the bar is narrow; whole in its name. */
  #button(
    action: keyof InboxTexts['bulk']['short'],
    { label, icon, needs }: BulkButton,
    run: () => void,
  ): TemplateResult | typeof nothing {
    const { selection, session, texts } = this.#context;
    const can = session.status?.backend?.capabilities.can;
    if (needs && can?.[needs] !== true) return nothing;
    const isEnabled = (selection.isAll || selection.ids.size > 0) && this.#bulk.run?.isRunning !== true;
    return html`<button
      type="button"
      class="button quiet"
      aria-label=${label}
      title=${label}
      aria-disabled=${isEnabled ? 'false' : 'true'}
      @click=${() => isEnabled && run()}
    >
      ${icon}${texts.bulk.short[action]}
    </button>`;
  }

  #openAssign(): void {
    this.#assign.open({
      takesComment: false,
      title: this.#titleOf(this.#context.texts.bulk.assign),
      assign: async (coWorkerId) => {
        await this.#begin({ type: 'assign', coWorkerId });
        return null;
      },
    });
  }

  #openTags(kind: 'tag' | 'archive'): void {
    // CR18: what comes in while the dialog stands over the list, nobody looks at.
    const seen = kind === 'archive' ? this.#seen() : [];
    this.#tag.open({
      kind,
      tags: [],
      isMany: true,
      title: this.#titleOf(this.#context.texts.bulk[kind]),
      apply: ({ add }) =>
        this.#begin(kind === 'archive' ? { type: 'archive', addTags: add, seen } : { type: 'tag', add, remove: [] }),
    });
  }

  #seen(): readonly SeenConversation[] {
    const { loaded, selection } = this.#context;
    return loaded().flatMap((row) => (selection.has(conversationIdOf(row)) ? [seenOf(row.conversation)] : []));
  }

  /** What will be done, and to how many. */
  #titleOf(action: string): string {
    const { selection, texts } = this.#context;
    return `${action} · ${selection.isAll ? texts.bulk.allChosen : texts.bulk.chosen(selection.ids.size)}`;
  }

  /** The dialog closes at once: how far it is stands in the bar. */
  #begin(action: BulkAction): Promise<void> {
    void this.#do(action);
    return Promise.resolve();
  }

  async #do(action: BulkAction): Promise<void> {
    const { selection, query, loaded, localize } = this.#context;
    this.#exceptions.begin(loaded(), localize.messages);
    const target = selection.isAll ? { query: query() } : { ids: [...selection.ids] };
    selection.turn(false);
    this.#tell(await this.#bulk.start(action, target));
  }

  async #undo(): Promise<void> {
    this.#tell(await this.#bulk.undo());
  }

  #tell(progress: BulkProgress | null): void {
    if (!progress) return;
    const { done, skipped, failed } = progress;
    emit(this.#context.element, 'conversations-change', { done, skipped, failed });
    // The agent wanted it: what it changed is not held back under the hand.
    this.#context.element.takeOrder();
  }

  #result(run: BulkRun): TemplateResult {
    const { texts, localize } = this.#context;
    const { common } = localize.messages;
    const { progress, isRunning } = run;
    const finished = progress.done + progress.skipped + progress.failed;
    return html`<div class="bulk-line" role="status">
        <span>${isRunning ? texts.bulk.running(finished, progress.total) : this.#summary(run)}</span>
        ${isRunning ? html`<button type="button" class="link" @click=${() => this.#bulk.stop()}>${texts.bulk.stop}</button>` : nothing}
        ${run.canUndo && !isRunning ? html`<button type="button" class="link" @click=${() => void this.#undo()}>${texts.bulk.undo}</button>` : nothing}
        ${isRunning ? nothing : html`<button type="button" class="link end" @click=${() => this.#bulk.dismiss()}>${common.close}</button>`}
      </div>
      ${isRunning ? html`<progress class="bulk-progress" max=${progress.total ?? 1} .value=${progress.total === null ? 0 : finished} aria-label=${texts.bulk.label}></progress>` : nothing}
      ${this.#exceptions.render(run, localize.messages, texts)}`;
  }

  #summary({ progress, problem, action }: BulkRun): string {
    const { texts, localize } = this.#context;
    if (problem) {
      const begun = progress.done > 0 ? `${texts.bulk.broken} ${texts.bulk.done(progress.done)}.` : texts.bulk.notDone;
      return `${begun} ${localize.messages.common.errors[problem]}`;
    }
    return [
      action === 'undo' ? texts.bulk.undone(progress.done) : texts.bulk.done(progress.done),
      progress.skipped > 0 ? texts.bulk.skipped(progress.skipped) : '',
      progress.failed > 0 ? texts.bulk.failed(progress.failed) : '',
    ]
      .filter((part) => part !== '')
      .join(' · ');
  }
}
