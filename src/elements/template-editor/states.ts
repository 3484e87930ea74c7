import { html, nothing, type TemplateResult } from 'lit';
import type { EditProblem } from '../../controllers/template-editor-controller.ts';
import type { TemplateShelf } from '../../controllers/template-shelf.ts';
import type { AdapterErrorCode } from '../../ports/adapter-error.ts';
import { failedIcon, templateIcon } from '../../styles/icons.ts';
import type { EditorWords } from './words.ts';

/** What stands where the list would be while there is nothing to list. */
export function noShelf(words: EditorWords, shelf: TemplateShelf, begin: (() => void) | null): TemplateResult {
  if (shelf.state === 'failed') return failedShelf(words, shelf.problem, () => void shelf.load());
  return shelf.state === 'loading' ? loadingShelf(words) : emptyShelf(words, begin);
}

const skeletonRows = [1, 2, 3, 4, 5];

/** Rows in outline while the first answer is on its way. */
function loadingShelf({ messages }: EditorWords): TemplateResult {
  return html`<div class="skeleton" role="status" aria-busy="true" aria-label=${messages.common.loading}>
    ${skeletonRows.map(() => html`<div class="outline"><span class="bar"></span><span class="bar"></span></div>`)}
  </div>`;
}

/** The templates did not come. */
function failedShelf({ own, messages }: EditorWords, code: AdapterErrorCode | null, retry: () => void): TemplateResult {
  return html`<div class="empty" role="status">
    ${failedIcon()}
    <p class="title">${own.loadFailed}</p>
    ${code === null ? nothing : html`<p>${messages.common.errors[code]}</p>`}
    <button type="button" class="button" @click=${retry}>${messages.common.retry}</button>
  </div>`;
}

/** No template yet; says what one is, and begins one where that is allowed. */
function emptyShelf({ own }: EditorWords, begin: (() => void) | null): TemplateResult {
  return html`<div class="empty" role="status">
    ${templateIcon()}
    <p class="title">${own.empty}</p>
    <p>${begin ? own.emptyHint : own.emptyReadOnly}</p>
    ${begin ? html`<button type="button" class="button primary" @click=${begin}>${own.add}</button>` : nothing}
  </div>`;
}

/** No text is chosen. */
export function nothingChosen({ own }: EditorWords): TemplateResult {
  return html`<div class="empty">
    ${templateIcon()}
    <p class="title">${own.nothingChosen}</p>
    <p>${own.nothingChosenHint}</p>
  </div>`;
}

/** What did not work; the text is still there. */
export function problemSentenceOf(problem: EditProblem, { own, messages }: EditorWords): string {
  if (problem.type === 'changed-before-remove') return own.removeChanged;
  const reason = messages.common.errors[problem.code];
  return problem.type === 'save' ? `${own.saveFailed} ${reason}` : reason;
}
