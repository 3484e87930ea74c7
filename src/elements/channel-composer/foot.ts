import { html, nothing, type TemplateResult } from 'lit';
import type { Composition } from '../../controllers/composer-controller.ts';
import { noteIcon, sendIcon } from '../../styles/icons.ts';
import type { LazyTools } from './lazy-tools.ts';
import { type ComposerWords, obstacleSentence, sendName } from './words.ts';

/** What the line below the text needs to know besides the composition. */
export interface FootContext extends ComposerWords {
  readonly canSend: boolean;
  readonly isOffline: boolean;
  readonly send: () => void;
  readonly tools: LazyTools;
}

/** Below the text: tools, how much is used, why it cannot be sent, and Send. */
export function composerFoot(composition: Composition, context: FootContext): TemplateResult {
  const { composer } = context.messages;
  const isNote = composition.mode === 'note';
  const waits = !isNote && context.isOffline && composition.obstacle === null;
  return html`<div class="bar" part="tools">${context.tools.at('bar', composition)}</div>
    ${context.tools.at('counter', composition)} ${reason(composition, context)}
    ${waits ? html`<p class="hint">${composer.offline}</p>` : nothing}
    <div class="go">
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
      </button>
      ${context.tools.at('afterSend', composition)}
    </div>`;
}

/** The reason Send is disabled, where the eye is; what stands elsewhere already is only for assistive technology. */
function reason(composition: Composition, words: ComposerWords): TemplateResult {
  const { obstacle } = composition;
  const isShownElsewhere = obstacle === null || obstacle.type === 'empty' || obstacle.type === 'locked';
  const isPatient = obstacle?.type === 'files' && obstacle.waits;
  const look = isShownElsewhere ? 'visually-hidden' : isPatient ? 'hint' : 'reason';
  return html`<p id="reason" class=${look} part="reason">${obstacleSentence(obstacle, composition, words)}</p>`;
}
