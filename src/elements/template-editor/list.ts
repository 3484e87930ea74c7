import { html, nothing, type TemplateResult } from 'lit';
import type { ShelfCode, ShelfText } from '../../controllers/template-editor-controller.ts';
import { visibleName } from '../../domain/visible-text.ts';
import { languageName, type EditorWords } from './words.ts';

/** What the list of codes and languages shows, and how it says what the agent wants. */
export interface ListContext extends EditorWords {
  readonly codes: readonly ShelfCode[];
  readonly selected: string | null;
  /** Code of the template that invites to WhatsApp. */
  readonly invitationCode: string | null;
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly onSelect: (id: string) => void;
}

/** The codes that a search leaves: by code, language or text. */
export function matchingCodes({ codes, search, ...words }: ListContext): readonly ShelfCode[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return codes;
  return codes.flatMap(({ code, texts }) => {
    if (code.toLowerCase().includes(wanted)) return [{ code, texts }];
    const found = texts.filter(({ content }) =>
      [content.text, content.language, languageName(content.language, { ...words })].some((text) =>
        text.toLowerCase().includes(wanted),
      ),
    );
    return found.length > 0 ? [{ code, texts: found }] : [];
  });
}

/** Codes with their languages: one list that arrows go through. */
export function templateList(context: ListContext): TemplateResult {
  const { own, search } = context;
  const found = matchingCodes(context);
  const all = found.flatMap(({ texts }) => texts);
  const active = all.some(({ id }) => id === context.selected) ? context.selected : (all[0]?.id ?? null);
  return html`<input
      class="field search"
      type="search"
      inputmode="search"
      enterkeyhint="search"
      autocapitalize="none"
      aria-label=${own.listSearch}
      placeholder=${own.listSearch}
      .value=${search}
      @input=${(event: Event) => context.onSearch((event.target as HTMLInputElement).value)}
    />
    ${found.length === 0 ? html`<p class="quiet-line" role="status">${own.nothingFound(search.trim())}</p>` : nothing}
    <div
      class="codes scroll"
      role="listbox"
      aria-label=${own.list}
      @click=${(event: Event) => choose(event, context)}
      @keydown=${moveByKey}
      ?hidden=${found.length === 0}
    >
      ${found.map((code, index) => codeGroup(code, index, active, context))}
    </div>`;
}

function codeGroup(
  { code, texts }: ShelfCode,
  index: number,
  active: string | null,
  context: ListContext,
): TemplateResult {
  const { own, invitationCode } = context;
  const isInvitation = invitationCode !== null && invitationCode.toLowerCase() === code.toLowerCase();
  const id = `code-${String(index)}`;
  return html`<div class="code" role="group" aria-labelledby=${id}>
    <div class="code-name" id=${id} role="presentation">
      <bdi>${code === '' ? own.newText : visibleName(code)}</bdi>
      ${isInvitation ? html`<span class="chip">${own.invitation.is}</span>` : nothing}
    </div>
    ${texts.map((text) => textOption(text, text.id === active, context))}
  </div>`;
}

function textOption(text: ShelfText, isActive: boolean, context: ListContext): TemplateResult {
  const { own, selected } = context;
  const { content, isUnsaved, id } = text;
  const name = content.language === '' ? own.newText : languageName(content.language, context);
  return html`<div
    class="option inset"
    role="option"
    data-id=${id}
    tabindex=${isActive ? 0 : -1}
    aria-selected=${id === selected}
  >
    <span class="option-head"
      ><span class="option-name">${name}</span>
      ${content.isDefault ? html`<span class="chip">${own.default}</span>` : nothing}
      ${isUnsaved ? html`<span class="chip caution">${own.unsaved}</span>` : nothing}</span
    >
    <span class="option-text" dir="auto">${visibleName(content.text.slice(0, 120))}</span>
  </div>`;
}

function choose(event: Event, { onSelect }: ListContext): void {
  const id = (event.target as Element).closest<HTMLElement>('[role=option]')?.dataset.id;
  if (id !== undefined) onSelect(id);
}

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Arrows, Home and End choose; Enter and Space open the text on narrow screens, as a click does. */
function moveByKey(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLElement;
  const options = [...list.querySelectorAll<HTMLElement>('[role=option]')];
  const at = options.findIndex((option) => option.matches(':focus'));
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    options[at]?.click();
    return;
  }
  if (!Object.hasOwn(steps, event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const next = options[steps[event.key]?.(at, options.length - 1) ?? at];
  for (const option of options) option.tabIndex = option === next ? 0 : -1;
  next?.focus();
}
