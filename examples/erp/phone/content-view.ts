import { html, nothing, type TemplateResult } from 'lit';
import type { Attachment, Content, MessageButton } from '../../../src/domain/model.ts';
import { linkify, type TextPart } from '../../../src/dom/linkify.ts';
import { safeUrl } from '../../../src/dom/safe-url.ts';
import type { PhoneApp } from './phone-app.ts';
import type { PhoneMessage } from './phone-line.ts';

/** What a message shows on a phone: words, pictures, sounds, places, cards, and buttons that answer when tapped. */
export function contentView(app: PhoneApp, message: PhoneMessage): unknown {
  const { content } = message;
  switch (content.kind) {
    case 'text':
      return textView(app, content.text);
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return html`${mediaView(app, content.kind, content.attachment)}
      ${content.caption ? textView(app, content.caption) : nothing}`;
    case 'location':
      return placeView(content.label ?? '', content);
    case 'contacts':
      return content.contacts.map(
        ({ name, phones, emails }) =>
          html`<div class="card">
            <span aria-hidden="true">👤</span>
            <p>
              <bdi>${name}</bdi> ${[...phones, ...emails].map((line) => html`<br /><bdi class="detail">${line}</bdi>`)}
            </p>
          </div>`,
      );
    case 'template':
      return html`${headerFile(app, content)}
      ${content.header ? html`<p dir="auto"><b>${content.header}</b></p>` : nothing} ${textView(app, content.body)}
      ${content.footer ? html`<p dir="auto"><small>${content.footer}</small></p>` : nothing}
      ${buttonsView(app, message, content.buttons)}`;
    case 'list':
      return listView(app, message, content);
    case 'choice':
      return html`<p dir="auto"><b>${content.title}</b></p>
        ${content.description ? html`<p dir="auto"><small>${content.description}</small></p>` : nothing}`;
    case 'interactive':
      return html`${content.header ? html`<p dir="auto"><b>${content.header}</b></p>` : nothing}
      ${textView(app, content.body)}
      ${content.footer ? html`<p dir="auto"><small>${content.footer}</small></p>` : nothing}
      ${buttonsView(app, message, content.buttons)}`;
    case 'unsupported':
    case 'event':
      return html`<p>${app.texts.cannotShow}</p>`;
  }
}

/** White space shows on a phone: nothing but the words stands in the paragraph. */
function textView(app: PhoneApp, text: string): TemplateResult {
  const words = linkify(text).map((part) => (part.kind === 'text' ? part.text : linkView(app, part)));
  return html`<p dir="auto">${words}</p>`;
}

/** Links work as on a phone: one into WhatsApp opens it here. */
function linkView(app: PhoneApp, part: Extract<TextPart, { readonly kind: 'link' }>): TemplateResult {
  const isWhatsApp = part.type === 'url' && new URL(part.href).hostname === 'wa.me';
  const onClick = (event: Event): void => {
    event.preventDefault();
    app.openWhatsApp(new URL(part.href));
  };
  return isWhatsApp
    ? html`<a href=${part.href} @click=${onClick}>${part.text}</a>`
    : html`<a href=${part.href} target="_blank" rel="noopener noreferrer">${part.text}</a>`;
}

function mediaView(app: PhoneApp, kind: string, attachment: Attachment): TemplateResult {
  const { name, altText, mimeType } = attachment;
  const url = app.addressOf(attachment);
  const isPicture = kind === 'sticker' || (kind === 'image' && mimeType !== 'image/svg+xml');
  if (url !== null && isPicture) return html`<img class="picture" src=${url} alt=${altText ?? name} />`;
  if (url !== null && kind === 'audio') return html`<audio src=${url} aria-label=${name} controls></audio>`;
  if (url !== null && kind === 'video')
    return html`<video class="picture" src=${url} aria-label=${name} controls></video>`;
  const shown = url === null ? html`<bdi>${name}</bdi>` : html`<a href=${url} download=${name}><bdi>${name}</bdi></a>`;
  return html`<div class="card">
    <span aria-hidden="true">📄</span>
    <p>${shown}</p>
  </div>`;
}

function placeView(
  label: string,
  { latitude, longitude }: { readonly latitude: number; readonly longitude: number },
): TemplateResult {
  return html`<div class="card">
    <span aria-hidden="true">📍</span>
    <p>
      ${label === '' ? nothing : html`<bdi>${label}</bdi><br />`}
      <bdi class="detail">${latitude}, ${longitude}</bdi>
    </p>
  </div>`;
}

/** The picture, video, document or place above the words of a template. */
function headerFile(app: PhoneApp, { filling }: Extract<Content, { kind: 'template' }>): unknown {
  return (filling?.places ?? []).map(({ value }) => {
    if (value.type === 'location')
      return placeView([value.name, value.address].filter((line) => line !== '').join(', '), value);
    if (value.type !== 'media') return nothing;
    const [family] = value.attachment.mimeType.split('/', 1);
    return mediaView(app, family === 'image' || family === 'video' ? family : 'document', value.attachment);
  });
}

/** A list opens by its button; a tap on a row sends it as the answer. */
function listView(app: PhoneApp, message: PhoneMessage, content: Extract<Content, { kind: 'list' }>): TemplateResult {
  const { header, body, footer, button, sections } = content;
  return html`${header ? html`<p dir="auto"><b>${header}</b></p>` : nothing} ${textView(app, body)}
    ${footer ? html`<p dir="auto"><small>${footer}</small></p>` : nothing}
    <details class="choices">
      <summary class="tap"><span aria-hidden="true">☰</span> ${button}</summary>
      ${sections.map(
        ({ title, rows }) =>
          html`${title ? html`<p class="detail" dir="auto">${title}</p>` : nothing}
            <div class="taps">
              ${rows.map(
                (row) =>
                  html`<button
                    type="button"
                    class="tap"
                    ?disabled=${message.isMine}
                    @click=${() => void app.chooseRow(message, row)}
                  >
                    ${row.title}${row.description ? html`<br /><small>${row.description}</small>` : nothing}
                  </button>`,
              )}
            </div>`,
      )}
    </details>`;
}

function buttonsView(app: PhoneApp, message: PhoneMessage, buttons: readonly MessageButton[]): unknown {
  if (buttons.length === 0) return nothing;
  return html`<div class="taps">${buttons.map((button) => tapView(app, message, button))}</div>`;
}

/** What stands before a button's words. */
const signs: Readonly<Record<MessageButton['type'], string>> = { reply: '↩', url: '↗', phone: '📞', 'copy-code': '📋' };

function tapView(app: PhoneApp, message: PhoneMessage, { type, label, value }: MessageButton): TemplateResult {
  const sign = html`<span aria-hidden="true">${signs[type]}</span>`;
  const href = safeUrl(type === 'phone' ? `tel:${value ?? ''}` : type === 'url' ? value : null);
  if (href !== null)
    return html`<a class="tap" href=${href} target="_blank" rel="noopener noreferrer">${sign} ${label}</a>`;
  const isCopied = type === 'copy-code' && app.copiedFrom === message.id;
  const tap = (): void => void (type === 'copy-code' ? app.copy(message, value ?? label) : app.tap(message, label));
  return html`<button type="button" class="tap" ?disabled=${type === 'reply' && message.isMine} @click=${tap}>
    ${sign} ${isCopied ? app.texts.copied : label}
  </button>`;
}
