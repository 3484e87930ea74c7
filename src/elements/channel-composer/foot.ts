import { html, nothing, type TemplateResult } from 'lit';
import type { Composition } from '../../controllers/composer-controller.ts';
import { smsSegments } from '../../domain/sms-segments.ts';
import { noteIcon, sendIcon } from '../../styles/icons.ts';
import { type ComposerWords, obstacleSentence, sendName } from './words.ts';

/** Longer texts are too long for any channel that counts in parts; counting them exactly helps nobody. */
const longestCounted = 10_000;
const mostNamedCharacters = 6;

/** What the line below the text needs to know besides the composition. */
export interface FootContext extends ComposerWords {
  readonly canSend: boolean;
  readonly isOffline: boolean;
  readonly send: () => void;
}

/** Below the text: how much is used, why it cannot be sent, and Send. */
export function composerFoot(composition: Composition, context: FootContext): TemplateResult {
  const { composer } = context.messages;
  const isNote = composition.mode === 'note';
  const waits = !isNote && context.isOffline && composition.obstacle === null;
  return html`${segmentCounter(composition, context)} ${reason(composition, context)}
    ${waits ? html`<p class="hint">${composer.offline}</p>` : nothing}
    <button
      type="button"
      class="button send ${isNote ? 'note' : 'primary'}"
      part="send"
      aria-disabled=${!context.canSend}
      aria-label=${sendName(composition, context)}
      aria-describedby="reason"
      aria-keyshortcuts="Control+Shift+S"
      @click=${context.send}
    >
      ${isNote ? noteIcon() : sendIcon()}<span>${isNote ? composer.addNote : composer.send}</span>
    </button>`;
}

/** How much of the channel's limit is used: parts of a text message always, characters when it gets tight. */
function segmentCounter(
  composition: Composition,
  { messages, formats }: ComposerWords,
): TemplateResult | typeof nothing {
  const { composer } = messages;
  const { outgoing, limit } = composition;
  const { length } = outgoing.text;
  if (composition.mode === 'note' || composition.option.reason !== null) return nothing;
  if (limit.unit !== 'sms-parts') {
    if (limit.limit === null || length < limit.limit * 0.8) return nothing;
    return counter(composer.usedOf(formats.number(length), formats.number(limit.limit)));
  }
  if (length > longestCounted) return nothing;
  const { parts, leftInPart, unicode } = smsSegments(outgoing.text);
  const named = unicode.slice(0, mostNamedCharacters).map(({ character }) => character);
  const unicodeNote =
    named.length === 0 ? nothing : html`<span class="unicode"> · ${composer.unicode(named.join(' '))}</span>`;
  return counter(html`${composer.parts(parts)} · ${composer.partLeft(leftInPart)}${unicodeNote}`);
}

function counter(content: unknown): TemplateResult {
  return html`<span class="counter" part="segments">${content}</span>`;
}

/** The reason Send is disabled, where the eye is; what stands elsewhere already is only for assistive technology. */
function reason(composition: Composition, words: ComposerWords): TemplateResult {
  const { obstacle } = composition;
  const isShownElsewhere = obstacle === null || obstacle.type === 'empty' || obstacle.type === 'locked';
  return html`<p id="reason" class=${isShownElsewhere ? 'visually-hidden' : 'reason'} part="reason">
    ${obstacleSentence(obstacle, composition, words)}
  </p>`;
}
