import { html, nothing, type TemplateResult } from 'lit';
import type { DeliveryStatus, Message, Reaction } from '../../../domain/model.ts';
import { readableNumber, visibleName } from '../../../domain/visible-text.ts';
import { replyIcon } from '../../../styles/icons.ts';
import { authorName, spokenText } from '../render-message.ts';
import { renderEarlier } from './render-changed.ts';
import type { RowContext } from '../row-context.ts';

/** As much of what is answered as one glance takes in. */
const longestQuote = 160;
/** In the order in which they are reached. */
const statusOrder: readonly DeliveryStatus[] = [
  'queued',
  'sending',
  'unknown',
  'accepted',
  'sent',
  'delivered',
  'read',
  'failed',
  'cancelled',
];

/** What a message answers; leads there (A12). */
export function renderQuote(messageId: string, context: RowContext): TemplateResult {
  const { messages, more, tabIndex, desk } = context;
  const original = desk.find(messageId);
  const texts = more?.texts.quote;
  const name = original ? authorName(original.author, messages) : '';
  return html`<button type="button" class="quote" tabindex=${tabIndex} @click=${() => desk.show(messageId)}>
    ${replyIcon()}<span class="visually-hidden">${original ? texts?.lead(name) : texts?.leadEarlier}: </span>
    <span class="quote-text"
      >${
        original
          ? html`<bdi class="quote-name">${name}</bdi>
              <bdi>${spokenText(original, messages).slice(0, longestQuote)}</bdi>`
          : texts?.earlier
      }</span
    >
  </button>`;
}

/** Who reacted with what; the same ones are counted together. */
export function renderReactions({ reactions }: Message, { messages, formats, more }: RowContext): TemplateResult {
  const byEmoji = new Map<string, Reaction[]>();
  for (const reaction of reactions) byEmoji.set(reaction.emoji, [...(byEmoji.get(reaction.emoji) ?? []), reaction]);
  return html`<p class="reactions">
    ${[...byEmoji].map(([emoji, given]) => {
      const names = given.map(({ by }) => authorName(by, messages)).join(', ');
      const label = more?.texts.reactions(emoji, names) ?? '';
      return html`<span class="reaction" role="img" aria-label=${label} title=${label}
        ><bdi>${visibleName(emoji)}</bdi>${given.length > 1 ? formats.number(given.length) : nothing}</span
      >`;
    })}
  </p>`;
}

/** The life of a message: each status with its time, what went wrong in the provider's own words, what was changed (A3, A4). */
export function renderDetails(message: Message, context: RowContext): TemplateResult {
  const { messages, formats, more } = context;
  const { statusTimes, failure, editedAt, earlier = [], deletedAt, at, accountId, direction } = message;
  const texts = more?.texts.details;
  const steps = statusOrder.flatMap((status) => {
    const time = statusTimes[status];
    return time === undefined ? [] : [[messages.status[status], formats.exact(time)] as const];
  });
  const facts: readonly (readonly [string | undefined, string | null])[] = [
    [direction === 'incoming' ? texts?.received : texts?.written, formats.exact(at)],
    ...steps,
    [texts?.edited, editedAt === null ? null : formats.exact(editedAt)],
    [texts?.deleted, deletedAt === null ? null : formats.exact(deletedAt)],
    [texts?.account, accountId === null ? null : readableNumber(accountId)],
    [texts?.code, failure?.providerCode ?? null],
    [texts?.detail, failure?.detail ?? null],
  ];
  return html`<dl class="details" aria-label=${texts?.title ?? ''}>
    ${deletedAt === null ? renderEarlier(earlier, context) : nothing}
    ${facts.map(([name, value]) =>
      value === null || value === ''
        ? nothing
        : html`<div>
            <dt>${name}</dt>
            <dd><bdi>${value}</bdi></dd>
          </div>`,
    )}
  </dl>`;
}
