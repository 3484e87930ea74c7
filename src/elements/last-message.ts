import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../controllers/localization.ts';
import type { MessagePreview } from '../domain/model.ts';
import { visibleName } from '../domain/visible-text.ts';
import { incomingIcon, lockIcon, outgoingIcon } from '../styles/icons.ts';

/** A message in one line: its text, else what it is. Nobody writes a text of nothing: it was taken back. */
export function previewText(preview: MessagePreview, { messages }: Localization): string {
  if (preview.kind === 'text' && preview.text === '') return messages.common.deleted;
  return visibleName(preview.text).replaceAll(/\s+/gu, ' ') || messages.common.kinds[preview.kind];
}

/** Which way a message went: an arrow in, an arrow out, a lock for what stays inside. */
export function directionIcon({ direction }: MessagePreview): TemplateResult | typeof nothing {
  if (direction === 'incoming') return incomingIcon();
  if (direction === 'outgoing') return outgoingIcon();
  return direction === 'note' ? lockIcon() : nothing;
}

/** When it was, short, with the whole date on hover. */
export function lastMessageTime(
  message: MessagePreview | null,
  { formats }: Localization,
  now: number,
): TemplateResult | typeof nothing {
  if (!message) return nothing;
  const { at } = message;
  return html`<time
    datetime=${new Date(at).toISOString()}
    title=${formats.dateTime(at)}
    .textContent=${formats.short(at, now)}
  ></time>`;
}
