import { html, nothing, type TemplateResult } from 'lit';
import {
  type ExchangeFormat,
  type ImportPlan,
  type ImportRow,
  type TemplateImport,
  typedLanguages,
} from '../../controllers/template-exchange.ts';
import type { ConversationTemplate } from '../../domain/model.ts';
import { isolatedName } from '../../domain/visible-text.ts';
import { downloadIcon } from '../../styles/icons.ts';
import { version } from './conflict.ts';
import { type EditorWords, languageName, problemSentence } from './words.ts';

/** What the export asks. */
export interface ExportContext extends EditorWords {
  readonly format: ExchangeFormat;
  /** Languages to be translated into, as typed. */
  readonly into: string;
  readonly change: (change: { readonly format?: ExchangeFormat; readonly into?: string }) => void;
  readonly download: () => void;
  readonly close: () => void;
}

/** In which form the templates leave. */
export function exportPanel(context: ExportContext): TemplateResult {
  const { own, messages, format, into, change } = context;
  const { wrong } = typedLanguages(into);
  const isOff = format === 'xliff' && wrong.length > 0;
  return html`<section class="panel exchange" aria-labelledby="export-title">
    <h3 id="export-title" tabindex="-1">${own.exchange.export}</h3>
    <fieldset class="formats">
      <legend class="hint">${own.exchange.format}</legend>
      ${(['json', 'xliff'] as const).map(
        (each) =>
          html`<label class="check"
            ><input
              type="radio"
              name="format"
              .checked=${each === format}
              @change=${() => change({ format: each })}
            /><span>${own.exchange.formats[each]}</span></label
          >`,
      )}
    </fieldset>
    ${
      format === 'json'
        ? nothing
        : html`<div class="labelled">
            <label for="into">${own.exchange.into}</label>
            <input
              id="into"
              enterkeyhint="done"
              autocapitalize="none"
              class="field"
              autocomplete="off"
              aria-invalid=${wrong.length > 0}
              aria-describedby="into-about"
              .value=${into}
              @input=${(event: Event) => change({ into: (event.target as HTMLInputElement).value })}
            />
            <span id="into-about" class=${wrong.length > 0 ? 'problem' : 'hint'}
              >${wrong.length > 0 ? own.exchange.intoWrong(isolatedName(wrong.join(' '))) : own.exchange.intoHint}</span
            >
          </div>`
    }
    <p class="hint">${own.exchange.exportHint}</p>
    <div class="actions">
      <button type="button" class="button primary" aria-disabled=${isOff} @click=${() => !isOff && context.download()}>
        ${downloadIcon()}${own.exchange.download}
      </button>
      <button type="button" class="button quiet" @click=${context.close}>${messages.common.cancel}</button>
    </div>
  </section>`;
}

/** What the import shows and leads to. */
export interface ImportContext extends EditorWords {
  readonly import: TemplateImport;
  readonly canEdit: boolean;
  readonly take: () => void;
  readonly close: () => void;
}

/** What a file would change, row by row, before and after it is taken over (TX1, TX2). */
export function importPanel(context: ImportContext): TemplateResult {
  const { own, import: state } = context;
  return html`<section class="panel exchange" aria-labelledby="import-title" aria-busy=${state.state === 'reading'}>
    <h3 id="import-title" tabindex="-1">${own.exchange.importOf(isolatedName(state.file))}</h3>
    ${importBody(context)}
  </section>`;
}

function importBody(context: ImportContext): TemplateResult | typeof nothing {
  const { own, import: state } = context;
  if (state.state === 'reading') return nothing;
  if (state.state === 'unreadable')
    return html`<p class="problem" role="alert">${own.exchange.unreadable[state.problem]}</p>
      <div class="actions">${closeButton(context)}</div>`;
  const wanted = state.plan.added.length + state.plan.changed.length;
  if (state.state === 'taking')
    return html`<p role="status">${own.exchange.taking(state.done, wanted)}</p>
      <progress max=${wanted} .value=${state.done} aria-label=${own.exchange.taking(state.done, wanted)}></progress>`;
  if (state.state === 'taken') return takenReport(state, context);
  return html`${planReport(state.plan, state.lost, context)}
    <div class="actions">
      ${
        wanted > 0 && context.canEdit
          ? html`<button type="button" class="button primary" @click=${context.take}>
              ${own.exchange.take(wanted)}
            </button>`
          : nothing
      }
      ${closeButton(context)}
    </div>`;
}

