import type { LitElement } from 'lit';
import type { AvailabilityController } from '../../controllers/availability-controller.ts';
import type { BulkController } from '../../controllers/bulk-controller.ts';
import type { ConversationRows } from '../../controllers/conversation-rows.ts';
import type { DirectoryController } from '../../controllers/directory-controller.ts';
import type { Localize } from '../../controllers/localization.ts';
import { ownersAtWork, takesUnasked } from '../../domain/assignment.ts';
import type { BulkAction, BulkProgress } from '../../domain/bulk.ts';
import type { CoWorker } from '../../domain/model.ts';
import type { BulkExceptions } from '../bulk-exceptions.ts';
import { emit } from '../events.ts';
import type { ChosenRows } from './chosen-rows.ts';
import type { LazyQuestion } from './lazy-question.ts';

/** What a desk works with. */
interface DeskParts {
  readonly element: LitElement;
  readonly localize: Localize;
  readonly rows: ConversationRows;
  readonly chosen: ChosenRows;
  readonly bulk: BulkController;
  readonly exceptions: BulkExceptions;
  readonly question: LazyQuestion;
  readonly directory: DirectoryController;
  readonly availability: AvailabilityController;
}

/** Does something with all conversations that are chosen, after a question where that is due. */
export class ActionDesk {
  readonly #parts: DeskParts;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /** AG5: what is taken from a colleague who may be at work in it is asked about. */
  begin(action: BulkAction, agent: CoWorker): void {
    const { question, chosen } = this.#parts;
    const isTaken = action.type === 'assign' && action.coWorkerId === agent.id;
    const owners = isTaken ? this.#ownersAtWork(agent) : [];
    if (owners !== 'unknown' && owners.length === 0) this.#act(action);
    else
      void question.ask({
        owners: owners === 'unknown' ? [] : owners,
        isMany: chosen.isAll || chosen.ids.size > 1,
        take: () => {
          this.#act(action);
          return Promise.resolve();
        },
      });
  }

  undo(): void {
    this.#tell(this.#parts.bulk.undo());
  }

  /** Names; of those that match and are not loaded nobody knows whose they are. */
  #ownersAtWork(agent: CoWorker): readonly string[] | 'unknown' {
    const { chosen, directory, availability, rows } = this.#parts;
    if (chosen.isAll) return takesUnasked(agent) ? [] : 'unknown';
    const { coWorkers } = directory;
    const context = { agent, coWorkers, availability: availability.value };
    return ownersAtWork(chosen.of(rows.all), context).map((id) => coWorkers.get(id) ?? id);
  }

  #act(action: BulkAction): void {
    const { exceptions, rows, localize, bulk, chosen } = this.#parts;
    exceptions.begin(rows.all, localize.messages);
    this.#tell(bulk.start(action, chosen.target));
    chosen.clear();
  }

  #tell(ended: Promise<BulkProgress | null>): void {
    void ended.then((progress) => {
      if (!progress) return;
      const { done, skipped, failed } = progress;
      emit(this.#parts.element, 'conversations-change', { done, skipped, failed });
      // Whoever watches wanted it: what it changed is not held back under the hand.
      this.#parts.rows.takeOrder();
    });
  }
}
