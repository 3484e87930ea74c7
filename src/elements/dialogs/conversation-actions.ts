import type { SelectedConversation } from '../../controllers/selected-conversation.ts';
import type { Conversation } from '../../domain/model.ts';
import type { ConversationChange } from '../../ports/adapter.ts';
import { emit } from '../events.ts';
import { AssignDialog } from './assign-dialog.ts';
import { BranchDialog } from './branch-dialog.ts';
import type { DialogContext } from './context.ts';
import { SnoozeDialog } from './snooze-dialog.ts';
import { TagDialog } from './tag-dialog.ts';

/** What can be done with one conversation by way of a dialog; the view and the details share it. */
export class ConversationActions {
  readonly #context: DialogContext;
  readonly #selected: SelectedConversation;
  readonly #assign: AssignDialog;
  readonly #branch: BranchDialog;
  readonly #tag: TagDialog;
  readonly #snooze: SnoozeDialog;

  readonly #done: () => void;

  /** @param done - called when something was done to the conversation */
  constructor(context: DialogContext, selected: SelectedConversation, done: () => void = () => undefined) {
    this.#done = done;
    this.#context = context;
    this.#selected = selected;
    this.#assign = new AssignDialog(context);
    this.#branch = new BranchDialog(context);
    this.#tag = new TagDialog(context);
    this.#snooze = new SnoozeDialog(context);
  }

  get conversation(): Conversation | null {
    return this.#selected.value;
  }

  openAssign(): void {
    const { conversation } = this;
    if (!conversation) return;
    const takesComment = this.#context.session.status?.backend?.capabilities.can.notes ?? false;
    this.#assign.open({
      coWorkerId: conversation.coWorkerId,
      takesComment,
      assign: async (coWorkerId, comment, seen) => {
        const assigned = await this.#inDialog(this.#selected.assignTo(coWorkerId, comment, { coWorkerId: seen }));
        if (assigned) emit(this.#context.element, 'conversation-assigned', { conversation: assigned });
        const { taken } = this.#selected;
        return taken && { coWorkerId: taken.by };
      },
    });
  }

  openBranch(): void {
    const { conversation } = this;
    if (!conversation) return;
    const { branchId } = conversation;
    this.#branch.open({ branchId, move: (chosen) => this.#change({ branchId: chosen }) });
  }

  openTags(kind: 'tag' | 'archive'): void {
    const { conversation } = this;
    if (!conversation) return;
    let seen = conversation;
    this.#tag.open({
      kind,
      tags: conversation.tags,
      isMany: false,
      apply: async ({ add: addTags, remove: removeTags }) => {
        if (kind === 'tag') return this.#change({ addTags, removeTags });
        const now = await this.#inDialog(this.#selected.archive(seen, { addTags, removeTags }));
        if (now === null) return undefined;
        seen = now;
        return 'wrote';
      },
    });
  }

  openSnooze(): void {
    if (this.conversation) this.#snooze.open({ snooze: (snooze) => this.#change({ snooze }) });
  }

  #change(change: ConversationChange): Promise<void> {
    return this.#inDialog(this.#selected.change(change));
  }

  /** A dialog says itself what went wrong: it does not stand in the page as well. */
  async #inDialog<T>(work: Promise<T>): Promise<T> {
    try {
      const result = await work;
      this.#done();
      return result;
    } catch (reason) {
      this.#selected.clearProblem();
      throw reason;
    }
  }

  /** Dialogs; at most one is open. */
  layers(): readonly unknown[] {
    return [this.#assign, this.#branch, this.#tag, this.#snooze].map((dialog) => dialog.render());
  }
}
