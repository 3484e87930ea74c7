import { html, nothing, type TemplateResult } from 'lit';
import type { Composition } from '../../controllers/composer-controller.ts';
import { noteIcon, sendIcon } from '../../styles/icons.ts';
import type { LazyTools } from './lazy-tools.ts';
import type { ToolPlace } from './tools/tool.ts';
import { type ComposerWords, obstacleSentence, sendName } from './words.ts';

/** What the line below the text needs to know besides the composition. */
export interface FootContext extends ComposerWords {
  readonly canSend: boolean;
  readonly isOffline: boolean;
  readonly send: () => void;
  readonly tools: LazyTools;
  readonly isEmpty: boolean;
}

/** Below the text: tools, how much is used, why it cannot be sent, and Send. */
export function composerFoot(composition: Composition | null, context: FootContext): TemplateResult {
  const { composer } = context.messages;
  const isNote = composition?.mode === 'note';
  const waits = !isNote && context.isOffline && composition?.obstacle === null;
  const at = (place: ToolPlace): unknown => composition && context.tools.at(place, composition);
  return html`<div class="bar" part="tools">${at('bar')}</div>
    ${at('counter')} ${reason(composition, context)} ${waits ? html`<p class="hint">${composer.offline}</p>` : nothing}
    <div class="go">
      <button
        type="button"
        class="button send ${isNote ? 'note' : 'primary'}"
        part="send"
        aria-disabled=${!context.canSend}
        aria-label=${composition ? sendName(composition, context) : composer.send}
        aria-describedby="reason"
        aria-keyshortcuts="Control+Shift+S"
        @click=${context.send}
      >
        ${isNote ? noteIcon() : sendIcon()}<span>${isNote ? composer.addNote : composer.send}</span>
      </button>
      ${at('afterSend')}
    </div>`;
}

/** The reason Send is disabled, where the eye is; what stands elsewhere already is only for assistive technology. */
function reason(composition: Composition | null, words: FootContext): TemplateResult {
  if (!composition) {
    const { loading } = words.messages.composer.obstacles;
    return html`<p id="reason" class=${words.isEmpty ? 'visually-hidden' : 'hint'} part="reason">${loading}</p>`;
  }
  const { obstacle } = composition;
  const isShownElsewhere = obstacle === null || obstacle.type === 'empty' || obstacle.type === 'locked';
  const isPatient = obstacle?.type === 'files' && obstacle.waits;
  const look = isShownElsewhere ? 'visually-hidden' : isPatient ? 'hint' : 'reason';
  return html`<p id="reason" class=${look} part="reason">${obstacleSentence(obstacle, composition, words)}</p>`;
}
