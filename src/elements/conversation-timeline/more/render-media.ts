import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { KnownAddress } from '../../../controllers/file-addresses.ts';
import type { Attachment, Content } from '../../../domain/model.ts';
import { splitFileName } from '../../../domain/visible-text.ts';
import { downloadIcon, fileIcon } from '../../../styles/icons.ts';
import { renderText } from '../render-text.ts';
import type { RowContext } from '../row-context.ts';
import { audioPlayer } from './audio-player.ts';
import { keptSource, renewSource } from './kept-source.ts';
import { isPicture, mediaUrl, readableSize } from './media-facts.ts';

type Media = Extract<Content, { readonly kind: 'image' | 'video' | 'audio' | 'document' | 'sticker' }>;

/** An attachment: shown where that is safe, else as a file to download; with its caption. */
export function renderMedia({ kind, attachment, caption }: Media, context: RowContext): TemplateResult {
  const address = context.desk.addressOf(attachment);
  return html`${preview(kind, { attachment, address }, context) ?? renderFile(attachment, address, context)}${
    caption === null || caption === '' ? nothing : renderText(caption, context)
  }`;
}

/** `null` when the attachment cannot be shown. */
function preview(
  kind: Media['kind'],
  { attachment, address }: { readonly attachment: Attachment; readonly address: KnownAddress },
  context: RowContext,
): TemplateResult | null {
  const url = mediaUrl(address.url);
  const type = attachment.mimeType.toLowerCase().split(';', 1)[0] ?? '';
  const picture = (kind === 'image' || kind === 'sticker') && isPicture(attachment) ? kind : null;
  const isMissing = address.state === 'gone' || address.state === 'away';
  if (isMissing && picture && attachment.url !== null)
    return html`<span class="picture ${picture} gone">${renderFile(attachment, address, context)}</span>`;
  if (url === null || isMissing) return null;
  const failed = (): void => context.desk.fileFailed(attachment);
  if (picture) return renderImage(picture, attachment, mediaUrl(address.thumbnailUrl) ?? url, context);
  const name = context.messages.common.kinds[kind];
  if (kind === 'video' && type.startsWith('video/'))
    return html`<video
      class="video"
      ${keptSource(url, attachment.id)}
      poster=${ifDefined(mediaUrl(address.thumbnailUrl) ?? undefined)}
      aria-label=${name}
      tabindex=${context.tabIndex}
      controls
      preload="none"
      @error=${({ currentTarget }: Event) => {
        if (!renewSource(currentTarget as HTMLVideoElement, url)) failed();
      }}
    ></video>`;
  if (kind === 'audio' && type.startsWith('audio/')) return audioPlayer({ url, name, attachment, failed }, context);
  return null;
}

/** A picture that opens large. */
function renderImage(
  kind: 'image' | 'sticker',
  attachment: Attachment,
  url: string,
  { messages, desk, tabIndex }: RowContext,
): TemplateResult {
  const name = attachment.altText ?? messages.common.kinds[kind];
  return html`<button
    type="button"
    class="picture ${kind}"
    tabindex=${tabIndex}
    @click=${() => desk.enlarge(attachment)}
  >
    <img
      src=${url}
      alt=${name}
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      @error=${() => desk.fileFailed(attachment)}
    />
  </button>`;
}

/** A file by name: its kind stays readable however long the name is. */
function renderFile(attachment: Attachment, address: KnownAddress, context: RowContext): TemplateResult {
  const { messages, formats, tabIndex, more, desk } = context;
  const { stem, extension } = splitFileName(attachment.name);
  const size =
    attachment.sizeBytes === null ? '' : readableSize(attachment.sizeBytes, (value) => formats.number(value));
  const label = html`${fileIcon()}<span class="file-name" dir="ltr"><bdi>${stem}</bdi><span>${extension}</span></span
    >${size === '' ? nothing : html`<small>${size}</small>`}`;
  const { state } = address;
  const url = state === 'ready' || state === 'away' ? mediaUrl(address.url) : null;
  const link =
    url === null
      ? html`<span class="file">${label}</span>`
      : html`<a
          class="file"
          href=${url}
          target="_blank"
          rel="noopener noreferrer"
          download=${attachment.name}
          tabindex=${tabIndex}
          @click=${(event: Event) => desk.openFile(attachment, event)}
          >${label}${downloadIcon()}</a
        >`;
  if (url !== null && state === 'ready') return link;
  return html`${link}<small class="file-note"
      >${
        state === 'away'
          ? html`${more?.texts.files.away}
              <button type="button" class="link" tabindex=${tabIndex} @click=${() => desk.retryFile(attachment)}>
                ${messages.common.retry}
              </button>`
          : state === 'loading'
            ? more?.texts.files.loading
            : more?.texts.files.gone
      }</small
    >`;
}
