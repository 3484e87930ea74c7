import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { templateRefusal } from '../../../../domain/approved-template.ts';
import { closestLanguage } from '../../../../domain/language-tag.ts';
import { spelledOut, type TemplateGroup } from '../../../../domain/template-picker.ts';
import { visibleName } from '../../../../domain/visible-text.ts';
import { favouriteIcon } from '../../../../styles/icons.ts';
import type { DialogWords } from './dialog-words.ts';
import { optionSearch } from '../option-search.ts';

/** The templates to choose from. */
export interface TemplateListView extends DialogWords {
  readonly groups: readonly TemplateGroup[];
  readonly search: string;
  /** Which line the arrows are at. */
  readonly active: number;
  /** Name of the template that is being filled. */
  readonly chosen: string | null;
  /** That of the recipient: its words are shown where there are such. */
  readonly language: string | null;
  readonly accountId: string | null;
  readonly now: number;
  /** What stands there instead of lines: loading, failed. */
  readonly state: TemplateResult | typeof nothing;
  readonly type: (search: string) => void;
  readonly press: (event: KeyboardEvent) => void;
  readonly pick: (group: TemplateGroup) => void;
}

/** A search field that keeps the focus, and below it every template by its name. */
export function templateList(view: TemplateListView): TemplateResult {
  const { texts, groups, search, active } = view;
  return html`<div class="templates" part="template-list">
    ${optionSearch({
      id: 'template-search',
      label: texts.search,
      text: search,
      listId: 'template-options',
      activeId: groups.length > 0 ? `template-${active}` : null,
      type: view.type,
      press: view.press,
    })}
    ${view.state}
    <div
      class="options"
      role="listbox"
      id="template-options"
      aria-label=${texts.templates}
      ?hidden=${groups.length === 0}
    >
      ${groups.map((group, index) => templateLine(group, index, view))}
    </div>
  </div>`;
}

function templateLine(group: TemplateGroup, index: number, view: TemplateListView): TemplateResult {
  const { texts, formats } = view;
  const first = closestLanguage(group.variants, ({ language }) => language, view.language)?.item ?? group.variants[0];
  const refusal = !group.sendable && first ? templateRefusal(first, view.accountId) : null;
  const used = group.lastUsedAt === null ? '' : texts.lastUsed(formats.short(group.lastUsedAt, view.now));
  // eslint-disable-next-line lit-a11y/click-events-have-key-events -- the search field hears the keys
  return html`<div
    class="ce-suggestion template-line ${group.name === view.chosen ? 'chosen' : ''}"
    role="option"
    id="template-${index}"
    aria-selected=${index === view.active}
    @click=${() => view.pick(group)}
  >
    <span class="template-name">
      ${group.favourite ? html`<span class="star" role="img" aria-label=${texts.favourite}>${favouriteIcon()}</span>` : nothing}
      <bdi>${visibleName(spelledOut(group.name))}</bdi>
    </span>
    <span class="template-side">
      ${
        refusal
          ? html`<span class="refused">${texts.statuses[refusal]}</span>`
          : group.variants.length > 1
            ? texts.languages(group.variants.length)
            : nothing
      }
    </span>
    <span class="ce-suggestion-text" lang=${ifDefined(first?.language.replaceAll('_', '-'))} dir="auto"
      >${first?.body.text.slice(0, 160)}</span
    >
    ${used === '' ? nothing : html`<span class="template-used">${used}</span>`}
  </div>`;
}
