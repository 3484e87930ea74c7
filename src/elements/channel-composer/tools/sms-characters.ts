import { html, nothing, type TemplateResult } from 'lit';
import type { Composition } from '../../../controllers/composer-controller.ts';
import { recipientValues } from '../../../domain/placeholders.ts';
import { plainSms, replaceInSms } from '../../../domain/sms-replacements.ts';
import { smsSegments, type UnicodeCharacter } from '../../../domain/sms-segments.ts';
import { replaceText } from '../../../dom/replace-text.ts';
import { longestCounted } from './limit-counter.ts';
import type { ComposerTool, ToolContext } from './tool.ts';

/** More are only counted: a text in another script is not to be spelled out in buttons. */
const mostButtons = 24;

/** The characters that make the parts of a text message shorter, each with a way to replace it (B11, SG7). */
export function smsCharacters(context: ToolContext): ComposerTool {
  return {
    below: (composition) => {
      const { outgoing, limit, mode, option, invitation } = composition;
      if (mode === 'note' || option.reason !== null || invitation || limit.unit !== 'sms-parts') return nothing;
      if (outgoing.text.length > longestCounted) return nothing;
      const { unicode, perPart } = smsSegments(outgoing.text);
      if (unicode.length === 0) return nothing;
      const { all, more, title } = context.texts.unicode;
      const plain = (): void =>
        replaceAll(context, plainSms(composition.text, recipientValues(composition.conversation.recipient)));
      return html`<div class="characters" part="characters" role="group" aria-labelledby="characters">
        <span id="characters" class="characters-title">${title(perPart)}</span>
        ${unicode.slice(0, mostButtons).map((character) => replaceButton(character, composition, context))}
        ${unicode.length > mostButtons ? html`<span>${more(unicode.length - mostButtons)}</span>` : nothing}
        ${
          unicode.filter(({ replacement }) => replacement !== null).length > 1
            ? html`<button type="button" class="link" @click=${plain}>${all}</button>`
            : nothing
        }
      </div>`;
    },
  };
}

function replaceButton(
  { character, replacement }: UnicodeCharacter,
  { text, conversation }: Composition,
  context: ToolContext,
): TemplateResult {
  const { unicode } = context.texts;
  const shown = visibleCharacter(character);
  const name =
    replacement === null
      ? unicode.byHand(shown)
      : replacement === ''
        ? unicode.omit(shown)
        : unicode.with(shown, visibleCharacter(replacement));
  const values = recipientValues(conversation.recipient);
  const replace = (): void => {
    if (replacement === null) select(context, character);
    else replaceAll(context, replaceInSms(text, character, values));
  };
  return html`<button type="button" class="button compact" @click=${replace}>${name}</button>`;
}

/** Something to see, whatever the character. */
function visibleCharacter(character: string): string {
  if (/^[\p{C}\p{Z}]/u.test(character))
    return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /^\p{M}/u.test(character) ? `◌${character}` : `“${character}”`;
}

/** One step for undo; only what differs is replaced, so that the caret stays near it. */
function replaceAll({ textArea }: ToolContext, text: string): void {
  const area = textArea.element;
  if (!area || area.readOnly || area.disabled) return;
  const { value } = area;
  let start = 0;
  while (start < value.length && start < text.length && value[start] === text[start]) start += 1;
  let tail = 0;
  while (tail < value.length - start && tail < text.length - start && value.at(-1 - tail) === text.at(-1 - tail))
    tail += 1;
  replaceText(area, { start, end: value.length - tail }, text.slice(start, text.length - tail));
}

/** Nothing fits instead: the agent writes something else. What comes from a placeholder is mended in the text as well. */
function select({ textArea }: ToolContext, character: string): void {
  const start = textArea.element?.value.indexOf(character) ?? -1;
  if (start >= 0) textArea.select(start, start + character.length);
  else textArea.focusEnd();
}
