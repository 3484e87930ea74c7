import { html, nothing, type TemplateResult } from 'lit';
import { channelIcon, recipientName } from '../../recipient.ts';
import type { RowContext, Thread } from '../row-context.ts';

/** Which conversation goes on here; leads to it (A2, A13). */
export function renderThread({ message, conversation, by }: Thread, context: RowContext): TemplateResult {
  const { messages, formats, more, tabIndex, desk } = context;
  const texts = more?.texts.thread;
  const name = conversation ? recipientName(conversation, messages) : '';
  const since = conversation ? (texts?.since(formats.longDate(conversation.startedAt)) ?? '') : '';
  const { organisation = null } = conversation?.recipient ?? {};
  const state = conversation && conversation.state !== 'assigned' ? messages.common.states[conversation.state] : '';
  return html`<p class="thread">
    ${message.channel ? channelIcon(message.channel) : nothing}
    ${
      conversation
        ? html`<button
            type="button"
            class="link"
            tabindex=${tabIndex}
            aria-label=${by === 'recipient' ? (texts?.lead(name) ?? nothing) : nothing}
            @click=${() => desk.open(conversation, message)}
          >
            ${by === 'time' ? html`<span class="visually-hidden">${texts?.leadHere}: </span>` : nothing}<bdi
              >${by === 'recipient' ? name : since}</bdi
            >
          </button>`
        : nothing
    }
    ${by === 'recipient' && organisation ? html`<bdi>${organisation}</bdi>` : nothing}
    ${by === 'time' && state !== '' ? html`<span>${state}</span>` : nothing}
  </p>`;
}
