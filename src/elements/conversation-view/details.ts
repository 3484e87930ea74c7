import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../controllers/localization.ts';
import { windowLeft } from '../../controllers/reply-window-controller.ts';
import { capabilitiesOf } from '../../domain/channels.ts';
import type { Conversation, ConversationChannel } from '../../domain/model.ts';
import { replyWindow } from '../../domain/reply-window.ts';
import { readableNumber, visibleName } from '../../domain/visible-text.ts';
import { clearIcon, openSourceIcon } from '../../styles/icons.ts';
import { avatar, channelIcon, mayOpenSource, recipientName } from '../recipient.ts';

/** What the details pane shows and what its buttons do. */
export interface DetailsInputs {
  readonly conversation: Conversation;
  readonly localization: Localization;
  readonly now: number;
  /** Names of co-workers and branches by id. */
  readonly directory: {
    readonly coWorkers: ReadonlyMap<string, string>;
    readonly branches: ReadonlyMap<string, string>;
  };
  readonly onClose: () => void;
  /** What Escape does; `null` where the details are a pane and not a sheet. */
  readonly onEscape: (() => void) | null;
  readonly onOpenSource: () => void;
}

/** Who the recipient is, how they can be reached and until when, and who looks after them. Nothing can be changed here. */
export function detailsPane(inputs: DetailsInputs): TemplateResult {
  const { conversation, localization } = inputs;
  const { view, common } = localization.messages;
  const { recipient, tags } = conversation;
  return html`<section
    id="details-pane"
    class="pane details-pane"
    data-region
    tabindex="-1"
    aria-label=${view.details}
    @keydown=${(event: KeyboardEvent) => pressKey(event, inputs.onEscape)}
  >
    <div class="details-head">
      <span class="details-title">${view.details}</span>
      <button
        type="button"
        class="button quiet icon-only"
        aria-label=${view.closeDetails}
        title=${view.closeDetails}
        @click=${inputs.onClose}
      >
        ${clearIcon()}
      </button>
    </div>
    <div class="scroll details-body" tabindex="0">
      <div class="who">
        ${avatar(recipient, null)}
        <bdi class="who-name">${recipientName(conversation, localization.messages)}</bdi>
        ${recipient.organisation ? html`<bdi class="who-organisation">${visibleName(recipient.organisation)}</bdi>` : nothing}
        <span class="who-kind">${view[recipient.kind]}</span>
        ${
          mayOpenSource(recipient)
            ? html`<button type="button" class="button" @click=${inputs.onOpenSource}>
                ${openSourceIcon()}${common.openSource}
              </button>`
            : nothing
        }
      </div>
      <dl>
        <dt>${view.channels}</dt>
        ${conversation.channels.map((channel) => channelItem(channel, inputs))}
        <dt>${view.coWorker}</dt>
        <dd>${nameOf(conversation.coWorkerId, inputs.directory.coWorkers, common.unassigned)}</dd>
        <dt>${view.branch}</dt>
        <dd>${nameOf(conversation.branchId, inputs.directory.branches, common.unassigned)}</dd>
        <dt>${view.state}</dt>
        <dd>${view.states[conversation.state]}</dd>
        ${tags.length > 0 ? html`<dt>${view.tags}</dt>` : nothing}
        ${tags.map((tag) => html`<dd><bdi>#${visibleName(tag)}</bdi></dd>`)}
      </dl>
    </div>
  </section>`;
}

function pressKey(event: KeyboardEvent, onEscape: (() => void) | null): void {
  if (event.key !== 'Escape' || !onEscape) return;
  event.stopPropagation();
  onEscape();
}

function channelItem(channel: ConversationChannel, { localization, now }: DetailsInputs): TemplateResult {
  const { channels } = localization.messages;
  return html`<dd class="channel">
    ${channelIcon(channel.channel)}<span>${channels[channel.channel]}</span>
    <span class="address"><bdi dir="ltr">${visibleName(readableNumber(channel.address))}</bdi></span>
    <span class="window">${windowText(channel, localization, now)}</span>
  </dd>`;
}

function windowText(channel: ConversationChannel, { messages, formats }: Localization, now: number): string {
  const { view } = messages;
  if (channel.consent === 'denied') return view.consentDenied;
  const window = replyWindow(capabilitiesOf(channel).replyWindow, channel.lastIncomingAt, now);
  switch (window.state) {
    case 'open': {
      const left = windowLeft(window, now);
      return left ? view.windowOpen(formats.duration(left.leftMs)) : view.noReplyWindow;
    }
    case 'template-only':
      return view.windowTemplate;
    case 'closed':
      return view.windowClosed;
  }
}

/** An id that the directory does not know is shown as it is: better than claiming that nobody is there. */
function nameOf(id: string | null, names: ReadonlyMap<string, string>, none: string): string {
  return id === null ? none : (names.get(id) ?? id);
}
