import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AnnouncerController } from '../../controllers/announcer-controller.ts';
import { FocusRescue } from '../../controllers/focus-rescue.ts';
import { Localize } from '../../controllers/localization.ts';
import {
  type ConversionRow,
  type ConversionVerdict,
  PhoneConversionController,
} from '../../controllers/phone-conversion-controller.ts';
import type { PhoneFormat, PhoneMetadata } from '../../controllers/phone-reader.ts';
import { SessionController } from '../../controllers/session-controller.ts';
import { downloadFile } from '../../dom/download-file.ts';
import { type PhoneConversionTexts, phoneConversionTexts } from '../../locales/phone-conversion.ts';
import { downloadIcon, failedIcon, personIcon } from '../../styles/icons.ts';
import { emit } from '../events.ts';
import { styles } from './phone-number-conversion.styles.ts';
import { reportTable, rowsPerPage, type ShownVerdict } from './report-table.ts';
import { type ChosenKind, startForm } from './start-form.ts';

const shown: readonly ShownVerdict[] = ['all', 'changed', 'doubtful', 'invalid', 'unchanged', 'empty'];

/**
 * The conversion report for phone numbers that were stored in any spelling. It shows first what would become of each;
 * doubtful numbers are written only where the agent takes them along, and everything can be taken back.
 *
 * @tagname phone-number-conversion
 * @fires phone-numbers-converted - Numbers were written or taken back; the host may want to read its records anew.
 * @csspart base - Everything.
 */
export class PhoneNumberConversion extends LitElement {
  static override styles = styles;

  /** How numbers are written: `e164` (`+31612345678`), `00` (`0031612345678`) or `digits` (`31612345678`). */
  @property() format: PhoneFormat = 'e164';
  /** ISO 3166 code of the country whose own spelling counts for records that name none. */
  @property() country = '';
  /** Numbering plans for more countries than ship, from `libphonenumber-js`. */
  @property({ attribute: false }) metadata: PhoneMetadata | null = null;

  @state() private kind: ChosenKind = 'all';
  @state() private branchId: string | null = null;
  @state() private verdict: ShownVerdict = 'all';
  @state() private from = 0;
  /** `null` until it is known which there are. */
  @state() private branches: readonly { readonly id: string; readonly name: string }[] | null = null;

  readonly #localize = new Localize(this, phoneConversionTexts);
  readonly #session = new SessionController(this);
  readonly #announcer = new AnnouncerController(this, () => this.#session.session?.clock ?? null);
  readonly #conversion = new PhoneConversionController(this);
  #askedBranches: unknown = null;

  constructor() {
    super();
    new FocusRescue(this, () => this.renderRoot.querySelector<HTMLElement>('.actions button')?.focus());
  }

  protected override scheduleUpdate(): Promise<void> | undefined {
    return this.#localize.hold(() => super.scheduleUpdate());
  }

  protected override willUpdate(): void {
    const { ready } = this.#session;
    this.#conversion.sync(ready?.part('phoneConversion') ?? null);
    if (ready && ready !== this.#askedBranches) {
      this.#askedBranches = ready;
      // Without branches there is one filter less.
      ready.listBranches().then(
        (branches) => (this.branches = branches),
        () => (this.branches ??= []),
      );
    }
  }

  /** Focuses the first control. */
  override focus(options?: FocusOptions): void {
    if (this.hasUpdated) this.renderRoot.querySelector<HTMLElement>('select, button')?.focus(options);
  }

