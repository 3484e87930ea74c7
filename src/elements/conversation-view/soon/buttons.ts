import { html, nothing, type TemplateResult } from 'lit';
import type { ConversationState } from '../../../domain/model.ts';
import { runTold } from '../../../dom/run-told.ts';
import { detailsIcon, markUnreadIcon, openSourceIcon } from '../../../styles/icons.ts';
import type { ViewCommand } from '../../events.ts';
import { commandButton } from '../command.ts';

/** What the buttons above the messages depend on. */
export interface ButtonInputs {
  readonly commands: readonly ViewCommand[];
  /** Those of the tools: assign, tags, archive and more. */
  readonly tools: { buttons(): unknown } | null;
  readonly showsDetails: boolean;
}

/** In the header, beside the name. */
export function headerButtons({ commands, tools, showsDetails }: ButtonInputs): TemplateResult {
  return html`${commandButton(commands, 'mark-unread', markUnreadIcon(), { isRoomy: true })} ${tools?.buttons()}
  ${commandButton(commands, 'open-source', openSourceIcon())}
  ${commandButton(commands, 'toggle-details', detailsIcon(), { isExpanded: showsDetails })}`;
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
