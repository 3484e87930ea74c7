import { html, type LitElement, type TemplateResult } from 'lit';
import type { LightTextArea } from '../../controllers/light-text-area.ts';
import type { EditedText, TemplateEditorController } from '../../controllers/template-editor-controller.ts';
import { growsByItself, mirrorText } from '../../dom/autosize.ts';
import { replaceText } from '../../dom/replace-text.ts';
import { conflictQuestion } from './conflict.ts';
import { formActions, type FormContext, formHead, keyFields, tagList, textNotes } from './form.ts';
import { segmentCount } from './segments.ts';
import type { SidePanels } from './side-panels.ts';
import { problemSentenceOf } from './states.ts';
import { type EditorWords, fieldSentence } from './words.ts';

/** What the text that is edited belongs to, and what its buttons lead to. */
export interface EditedViewParts {
  readonly host: LitElement;
  readonly editor: TemplateEditorController;
  readonly textArea: LightTextArea;
  readonly side: SidePanels;
  readonly save: () => void;
  readonly resolve: (keep: 'theirs' | 'mine') => void;
  readonly remove: (edited: EditedText) => void;
  readonly begin: (code: string) => void;
  readonly back: () => void;
  readonly focusNext: (selector: string) => void;
}

/** The text that is edited, with everything around it. */
export class EditedView {
  readonly #parts: EditedViewParts;
  #isAsking = false;

  constructor(parts: EditedViewParts) {
    this.#parts = parts;
  }

  /** Takes a question back that another text would answer. */
  reset(): void {
    this.#isAsking = false;
  }

  render(edited: EditedText, words: EditorWords, canEdit: boolean): TemplateResult {
    const { editor, side, resolve } = this.#parts;
    const { conflict, problem } = editor;
    const context = this.#context(edited, words, canEdit);
    const isInvalid = fieldSentence(edited.problems, 'text', words) !== '';
    const { values } = side;
    const replace = canEdit ? (text: string) => this.#retype(text) : null;
    return html`<div class="form" part="form">
        ${formHead(context)}
        ${problem ? html`<p class="notice critical" role="alert">${problemSentenceOf(problem, words)}</p>` : ''}
        ${conflict ? conflictQuestion(conflict, edited.content, words, resolve) : ''} ${keyFields(context)}
        <div class="labelled">
          <span class="text-label" aria-hidden="true">${words.own.text}</span>
          <div class="area ${isInvalid ? 'invalid' : ''} ${canEdit ? '' : 'read-only'}">
            <slot name="text"></slot>
            ${growsByItself() ? '' : html`<div class="mirror" aria-hidden="true"></div>`}
          </div>
          ${segmentCount({ ...words, text: edited.content.text, values, replace })} ${textNotes(context)}
        </div>
        ${tagList(context)} ${formActions(context)}
      </div>
      ${side.render(edited, words, { canEdit, insert: context.insert })}`;
  }

  /** Call from `updated`. */
  showText(edited: EditedText | null, words: EditorWords, isDisabled: boolean): void {
    const { textArea, editor, host } = this.#parts;
    textArea.show({
      text: edited?.content.text ?? '',
      label: words.own.text,
      placeholder: '',
      description: edited ? fieldSentence(edited.problems, 'text', words) : '',
      isReadOnly: edited === null || !editor.shelf.canEdit,
      isDisabled,
    });
    const mirror = host.renderRoot.querySelector<HTMLElement>('.mirror');
    if (mirror && textArea.element) mirrorText(textArea.element, mirror);
  }

  #context(edited: EditedText, words: EditorWords, canEdit: boolean): FormContext {
    const { editor, focusNext, ...parts } = this.#parts;
    return {
      ...words,
      edited,
      canEdit,
      isBusy: editor.isBusy,
      isAsking: this.#isAsking,
      languages: [...new Set(editor.shelf.templates.map(({ language }) => language))].sort(),
      change: (change) => editor.change(change),
      insert: (text) => this.#insert(text),
      save: parts.save,
      discard: () => editor.discard(),
      ask: (isAsking) => {
        this.#isAsking = isAsking;
        focusNext(isAsking ? '.answer' : '.remove');
      },
      remove: () => parts.remove(edited),
      back: parts.back,
      addLanguage: () => parts.begin(edited.content.code),
    };
  }

  #insert(text: string): void {
    const area = this.#parts.textArea.element;
    if (area) replaceText(area, { start: area.selectionStart, end: area.selectionEnd }, text);
  }

  /** As one step of undo. */
  #retype(text: string): void {
    const area = this.#parts.textArea.element;
    if (area) replaceText(area, { start: 0, end: area.value.length }, text);
  }
}