  /** Reads the numbers and shows what would become of each; writes nothing. */
  async check(): Promise<void> {
    const { kind, branchId, format, country, metadata } = this;
    this.verdict = 'all';
    this.from = 0;
    const filter = { ...(kind !== 'all' && { kinds: [kind] }), ...(branchId !== null && { branchIds: [branchId] }) };
    await this.#conversion.check(filter, { format, country: country || null, metadata });
    const { counts } = this.#conversion;
    if (!counts) return;
    const words = this.#localize.messages.phoneConversion;
    // Begins with what is to be decided.
    this.verdict = counts.changed > 0 ? 'changed' : counts.doubtful > 0 ? 'doubtful' : 'all';
    this.#announcer.say(
      `${words.verdicts.changed}: ${counts.changed}. ${words.verdicts.doubtful}: ${counts.doubtful}.`,
    );
  }

  /** Writes the changes, and the doubtful ones that were taken along. Does nothing before a report is there. */
  async convert(): Promise<void> {
    if (this.#conversion.phase.kind === 'report') await this.#act('convert');
  }

  /** Takes back what was written, wherever nobody changed it since. */
  async undo(): Promise<void> {
    if (this.#conversion.undoable > 0) await this.#act('undo');
  }

  /** Shows all records, or those with one result. */
  show(verdict: ShownVerdict): void {
    this.verdict = verdict;
    this.#turn(0);
  }

  protected override render(): TemplateResult | typeof nothing {
    const words = this.#localize.messages.phoneConversion;
    const { phase } = this.#conversion;
    return html`<section class="base" part="base" aria-label=${words.label}>
      ${phase.kind === 'idle' ? html`<p class="intro">${words.intro}</p>` : nothing}
      ${startForm({
        words,
        kind: this.kind,
        branchId: this.branchId,
        branches: this.branches,
        format: this.format,
        isBusy: phase.kind === 'checking' || phase.kind === 'writing' || !this.#session.ready?.part('phoneConversion'),
        hasReport: this.#conversion.counts !== null,
        change: (change) => Object.assign(this, change),
        check: () => void this.check(),
      })}
      ${this.#renderBody(words)}
    </section>`;
  }

  #renderBody(words: PhoneConversionTexts['phoneConversion']): TemplateResult | typeof nothing {
    const { phase, counts, rows } = this.#conversion;
    const { common } = this.#localize.messages;
    if (this.#session.ready && !this.#session.ready.part('phoneConversion'))
      return html`<div class="empty" role="status">
        ${failedIcon()}
        <p class="title">${words.unsupported}</p>
      </div>`;
    if (phase.kind === 'checking') {
      return html`<div class="actions">
        <p role="status">${words.checking(phase.read)}</p>
        <progress aria-label=${common.loading}></progress>
      </div>`;
    }
    if (phase.kind === 'failed') {
      return html`<div class="empty" role="status">
        ${failedIcon()}
        <p class="title">${words.checkFailed}</p>
        <p>${common.errors[phase.code]}</p>
        <button type="button" class="button" @click=${() => void this.check()}>${common.retry}</button>
      </div>`;
    }
    if (!counts) return nothing;
    if (rows.length === 0) {
      return html`<div class="empty" role="status">
        ${personIcon()}
        <p class="title">${words.empty}</p>
        <p>${words.emptyHint}</p>
      </div>`;
    }
    return html`${this.#renderVerdicts(words, counts)}${this.#renderRows(words)}${this.#renderActions(words)}`;
  }

  #renderVerdicts(
    words: PhoneConversionTexts['phoneConversion'],
    counts: Readonly<Record<ConversionVerdict, number>>,
  ): TemplateResult {
    const { formats } = this.#localize;
    const countOf = (verdict: ShownVerdict): number =>
      verdict === 'all' ? this.#conversion.rows.length : counts[verdict];
    return html`<div class="verdicts" role="group" aria-label=${words.show}>
      ${shown.map(
        (verdict) =>
          html`<button
            type="button"
            class="button"
            aria-pressed=${verdict === this.verdict ? 'true' : 'false'}
            @click=${() => this.show(verdict)}
          >
            ${words.verdicts[verdict]} <span class="count">${formats.number(countOf(verdict))}</span>
          </button>`,
      )}
    </div>`;
  }

  #renderRows(words: PhoneConversionTexts['phoneConversion']): TemplateResult {
    const rows = this.#shownRows();
    if (rows.length === 0) return html`<div class="empty"><p>${words.nothingHere}</p></div>`;
    const { approved, phase } = this.#conversion;
    const isFixed = phase.kind !== 'report';
    const doubtful = rows.filter(({ verdict }) => verdict === 'doubtful').map(({ record }) => record.recipientId);
    const isAllTaken = doubtful.every((id) => approved.has(id));
    return html`${
      this.verdict === 'doubtful'
        ? html`<label class="take-all">
            <input
              type="checkbox"
              ?disabled=${isFixed}
              .checked=${isAllTaken}
              .indeterminate=${!isAllTaken && doubtful.some((id) => approved.has(id))}
              @change=${(event: Event) =>
                this.#conversion.approve(doubtful, (event.target as HTMLInputElement).checked)}
            />
            ${words.takeAll}
          </label>`
        : nothing
    }${reportTable({
      words,
      formats: this.#localize.formats,
      rows,
      from: Math.min(this.from, rows.length - 1 - ((rows.length - 1) % rowsPerPage)),
      approved,
      isFixed,
      hasChoice: doubtful.length > 0,
      approve: (ids, isTaken) => this.#conversion.approve(ids, isTaken),
      turn: (from) => this.#turn(from),
    })}`;
  }

  #renderActions(words: PhoneConversionTexts['phoneConversion']): TemplateResult {
    const { phase, undoable } = this.#conversion;
    const { formats, messages } = this.#localize;
    if (phase.kind === 'writing') {
      const { done, all } = phase;
      return html`<div class="actions">
        <p role="status">${words.converting(formats.number(done), formats.number(all))}</p>
        <progress max=${all} value=${done} aria-label=${words.label}></progress>
        <button type="button" class="button" @click=${() => this.#conversion.stop()}>${words.stop}</button>
      </div>`;
    }
    const download = html`<button type="button" class="button" @click=${() => void this.#download()}>
      ${downloadIcon()}${words.download}
    </button>`;
    const undo =
      undoable > 0
        ? html`<button type="button" class="button" @click=${() => void this.undo()}>${words.undo}</button>`
        : nothing;
    if (phase.kind === 'finished') {
      const { how, written, skipped, problem } = phase;
      return html`<div class="actions">
        <p role="status">
          ${words[how](written)} ${skipped > 0 ? words.skipped(skipped) : nothing}
          ${
            problem === null
              ? nothing
              : html`<span class="caution">${words.writeFailed} ${messages.common.errors[problem]}</span>`
          }
        </p>
        ${download}${undo}
      </div>`;
    }
    const count = this.#conversion.changes.length;
    return html`<div class="actions">
      ${undoable > 0 ? html`<p>${words.done(undoable)} ${undo}</p>` : nothing} ${download}
      <button
        type="button"
        class="button primary"
        aria-disabled=${count === 0 ? 'true' : 'false'}
        @click=${() => count > 0 && void this.convert()}
      >
        ${count === 0 ? words.nothingToConvert : words.convert(count)}
      </button>
    </div>`;
  }

  #shownRows(): readonly ConversionRow[] {
    const { rows } = this.#conversion;
    return this.verdict === 'all' ? rows : rows.filter(({ verdict }) => verdict === this.verdict);
  }

  #turn(from: number): void {
    this.from = from;
    this.renderRoot.querySelector('.table')?.scrollTo(0, 0);
  }

  async #act(what: 'convert' | 'undo'): Promise<void> {
    await this.#conversion[what]();
    const { phase } = this.#conversion;
    if (phase.kind === 'finished') emit(this, 'phone-numbers-converted', { written: phase.written, how: phase.how });
  }

  async #download(): Promise<void> {
    const words = this.#localize.messages.phoneConversion;
    const { phoneReportFile } = await import('./report-file.ts');
    downloadFile(this.ownerDocument, phoneReportFile(this.#conversion.rows, words, this.#localize.value.locale));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phone-number-conversion': PhoneNumberConversion;
  }
}
