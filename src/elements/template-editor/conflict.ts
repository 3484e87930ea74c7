import { ifDefined } from 'lit/directives/if-defined.js';
import { languageTag } from '../../domain/language-tag.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { ConversationTemplate, TemplateConflict } from '../../controllers/template-editor-controller.ts';
import { cautionIcon } from '../../styles/icons.ts';
import type { EditorWords } from './words.ts';

/** Two changed the same text: both are shown, and one is chosen (CT8). */
export function conflictQuestion(
  { theirs }: TemplateConflict,
  mine: ConversationTemplate,
  { own }: EditorWords,
  choose: (keep: 'theirs' | 'mine') => void,
): TemplateResult {
  const { change } = own;
  return html`<div class="notice caution conflict" role="group" aria-labelledby="conflict-title">
    ${cautionIcon()}
    <p id="conflict-title">
      <strong>${theirs ? change.title : change.removed}.</strong> ${theirs ? change.ask : change.askRemoved}
    </p>
    <div class="versions">
      ${theirs ? version(change.theirs, theirs, theirs.isDefault && !mine.isDefault ? change.theirsDefault : '') : nothing}
      ${version(change.mine, mine, '')}
    </div>
    <div class="actions">
      <button type="button" class="button answer" @click=${() => choose('theirs')}>
        ${theirs ? change.takeTheirs : change.letGo}
      </button>
      <button type="button" class="button" @click=${() => choose('mine')}>
        ${theirs ? change.keepMine : change.saveAgain}
      </button>
    </div>
  </div>`;
}

/** One text with its title. */
export function version(title: string, { text, language }: ConversationTemplate, note: string): TemplateResult {
  return html`<figure class="version">
    <figcaption>${title}</figcaption>
    <blockquote dir="auto" lang=${ifDefined(languageTag(language) ?? undefined)}>${text}</blockquote>
    ${note === '' ? nothing : html`<p class="hint">${note}</p>`}
  </figure>`;
}
