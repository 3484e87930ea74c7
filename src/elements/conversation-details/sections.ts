import { html, nothing, type TemplateResult } from 'lit';
import { windowLeft } from '../../controllers/window-left.ts';
import { windowOf } from '../../domain/channel-windows.ts';
import type { ConversationChannel, ConversationPriority } from '../../domain/model.ts';
import { isSnoozed, priorities } from '../../domain/snooze.ts';
import { readableNumber, visibleName } from '../../domain/visible-text.ts';
import { editIcon, openSourceIcon, pinIcon } from '../../styles/icons.ts';
import { avatar, channelIcon, mayOpenSource, recipientName } from '../recipient.ts';
import type { DetailsInputs } from './inputs.ts';
import { linkedSender, unmatchedSender } from './sender.ts';

/** One subject with its heading, and a way to change it. */
export function section(title: string, content: unknown, action: unknown = nothing): TemplateResult {
  return html`<div class="section" part="section">
    <div class="section-head">
      <h3>${title}</h3>
      ${action}
    </div>
    ${content}
  </div>`;
}

/** Who the recipient is, and the way to their card. */
export function whoSection(inputs: DetailsInputs): TemplateResult {
  const { conversation, localization, texts, openSource } = inputs;
  const { common } = localization.messages;
  const { recipient } = conversation;
  return html`<div class="who">
    ${avatar(recipient, null)}
    <bdi class="who-name">${recipientName(conversation, localization.messages)}</bdi>
    ${recipient.organisation ? html`<bdi class="who-organisation">${visibleName(recipient.organisation)}</bdi>` : nothing}
    <span class="who-kind">${texts.details[recipient.kind]}</span>
    ${
      mayOpenSource(recipient)
        ? html`<button type="button" class="button" @click=${openSource}>
            ${openSourceIcon()}${common.openSource}
          </button>`
        : unmatchedSender(inputs)
    }
    ${linkedSender(inputs)}
  </div>`;
}

/** Addresses with what may be sent there: windows and consent. */
export function channelsSection(inputs: DetailsInputs): TemplateResult {
  const { conversation, texts } = inputs;
  return section(
    texts.details.channels,
    html`<ul class="plain">
      ${conversation.channels.map((channel) => channelItem(channel, inputs))}
    </ul>`,
  );
}

/** Who looks after it, where it belongs, how it stands, how much it presses. */
export function placeSection(inputs: DetailsInputs): TemplateResult {
  const { conversation, texts, localization, directory, can, pin, setPriority } = inputs;
  const { common, rows } = localization.messages;
  const { coWorkerId, branchId, state, startedAt, pinned = false } = conversation;
  const current = conversation.priority ?? 'normal';
  return section(
    texts.details.state,
    html`<dl>
        <dt>${texts.details.coWorker}</dt>
        <dd>
          <bdi>${nameOf(coWorkerId, directory.coWorkers, common.unassigned)}</bdi>
          ${can?.assign ? editButton(texts.details.changeCoWorker, inputs.openAssign) : nothing}
        </dd>
        <dt>${texts.details.branch}</dt>
        <dd>
          <bdi>${nameOf(branchId, directory.branches, common.unassigned)}</bdi>
          ${can?.changeBranch ? editButton(texts.details.changeBranch, inputs.openBranch) : nothing}
        </dd>
        <dt>${texts.details.state}</dt>
        <dd>${common.states[state]}</dd>
        <dt>${texts.details.started}</dt>
        <dd>${localization.formats.dateTime(startedAt)}</dd>
        <dt id="priority-label">${texts.details.priority}</dt>
        <dd>
          <select
            class="field"
            aria-labelledby="priority-label"
            @change=${(event: Event) => setPriority((event.target as HTMLSelectElement).value as ConversationPriority)}
          >
            ${priorities.map((priority) => html`<option value=${priority} ?selected=${priority === current}>${rows.priorities[priority]}</option>`)}
          </select>
        </dd>
      </dl>
      <div class="row">
        <button type="button" class="button" aria-pressed=${pinned ? 'true' : 'false'} @click=${() => pin(!pinned)}>
          ${pinIcon()}${pinned ? texts.details.pinned : texts.actions.pin}
        </button>
      </div>
      ${snoozeLine(inputs)}`,
  );
}

/** Tags, and the way to change them. */
export function tagsSection({ conversation, texts, can, openTags }: DetailsInputs): TemplateResult {
  const { tags } = conversation;
  return section(
    texts.details.tags,
    tags.length === 0
      ? html`<p class="hint">${texts.details.noTags}</p>`
      : html`<ul class="plain tags">
          ${tags.map((tag) => html`<li class="tag"><bdi>#${visibleName(tag)}</bdi></li>`)}
        </ul>`,
    can?.tag ? editButton(texts.details.addTag, openTags) : nothing,
  );
}

function editButton(label: string, run: () => void): TemplateResult {
  return html`<button type="button" class="button quiet icon-only" aria-label=${label} title=${label} @click=${run}>
    ${editIcon()}
  </button>`;
}

function snoozeLine({ conversation, texts, localization, now, wake }: DetailsInputs): TemplateResult | typeof nothing {
  const { snooze } = conversation;
  if (!snooze || !isSnoozed(conversation, now)) return nothing;
  const time = snooze.until === null ? '' : localization.formats.dateTime(snooze.until);
  const text =
    snooze.until === null
      ? texts.details.snoozedReply
      : snooze.untilReply
        ? texts.details.snoozedBoth(time)
        : texts.details.snoozedUntil(time);
  return html`<p class="snoozed">
    <span>${text}</span> <button type="button" class="link" @click=${wake}>${texts.actions.wake}</button>
  </p>`;
}

function channelItem(channel: ConversationChannel, inputs: DetailsInputs): TemplateResult {
  const { localization, texts } = inputs;
  const { channels } = localization.messages;
  const consent = texts.details.consent[channel.consent];
  return html`<li class="channel">
    ${channelIcon(channel.channel)}<span>${channels[channel.channel]}</span>
    <span class="address"><bdi dir="ltr">${visibleName(readableNumber(channel.address))}</bdi></span>
    <span class="window">${windowText(channel, inputs)}</span>
    ${consent === '' || channel.consent === 'denied' ? nothing : html`<span class="window">${consent}</span>`}
  </li>`;
}

function windowText(channel: ConversationChannel, { texts: { details }, localization, now }: DetailsInputs): string {
  if (channel.consent === 'denied') return details.consentDenied;
  const window = windowOf(channel, now);
  switch (window.state) {
    case 'open': {
      const left = windowLeft(window, now);
      return left ? details.windowOpen(localization.formats.duration(left.leftMs)) : details.noReplyWindow;
    }
    case 'template-only':
      return details.windowTemplate;
    case 'closed':
      return details.windowClosed;
  }
}

/** An id that the directory does not know is shown as it is: better than claiming that nobody is there. */
function nameOf(id: string | null, names: ReadonlyMap<string, string>, none: string): string {
  return id === null ? none : (names.get(id) ?? id);
}
