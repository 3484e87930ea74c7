import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

/** One radio of a row of choices. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly icon: TemplateResult;
  /** Said after the name and shown beside it, e.g. how long the window is open. */
  readonly note: string;
  readonly tone: 'plain' | 'caution' | 'muted';
  /** Whether something waits in its draft. */
  readonly draft: string;
}

/** A row of choices of which one is made. */
export interface Choices {
  readonly name: string;
  readonly part: string;
  readonly selected: string;
  readonly choices: readonly Choice[];
  readonly choose: (id: string) => void;
}

/** Radios that look like one control: arrow keys choose, Tab passes. */
export function choiceRow({ name, part, selected, choices, choose }: Choices): TemplateResult {
  const move = (event: KeyboardEvent): void => {
    const step = stepOf(event);
    if (step === 0) return;
    event.preventDefault();
    const index = choices.findIndex(({ id }) => id === selected);
    const next = choices[(index + step + choices.length) % choices.length];
    if (!next) return;
    choose(next.id);
    const group = event.currentTarget;
    if (group instanceof HTMLElement) group.querySelector<HTMLElement>(`[data-id="${CSS.escape(next.id)}"]`)?.focus();
  };
  return html`<div class="choices" role="radiogroup" part=${part} aria-label=${name} @keydown=${move}>
    ${choices.map((choice) => radio(choice, `${part}-${choice.id}`, choice.id === selected, () => choose(choice.id)))}
  </div>`;
}

function radio(choice: Choice, id: string, isSelected: boolean, choose: () => void): TemplateResult {
  const { name, icon, note, tone, draft } = choice;
  const description = [note && `${id}-note`, draft && `${id}-draft`].filter(Boolean).join(' ');
  return html`<button
    type="button"
    class="choice"
    role="radio"
    data-id=${choice.id}
    aria-checked=${isSelected}
    aria-labelledby="${id}-name"
    aria-describedby=${ifDefined(description || undefined)}
    tabindex=${isSelected ? 0 : -1}
    @click=${choose}
  >
    ${icon}<span id="${id}-name">${name}</span>
    ${note === '' ? nothing : html`<span class="choice-note ${tone}" id="${id}-note">${note}</span>`}
    ${draft === '' ? nothing : html`<span class="dot" title=${draft}><span class="visually-hidden" id="${id}-draft">${draft}</span></span>`}
  </button>`;
}

/** Arrow keys of both directions; those to the side turn with the reading direction. */
function stepOf({ key, currentTarget }: KeyboardEvent): number {
  if (key === 'ArrowDown') return 1;
  if (key === 'ArrowUp') return -1;
  const isRtl = currentTarget instanceof Element && currentTarget.matches(':dir(rtl)');
  if (key === 'ArrowRight') return isRtl ? -1 : 1;
  if (key === 'ArrowLeft') return isRtl ? 1 : -1;
  return 0;
}
