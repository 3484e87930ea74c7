import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { ConversationState } from '../../../domain/model.ts';
import { runTold } from '../../../dom/run-told.ts';
import { detailsIcon, markUnreadIcon, openSourceIcon } from '../../../styles/icons.ts';
import type { ViewCommand } from '../../events.ts';

/** What the buttons above the messages depend on. */
export interface ButtonInputs {
  readonly commands: readonly ViewCommand[];
  /** Those of the tools: assign, tags, archive and more. */
  readonly tools: { buttons(): unknown } | null;
  readonly showsDetails: boolean;
}

/** In the header, beside the name. */
export function headerButtons(inputs: ButtonInputs): TemplateResult {
  return html`${iconButton(inputs, 'mark-unread', markUnreadIcon(), undefined, 'roomy')} ${inputs.tools?.buttons()}
  ${iconButton(inputs, 'open-source', openSourceIcon())}
  ${iconButton(inputs, 'toggle-details', detailsIcon(), inputs.showsDetails ? 'true' : 'false')}`;
}

/** What a conversation is offered that is done or spam instead of somebody who looks after it; the first is meant most often. */
const ways: Partial<Record<ConversationState, readonly string[]>> = {
  archived: ['reopen', 'start-conversation'],
  spam: ['not-spam'],
};

/** In the strip below it: what can be carried out now. */
export function stripButtons(state: ConversationState, commands: readonly ViewCommand[]): readonly unknown[] {
  return (ways[state] ?? ['assign-to-me']).map((id) => {
    const command = commands.find((one) => one.id === id);
    return command?.enabled
      ? html`<button type="button" class="button" @click=${() => runTold(command)}>${command.label}</button>`
      : nothing;
  });
}

function iconButton(
  { commands }: ButtonInputs,
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
    @click=${() => runTold(command)}
  >
    ${icon}
  </button>`;
}
