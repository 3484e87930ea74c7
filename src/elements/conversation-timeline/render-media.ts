import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Attachment, Content } from '../../domain/model.ts';
import { splitFileName } from '../../domain/visible-text.ts';
import { safeUrl } from '../../dom/safe-url.ts';
import { downloadIcon, fileIcon } from '../../styles/icons.ts';
import { renderText } from './render-text.ts';
import type { RowContext } from './row-context.ts';

type Media = Extract<Content, { readonly kind: 'image' | 'video' | 'audio' | 'document' | 'sticker' }>;

/** Pictures that cannot carry scripts; everything else that calls itself an image is a download. */
const rasterImages = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp']);
const kilobyte = 1000;

/** An attachment: shown where that is safe, else as a file to download; with its caption. */
export function renderMedia({ kind, attachment, caption }: Media, context: RowContext): TemplateResult {
  return html`${preview(kind, attachment, context) ?? renderFile(attachment, context)}${
    caption === null || caption === '' ? nothing : renderText(caption, context)
  }`;
}

/** `null` when the attachment cannot be shown. */
function preview(kind: Media['kind'], attachment: Attachment, context: RowContext): TemplateResult | null {
  const url = mediaUrl(attachment.url);
  const type = attachment.mimeType.toLowerCase().split(';', 1)[0] ?? '';
  if (url === null) return null;
  if ((kind === 'image' || kind === 'sticker') && rasterImages.has(type))
    return renderImage(kind, attachment, url, context);
  const name = context.messages.common.kinds[kind];
  if (kind === 'video' && type.startsWith('video/'))
    return html`<video
      class="video"
      src=${url}
      poster=${ifDefined(mediaUrl(attachment.thumbnailUrl) ?? undefined)}
      aria-label=${name}
      tabindex=${context.tabIndex}
      controls
      preload="none"
    ></video>`;
  if (kind === 'audio' && type.startsWith('audio/'))
    return html`<audio
      class="audio"
      src=${url}
      aria-label=${name}
      tabindex=${context.tabIndex}
      controls
      preload="none"
    ></audio>`;
  return null;
}

function renderImage(
  kind: 'image' | 'sticker',
  attachment: Attachment,
  url: string,
  context: RowContext,
): TemplateResult {
  const name = attachment.altText ?? context.messages.common.kinds[kind];
  return html`<a
    class="picture ${kind}"
    href=${url}
    target="_blank"
    rel="noopener noreferrer"
    tabindex=${context.tabIndex}
    ><img
      src=${mediaUrl(attachment.thumbnailUrl) ?? url}
      alt=${name}
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
  /></a>`;
}

/** A file by name: its kind stays readable however long the name is. */
function renderFile(attachment: Attachment, context: RowContext): TemplateResult {
  const { messages, formats, tabIndex } = context;
  const { stem, extension } = splitFileName(attachment.name);
  const url = mediaUrl(attachment.url);
  const size =
    attachment.sizeBytes === null ? '' : readableSize(attachment.sizeBytes, (value) => formats.number(value));
  const label = html`${fileIcon()}<span class="file-name"><bdi>${stem}</bdi><span>${extension}</span></span>`;
  if (url === null)
    return html`<span class="file">${label}</span><small class="file-note">${messages.timeline.attachmentGone}</small>`;
  return html`<a
    class="file"
    href=${url}
    target="_blank"
    rel="noopener noreferrer"
    download=${attachment.name}
    tabindex=${tabIndex}
    >${label}${size === '' ? nothing : html`<small>${size}</small>`}${downloadIcon()}</a
  >`;
}

/** What the adapter made itself may also be a `blob:` of this page. */
function mediaUrl(url: string | null): string | null {
  return url?.startsWith(`blob:${location.origin}/`) ? url : safeUrl(url);
}

function readableSize(bytes: number, number: (value: number) => string): string {
  if (bytes < kilobyte) return `${number(bytes)} B`;
  const megabytes = bytes / kilobyte / kilobyte;
  if (megabytes < 1) return `${number(Math.round(bytes / kilobyte))} kB`;
  return `${number(Math.round(megabytes * 10) / 10)} MB`;
}
