import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Messages } from '../../controllers/localization.ts';
import type { Conversation, ConversationState, CoWorker } from '../../domain/model.ts';
import { backIcon, detailsIcon, markUnreadIcon, openSourceIcon } from '../../styles/icons.ts';
import type { ViewCommand } from '../events.ts';
import { recipientName } from '../recipient.ts';

/** What stands above the messages. */
export interface HeaderInputs {
  readonly conversation: Conversation | null;
  readonly messages: Messages;
  readonly agent: CoWorker | null;
  /** Names of co-workers and branches by id. */
  readonly directory: {
    readonly coWorkers: ReadonlyMap<string, string>;
    readonly branches: ReadonlyMap<string, string>;
  };
  readonly commands: readonly ViewCommand[];
  /** What comes later: assign, tags, archive and more. */
  readonly tools: { buttons(): unknown } | null;
  readonly showsDetails: boolean;
  /** Way back to the list, where only one pane is shown. */
  readonly onBack: (() => void) | null;
}

/** What a conversation is offered that is done or spam instead of somebody who looks after it; the first is meant most often. */
const ways: Partial<Record<ConversationState, string>> = {
  archived: 'reopen start-conversation',
  spam: 'not-spam',
};

/** Who this conversation is with, the way back, and what can be done with it. */
export function messagesHeader(inputs: HeaderInputs): TemplateResult {
  const { conversation, messages, onBack, showsDetails } = inputs;
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
    ${iconButton(inputs, 'mark-unread', markUnreadIcon(), undefined, 'roomy')} ${inputs.tools?.buttons()}
    ${iconButton(inputs, 'open-source', openSourceIcon())}
    ${iconButton(inputs, 'toggle-details', detailsIcon(), showsDetails ? 'true' : 'false')}
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
export function stateStrip({ conversation, messages, commands }: HeaderInputs): TemplateResult | typeof nothing {
  const { view, common } = messages;
  const done = conversation ? ways[conversation.state] : undefined;
  if (!conversation || (!done && conversation.coWorkerId !== null)) return nothing;
  return html`<div class="strip">
    <span>${done ? view.states[conversation.state] : common.unassigned}</span>
    ${(done ?? 'assign-to-me').split(' ').map((way) => {
      const command = commands.find(({ id }) => id === way);
      return command?.enabled
        ? html`<button type="button" class="button" @click=${() => run(command)}>${command.label}</button>`
        : nothing;
    })}
  </div>`;
}

function iconButton(
  { commands }: HeaderInputs,
  id: string,
  icon: TemplateResult,
  isExpanded?: 'true' | 'false',
  className = '',
): TemplateResult | typeof nothing {
  const command = commands.find((one) => one.id === id);
  if (!command) return nothing;
  return html`<button
    type="button"
    class="button quiet icon-only ${className}"
    data-command=${id}
    aria-label=${command.label}
    title=${command.label}
    aria-disabled=${command.enabled ? 'false' : 'true'}
    aria-expanded=${ifDefined(isExpanded)}
    @click=${() => run(command)}
  >
    ${icon}
  </button>`;
}

/** What went wrong stands in the view's banner; nothing else is to be done about it here. */
function run(command: ViewCommand): void {
  command.run().catch(() => undefined);
}
