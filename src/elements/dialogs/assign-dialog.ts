import { ContextEvent } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { type AssignmentChoice, assignmentChoices, type Availability } from '../../domain/assignment.ts';
import type { Conversation, CoWorker } from '../../domain/model.ts';
import { includesWords } from '../../domain/search-text.ts';
import { visibleName } from '../../domain/visible-text.ts';
import { assigningContext } from '../../controllers/assigning-context.ts';
import { loadAvailability } from '../../controllers/availability.ts';
import { BaseDialog } from './base-dialog.ts';
import type { Modal } from './modal.ts';

/** From so many on there is a field to find one. */
const manyCoWorkers = 8;

/** What is to be assigned, and what to do with the choice. */
export interface AssignInputs {
  /** Who has it now; `undefined` when it is about several. */
  readonly coWorkerId?: string | null;
  /** What it is about, where that is not the one conversation on screen. */
  readonly title?: string;
  /** Whether a comment for the colleague can be added as a note. */
  readonly takesComment: boolean;
  /** Gives who has it instead where that is another than was `seen`; else `null`. */
  readonly assign: (coWorkerId: string | null, comment: string, seen: string | null) => Promise<Owner | null>;
}

/** Who has a conversation; nobody is `null`. */
export type Owner = Pick<Conversation, 'coWorkerId'>;

/** Who is to look after a conversation (D1, D2): everybody is shown, those who are not there are not offered. */
export class AssignDialog extends BaseDialog<AssignInputs> {
  #coWorkers: readonly CoWorker[] = [];
  #availability: ReadonlyMap<string, Availability> = new Map();
  #chosen: string | null | undefined;
  #find = '';
  #comment = '';
  #offersOffline = false;
  /** Who had it when it was opened, or when the agent was told last. */
  #seen: string | null = null;
  /** Whether the agent was told that somebody took it meanwhile. */
  #wasTaken = false;

  protected override begin({ coWorkerId }: AssignInputs): void {
    const { element } = this.context;
    element.dispatchEvent(
      new ContextEvent(assigningContext, element, ({ offersOffline }) => (this.#offersOffline = offersOffline)),
    );
    this.#chosen = coWorkerId;
    this.#seen = coWorkerId ?? null;
    this.#wasTaken = false;
    this.#find = '';
    this.#comment = '';
    this.load(() => this.#load());
  }

  async #load(): Promise<void> {
    const { session } = this.context.session;
    if (!session) return;
    const availability = loadAvailability(session).catch(() => this.#availability);
    this.#coWorkers = await session.listCoWorkers();
    this.#availability = await availability;
  }

  protected override content(inputs: AssignInputs): Omit<Modal, 'onClose' | 'closeLabel'> {
    const { texts } = this.context;
    const chosen = this.#chosen;
    return {
      title: inputs.title ?? texts.assign.title,
      body: this.#body(inputs),
      submit: {
        label: this.#wasTaken ? texts.assign.submitAnyway : texts.assign.submit,
        enabled: chosen !== undefined && (inputs.coWorkerId === undefined || chosen !== this.#seen),
        run: () => {
          if (chosen !== undefined) this.act(() => this.#assign(chosen, inputs));
        },
      },
    };
  }

  /** D1: a colleague was quicker. What was written stays, and who still wants to says so once more. */
  async #assign(chosen: string | null, { assign }: AssignInputs): Promise<'stay' | undefined> {
    const owner = await assign(chosen, this.#comment.trim(), this.#seen);
    if (!owner) return undefined;
    this.#seen = owner.coWorkerId;
    this.#wasTaken = true;
    return 'stay';
  }

  get #taken(): string {
    const { texts } = this.context;
    const owner = this.#coWorkers.find(({ id }) => id === this.#seen);
    return this.#seen === null ? texts.assign.givenBack : texts.assign.taken(visibleName(owner?.name ?? this.#seen));
  }

  #body({ takesComment }: AssignInputs): TemplateResult {
    const { texts, session, localize } = this.context;
    const choices = assignmentChoices(this.#coWorkers, {
      agentId: session.status?.backend?.agent.id ?? '',
      availability: this.#availability,
      offersOffline: this.#offersOffline,
      locale: localize.value.locale,
    }).filter(({ coWorker }) => includesWords(coWorker.name, this.#find));
    return html`
      ${
        this.#coWorkers.length > manyCoWorkers
          ? html`<input
              class="field"
              type="search"
              inputmode="search"
              enterkeyhint="search"
              autocapitalize="none"
              aria-label=${texts.assign.find}
              placeholder=${texts.assign.find}
              .value=${this.#find}
              @input=${(event: Event) => {
                this.#find = (event.target as HTMLInputElement).value;
                this.changed();
              }}
            />`
          : nothing
      }
      ${this.missing()}
      <fieldset class="options column" aria-label=${texts.assign.who}>
        ${choices.map((choice) => this.#option(choice))}
        ${this.#radio(null, html`<span>${localize.messages.common.unassigned}</span>`)}
      </fieldset>
      ${takesComment ? this.#commentField() : nothing}
      <p class="lacking" role="alert" ?hidden=${!this.#wasTaken}>${this.#wasTaken ? this.#taken : ''}</p>
    `;
  }

  #option({ coWorker, availability, isOffered }: AssignmentChoice): TemplateResult {
    const { texts, session } = this.context;
    const isMe = coWorker.id === session.status?.backend?.agent.id;
    return this.#radio(
      coWorker.id,
      html`<span class="presence ${availability}"></span><bdi>${coWorker.name}</bdi>
        <span class="aside">${isMe ? texts.assign.you : texts.assign.availability[availability]}</span>`,
      isOffered,
    );
  }

  #radio(id: string | null, content: TemplateResult, isOffered = true): TemplateResult {
    return html`<label class="option">
      <input
        type="radio"
        name="co-worker"
        .checked=${this.#chosen === id}
        ?disabled=${!isOffered}
        @change=${() => {
          this.#chosen = id;
          this.changed();
        }}
      />${content}
    </label>`;
  }

  #commentField(): TemplateResult {
    const { texts } = this.context;
    return html`<label>
        <span class="field-label">${texts.assign.comment}</span>
        <textarea
          autocapitalize="sentences"
          enterkeyhint="enter"
          class="field"
          dir="auto"
          aria-describedby="comment-hint"
          .value=${this.#comment}
          @input=${(event: Event) => (this.#comment = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
      </label>
      <span class="hint" id="comment-hint">${texts.assign.commentHint}</span>`;
  }
}
