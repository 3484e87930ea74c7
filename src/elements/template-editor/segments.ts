import { html, nothing, type TemplateResult } from 'lit';
import { filledSmsSegments, replaceInSms } from '../../domain/sms-replacements.ts';
import type { UnicodeCharacter } from '../../domain/sms-segments.ts';
import type { EditorWords } from './words.ts';

const mostNamed = 12;
const noValues: ReadonlyMap<string, string> = new Map();

/** How the text is counted as SMS, and how it is changed. */
export interface SegmentsContext extends EditorWords {
  readonly text: string;
  /** Of the recipient of the preview: names count too. */
  readonly values: ReadonlyMap<string, string>;
  /** `null` where the text cannot be changed. */
  readonly replace: ((text: string) => void) | null;
}

/** Parts of the text as SMS, and what makes them shorter, each with a way to mend it. */
export function segmentCount(context: SegmentsContext): TemplateResult {
  const { own, text, values } = context;
  const { parts, leftInPart, unicode } = filledSmsSegments(text, values);
  return html`<p class="count" part="segments">
      ${own.segments.parts(parts)}${parts > 0 ? html` · ${own.segments.left(leftInPart)}` : nothing}
    </p>
    ${unicode.length > 0 ? unicodeNote(unicode, context) : nothing}`;
}

function unicodeNote(unicode: readonly UnicodeCharacter[], context: SegmentsContext): TemplateResult {
  const { own, text, replace } = context;
  const here = unicode.filter(({ character }) => text.includes(character));
  const mendable = replace ? here.filter(({ replacement }) => replacement !== null).slice(0, mostNamed) : [];
  const fixed = here.filter((each) => !mendable.includes(each)).map(({ character }) => character);
  const foreign = unicode.filter((each) => !here.includes(each)).map(({ character }) => character);
  return html`<div class="unicode" role="group" aria-label=${own.segments.forced}>
    <span>${own.segments.forced}</span>
    ${mendable.map(({ character, replacement }) => {
      const name =
        replacement === ''
          ? own.segments.drop(shown(character))
          : own.segments.replace(shown(character), replacement ?? '');
      return html`<button
        type="button"
        class="button small"
        @click=${() => replace?.(replaceInSms(text, character, noValues))}
      >
        ${name}
      </button>`;
    })}
    ${fixed.length > 0 ? html`<span>${own.segments.fixed(fixed.slice(0, mostNamed).map(shown).join(' '))}</span>` : nothing}
    ${
      foreign.length > 0
        ? html`<span>${own.segments.fromValues(foreign.slice(0, mostNamed).map(shown).join(' '))}</span>`
        : nothing
    }
  </div>`;
}

/** Something to see, whatever the character. */
function shown(character: string): string {
  if (/^[\p{C}\p{Z}]/u.test(character))
    return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /^\p{M}/u.test(character) ? `◌${character}` : character;
}
