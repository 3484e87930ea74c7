import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../controllers/localization.ts';
import type { Conversation, CoWorker } from '../../domain/model.ts';
import type { ViewTexts } from '../../locales/view.ts';
import { backIcon } from '../../styles/icons.ts';
import { recipientName } from '../recipient.ts';
import type { ViewSoon } from './soon/soon.ts';

/** What stands above the messages. */
export interface HeaderInputs {
  readonly conversation: Conversation | null;
  readonly messages: Messages<ViewTexts>;
  readonly agent: CoWorker | null;
  /** Names of co-workers and branches by id. */
  readonly directory: {
    readonly coWorkers: ReadonlyMap<string, string>;
    readonly branches: ReadonlyMap<string, string>;
  };
  /** What can be done with it; `null` until that has loaded. */
  readonly soon: Pick<ViewSoon, 'buttons' | 'ways'> | null;
  /** Way back to the list, where only one pane is shown. */
  readonly onBack: (() => void) | null;
}

/** Who this conversation is with, the way back, and what can be done with it. */
export function messagesHeader(inputs: HeaderInputs): TemplateResult {
  const { conversation, messages, onBack, soon } = inputs;
  const subtitle = subtitleOf(inputs);
  const { view } = messages;
  return html`<div class="header" part="header">
    ${
      onBack
        ? html`<button
            type="button"
            class="button quiet icon-only back"
            aria-label=${view.backToConversations}
            title=${view.backToConversations}
            @click=${onBack}
          >
            ${backIcon()}
          </button>`
        : nothing
    }
    <div class="heading">
      ${conversation ? html`<h2 tabindex="-1"><bdi>${recipientName(conversation, messages)}</bdi></h2>` : nothing}
      ${subtitle === '' ? nothing : html`<p><bdi>${subtitle}</bdi></p>`}
    </div>
    ${soon?.buttons()}
  </div>`;
}

/** Organisation, co-worker and branch; my own name and my own branch go without saying. */
function subtitleOf({ conversation, messages, agent, directory }: HeaderInputs): string {
  if (!conversation) return '';
  const { coWorkerId, branchId, recipient } = conversation;
  return [
    recipient.organisation ?? '',
    coWorkerId === null ? messages.common.unassigned : '',
    coWorkerId === null || coWorkerId === agent?.id ? '' : (directory.coWorkers.get(coWorkerId) ?? ''),
    branchId === null || branchId === agent?.branchId ? '' : (directory.branches.get(branchId) ?? ''),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** What this conversation needs before anything else: somebody who looks after it, or a new one in its place. */
export function stateStrip({ conversation, messages, soon }: HeaderInputs): TemplateResult | typeof nothing {
  const { common } = messages;
  if (!conversation) return nothing;
  const { state, coWorkerId } = conversation;
  const isDone = state === 'archived' || state === 'spam';
  if (!isDone && coWorkerId !== null) return nothing;
  return html`<div class="strip">
    <span>${isDone ? common.states[state] : common.unassigned}</span>
    ${soon?.ways(state)}
  </div>`;
}