function planReport(
  plan: ImportPlan,
  lost: Extract<TemplateImport, { readonly plan: ImportPlan }>['lost'],
  context: ImportContext,
): TemplateResult {
  const { exchange } = context.own;
  const hasNews = plan.added.length + plan.changed.length > 0;
  const lostBy = ({ code, language }: ConversationTemplate): string =>
    lost
      .filter(({ template }) => template.code === code && template.language === language)
      .flatMap(({ lostPlaceholders }) => lostPlaceholders.map(isolatedName))
      .join(', ');
  const note = (after: ConversationTemplate): string => {
    const names = lostBy(after);
    return names === '' ? '' : exchange.lost(names);
  };
  return html`${hasNews ? nothing : html`<p role="status">${exchange.nothing}</p>`}
  ${hasNews && !context.canEdit ? html`<p class="problem">${exchange.mayNot}</p>` : nothing}
  ${rows(exchange.added(plan.added.length), plan.added, (template) => [
    heading(template, context),
    version(exchange.after, template, note(template)),
  ])}
  ${rows(exchange.changed(plan.changed.length), plan.changed, ({ before, after }) => [
    heading(after, context),
    version(exchange.before, before, ''),
    version(exchange.after, after, [defaultNote(before, after, context), note(after)].join(' ').trim()),
  ])}
  ${plan.same.length > 0 ? html`<p class="hint">${exchange.same(plan.same.length)}</p>` : nothing}
  ${plan.failed.length > 0 ? failedRows(plan.failed, context) : nothing}`;
}

function defaultNote(before: ConversationTemplate, after: ConversationTemplate, { own }: ImportContext): string {
  if (before.isDefault === after.isDefault) return '';
  return after.isDefault ? own.exchange.becomesDefault : own.exchange.noLongerDefault;
}

function heading({ code, language }: ConversationTemplate, words: EditorWords): TemplateResult {
  return html`<p class="row-name"><bdi>${code}</bdi> · ${languageName(language, words)}</p>`;
}

function rows<T>(
  title: string,
  items: readonly T[],
  row: (item: T) => readonly TemplateResult[],
): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return html`<details open>
    <summary>${title}</summary>
    <ul class="rows">
      ${items.map((item) => html`<li class="import-row">${row(item)}</li>`)}
    </ul>
  </details>`;
}

/** Rows that cannot be taken over: where, why, and what they say, so that somebody can mend them. */
function failedRows(failed: readonly Extract<ImportRow, { ok: false }>[], context: ImportContext): TemplateResult {
  const { exchange } = context.own;
  return html`<div class="failed">
    <p class="problem" role="status">${exchange.failed(failed.length)}</p>
    <div class="scroll-x" tabindex="0" role="region" aria-label=${exchange.failed(failed.length)}>
      <table>
        <thead>
          <tr>
            <th scope="col">${exchange.row}</th>
            <th scope="col">${exchange.why}</th>
            <th scope="col">${exchange.raw}</th>
          </tr>
        </thead>
        <tbody>
          ${failed.map(
            (row) =>
              html`<tr>
                <th scope="row"><code>${row.path}</code></th>
                <td>${rowProblem(row.problem, context)}</td>
                <td><bdi>${row.raw}</bdi></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </div>`;
}

function rowProblem(problem: Extract<ImportRow, { ok: false }>['problem'], { own }: EditorWords): string {
  switch (problem.type) {
    case 'malformed':
      return own.exchange.problems.malformed(problem.path);
    case 'field':
      return problemSentence(problem.problem, own);
    case 'twice':
    case 'untranslated':
      return own.exchange.problems[problem.type];
  }
}

function takenReport(
  { done, failed, plan }: Extract<TemplateImport, { readonly plan: ImportPlan }>,
  context: ImportContext,
): TemplateResult {
  const { own, messages } = context;
  return html`<p role="status">${own.exchange.took(done)}</p>
    ${
      failed.length === 0
        ? nothing
        : html`<p class="problem">${own.exchange.notTaken(failed.length)}</p>
            <ul class="rows">
              ${failed.map(
                ({ template, code }) =>
                  html`<li class="import-row">
                    ${heading(template, context)}
                    <p class="problem">${messages.common.errors[code]}</p>
                    ${version(own.exchange.after, template, '')}
                  </li>`,
              )}
            </ul>`
    }
    ${plan.failed.length > 0 ? failedRows(plan.failed, context) : nothing}
    <div class="actions">
      ${failed.length > 0 ? html`<button type="button" class="button" @click=${context.take}>${own.exchange.retry}</button>` : nothing}
      ${closeButton(context)}
    </div>`;
}

function closeButton({ messages, close }: ImportContext): TemplateResult {
  return html`<button type="button" class="button quiet" @click=${close}>${messages.common.close}</button>`;
}
