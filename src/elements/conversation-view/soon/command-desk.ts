import type { Localize } from '../../../controllers/localization.ts';
import type { SelectedConversation } from '../../../controllers/selected-conversation.ts';
import type { SessionController } from '../../../controllers/session-controller.ts';
import type { ViewSoonTexts } from '../../../locales/view-soon.ts';
import { isInert } from '../../../dom/inert.ts';
import { emit, type ViewCommand } from '../../events.ts';
import type { LazyTools } from './lazy-tools.ts';
import type { ViewChildren, Writer } from '../view-children.ts';
import { sameCommands, viewCommands } from './view-commands.ts';

/** What the commands of a view work with. */
interface DeskParts {
  readonly localize: Localize<ViewSoonTexts>;
  readonly session: SessionController;
  readonly selected: SelectedConversation;
  readonly children: ViewChildren;
  readonly tools: LazyTools;
  readonly select: (conversationId: string) => void;
  readonly toggleDetails: () => void;
}

/** The commands of a view: which there are, and what they do; the host page hears when one of them changes. */
export class CommandDesk {
  readonly #host: Writer;
  readonly #parts: DeskParts;
  #all: readonly ViewCommand[] = [];
  #told: readonly ViewCommand[] = [];

  constructor(host: Writer, parts: DeskParts) {
    this.#host = host;
    this.#parts = parts;
  }

  get all(): readonly ViewCommand[] {
    return this.#all;
  }

  find(commandId: string): ViewCommand | undefined {
    return this.#all.find(({ id }) => id === commandId);
  }

  /** Carries out a command once it is there; those of the tools come last. */
  async run(commandId: string): Promise<void> {
    const { session, tools } = this.#parts;
    if (!this.find(commandId) && session.ready) {
      await tools.load();
      this.#host.requestUpdate();
      await this.#host.updateComplete;
    }
    await this.find(commandId)?.run();
  }

  /**
   * Call from `willUpdate`.
   *
   * @param given - Send, as the composer offers it, and whom a conversation may be started with
   */
  make(given: { readonly send: ViewCommand | null; readonly startWith: string | null }): void {
    const { localize, session, selected, children, tools, toggleDetails } = this.#parts;
    const loaded = session.ready ? tools.get() : null;
    const own = viewCommands({
      ...given,
      canAsk: loaded !== null,
      messages: localize.messages,
      backend: session.status?.backend ?? null,
      selected,
      next: children.list.neighbour(1),
      previous: children.list.neighbour(-1),
      open: (id) => children.list.open(id),
      openSource: () => this.#openSource(),
      start: (recipientId) => this.#start(recipientId),
      assign: (agentId) => this.#assign(agentId),
      toggleDetails,
    });
    this.#all = [...own, ...(loaded?.commands() ?? [])].map((one) => ({ ...one, run: () => this.#reach(one) }));
  }

  /** What hand and keyboard cannot reach a ribbon does not reach either. */
  async #reach(command: ViewCommand): Promise<void> {
    if (!isInert(this.#host)) await command.run();
  }

  /** Call from `updated`. */
  tell(): void {
    if (sameCommands(this.#told, this.#all)) return;
    this.#told = this.#all;
    emit(this.#host, 'command-state-change', { commands: this.#all });
  }

  #openSource(): void {
    const { value } = this.#parts.selected;
    if (value) emit(this.#host, 'source-open-request', { conversationId: value.id, recipient: value.recipient });
  }

  async #start(recipientId: string): Promise<void> {
    const { selected, select, children } = this.#parts;
    const { id } = await selected.start(recipientId);
    select(id);
    await children.write(this.#host, id);
  }

  async #assign(agentId: string): Promise<void> {
    const { selected, tools } = this.#parts;
    const seen = selected.value ?? undefined;
    const take = async (): Promise<void> => {
      const conversation = await selected.assignTo(agentId, '', seen);
      if (conversation) emit(this.#host, 'conversation-assigned', { conversation });
    };
    await (seen?.coWorkerId == null ? take() : tools.get()?.takeOver(take));
  }
}
