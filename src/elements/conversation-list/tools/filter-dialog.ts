import { html, nothing, type TemplateResult } from 'lit';
import { channelKinds } from '../../../domain/channel-kinds.ts';
import type { ConversationState } from '../../../domain/model.ts';
import { relativeSpans, type Timespan, zoneName } from '../../../domain/timespan.ts';
import { visibleName } from '../../../domain/visible-text.ts';
import { closeModals, modal } from '../../dialogs/modal.ts';
import type { Narrowing } from '../list-view.ts';
import { omit } from './chips.ts';
import type { ToolContext } from './context.ts';

const states: readonly ConversationState[] = ['new', 'assigned', 'archived'];
type ListField = 'channels' | 'states' | 'coWorkerIds' | 'tags';
type Value = string | null;

/** What narrows the list (C8): chosen here, applied at once when confirmed. */
export class FilterDialog {
  readonly #context: ToolContext;
  #draft: Narrowing | null = null;

  constructor(context: ToolContext) {
    this.#context = context;
  }

  open(): void {
    this.#draft = this.#context.look().narrowing;
    void this.#context.parts.load();
    this.#context.element.requestUpdate();
  }

  render(): TemplateResult | typeof nothing {
    const draft = this.#draft;
    if (!draft) return nothing;
    const { texts, localize } = this.#context;
    const { common } = localize.messages;
    return modal({
      title: texts.filter.title,
      body: this.#body(draft),
      submit: { label: texts.filter.apply, enabled: true, run: () => this.#apply(draft) },
      closeLabel: common.cancel,
      onClose: () => this.#closed(),
      size: 'wide',
      aside: html`<button type="button" class="button quiet" @click=${() => this.#set({})}>
        ${texts.filter.clear}
      </button>`,
    });
  }

  #apply(draft: Narrowing): void {
    closeModals(this.#context.element.renderRoot);
    const { started } = draft;
    const isAnyTime = typeof started === 'object' && started.from === null && started.to === null;
    this.#context.narrow(isAnyTime ? omit(draft, 'started') : draft);
  }

  #closed(): void {
    this.#draft = null;
    this.#context.element.requestUpdate();
  }

  #set(draft: Narrowing): void {
    this.#draft = draft;
    this.#context.element.requestUpdate();
  }

  #body(draft: Narrowing): TemplateResult {
    const { texts, localize, directory, parts, session, look } = this.#context;
    const { messages } = localize;
    const offered = session.status?.backend?.channels ?? [];
    const channels = channelKinds.filter((kind) => offered.includes(kind) || draft.channels?.includes(kind));
    const tags = [...new Set([...parts.tags.map(({ name }) => name), ...(draft.tags ?? [])])].sort();
    const hasStates = look().tab === 'all' || look().scope === 'recipient';
    return html`
      ${this.#group(
        'channels',
        texts.filter.channel,
        channels.map((kind) => [kind, messages.channels[kind]]),
      )}
      ${
        hasStates
          ? this.#group(
              'states',
              texts.filter.state,
              states.map((state) => [state, messages.common.states[state]]),
            )
          : nothing
      }
      ${
        look().scope === 'mine'
          ? nothing
          : this.#group('coWorkerIds', texts.filter.coWorker, [
              [null, messages.common.unassigned],
              ...[...directory.coWorkers].map(([id, name]): [Value, string] => [id, name]),
            ])
      }
      ${
        tags.length > 0
          ? this.#group(
              'tags',
              texts.filter.tag,
              tags.map((tag) => [tag, `#${visibleName(tag)}`]),
            )
          : nothing
      }
      ${this.#span(draft)}
    `;
  }

  #group(field: ListField, label: string, options: readonly (readonly [Value, string])[]): TemplateResult {
    const chosen = (this.#draft?.[field] ?? []) as readonly Value[];
    return html`<fieldset>
      <legend>${label}</legend>
      <div class="options">
        ${options.map(
          ([value, name]) =>
            html`<label class="option">
              <input type="checkbox" .checked=${chosen.includes(value)} @change=${() => this.#toggle(field, value)} />
              <bdi>${name}</bdi>
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  #toggle(field: ListField, value: Value): void {
    const chosen = (this.#draft?.[field] ?? []) as readonly Value[];
    const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
    const rest = omit(this.#draft ?? {}, field);
    this.#set(next.length === 0 ? rest : { ...rest, [field]: next });
  }

  #span(draft: Narrowing): TemplateResult {
    const { texts, localize, session } = this.#context;
    const { started } = draft;
    const zone = zoneName(localize.timeZone, localize.value.locale, session.session?.serverNow() ?? 0);
    const kind = started === undefined ? '' : typeof started === 'string' ? started : 'days';
    return html`<fieldset>
      <legend>${texts.filter.started}</legend>
      <div class="modal-row">
        <label>
          <span class="visually-hidden">${texts.filter.started}</span>
          <select
            class="field"
            @change=${(event: Event) => this.#chooseSpan((event.target as HTMLSelectElement).value)}
          >
            <option value="" ?selected=${kind === ''}>${texts.filter.anyTime}</option>
            ${relativeSpans.map((span) => html`<option value=${span} ?selected=${kind === span}>${texts.spans[span]}</option>`)}
            <option value="days" ?selected=${kind === 'days'}>${texts.filter.days}</option>
          </select>
        </label>
        ${typeof started === 'object' ? [this.#day('from', started), this.#day('to', started)] : nothing}
      </div>
      <p class="hint">${texts.filter.zone(zone)}</p>
    </fieldset>`;
  }

  #day(edge: 'from' | 'to', span: Exclude<Timespan, string>): TemplateResult {
    const { texts } = this.#context;
    return html`<label>
      <span class="field-label">${texts.filter[edge]}</span>
      <input
        class="field"
        type="date"
        .value=${span[edge] ?? ''}
        @change=${(event: Event) =>
          this.#set({
            ...this.#draft,
            started: { ...span, [edge]: (event.target as HTMLInputElement).value || null },
          })}
      />
    </label>`;
  }

  #chooseSpan(value: string): void {
    const rest = omit(this.#draft ?? {}, 'started');
    const span = relativeSpans.find((one) => one === value);
    if (span) this.#set({ ...rest, started: span });
    else this.#set(value === '' ? rest : { ...rest, started: { from: null, to: null } });
  }
}
