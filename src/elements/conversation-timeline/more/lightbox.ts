import { html, type LitElement, nothing, render, type TemplateResult } from 'lit';
import type { KnownAddress } from '../../../controllers/file-addresses.ts';
import { followDialogs } from '../../../controllers/open-dialogs.ts';
import type { Formats } from '../../../controllers/formats.ts';
import type { Attachment } from '../../../domain/model.ts';
import { addStyles } from '../../../dom/add-styles.ts';
import type { TimelineMoreTexts } from '../../../locales/timeline-more.ts';
import { addIcon, backIcon, clearIcon, downloadIcon, minusIcon, outgoingIcon } from '../../../styles/icons.ts';
import { lightboxStyles } from './lightbox.styles.ts';
import { mediaUrl } from './media-facts.ts';

/** A picture and the message that carries it. */
export interface CarriedPicture {
  readonly attachment: Attachment;
  readonly messageId: string;
}

/** What a lightbox shows. */
interface LightboxPictures {
  readonly pictures: readonly CarriedPicture[];
  readonly first: Attachment;
  /** Whether the sender took a message back meanwhile. */
  readonly isTakenBack: (messageId: string) => boolean;
  /** Says something after the lightbox closed by itself. */
  readonly say: (text: string) => void;
  /** Takes the focus when what had it is gone. */
  readonly takeFocus: () => void;
  readonly addressOf: (attachment: Attachment) => KnownAddress;
  readonly fileFailed: (attachment: Attachment) => void;
  readonly texts: TimelineMoreTexts['lightbox'];
  readonly formats: Formats;
}

const largest = 8;
const step = 1.5;

/** Pictures one at a time over the whole page: arrow keys change, `+`, `-` and `0` zoom, Escape closes. */
export class Lightbox {
  readonly #given: LightboxPictures;
  readonly #dialog: HTMLDialogElement;
  readonly #opener: Element | null;
  #pictures: readonly CarriedPicture[];
  #index: number;
  #zoom = 1;

  /** Opens it in the shadow tree of `host`; the focus goes back to where it was when it closes. */
  constructor(host: LitElement, given: LightboxPictures) {
    this.#given = given;
    this.#opener = host.shadowRoot?.activeElement ?? null;
    this.#pictures = given.pictures;
    this.#index = Math.max(
      0,
      given.pictures.findIndex(({ attachment }) => attachment.id === given.first.id),
    );
    const { ownerDocument, renderRoot } = host;
    addStyles(renderRoot, [lightboxStyles]);
    this.#dialog = ownerDocument.createElement('dialog');
    this.#dialog.className = 'lightbox';
    this.#dialog.setAttribute('aria-label', given.texts.title);
    this.#dialog.addEventListener('keydown', (event) => this.#press(event));
    this.#dialog.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    this.#dialog.addEventListener('close', () => this.#closed());
    followDialogs(host);
    renderRoot.append(this.#dialog);
    render(this.#template(), this.#dialog);
    this.#dialog.showModal();
    // Keys act on the picture at once; Tab leads to the buttons.
    this.#stage?.focus();
    // It may have been taken back while this was loading.
    this.update();
  }

  get isOpen(): boolean {
    return this.#dialog.open;
  }

  close(): void {
    this.#dialog.close();
  }

  /** Draws it again: an address came, or ran out. What its sender took back is looked at no longer. */
  update(): void {
    const { isTakenBack, say, texts } = this.#given;
    const picture = this.#pictures[this.#index];
    if (!picture || !this.isOpen) return;
    if (isTakenBack(picture.messageId)) {
      this.close();
      say(texts.deleted);
      return;
    }
    this.#pictures = this.#pictures.filter(({ messageId }) => !isTakenBack(messageId));
    this.#index = this.#pictures.indexOf(picture);
    render(this.#template(), this.#dialog);
  }

  /** The browser gives the focus back to what opened it, where that is still there. */
  #closed(): void {
    this.#dialog.remove();
    const { activeElement, body } = this.#dialog.ownerDocument;
    if (this.#opener && !this.#opener.isConnected && activeElement === body) this.#given.takeFocus();
  }

  get #stage(): HTMLElement | null {
    return this.#dialog.querySelector<HTMLElement>('.lightbox-stage');
  }

  #template(): TemplateResult | typeof nothing {
    const { texts, formats, addressOf, fileFailed } = this.#given;
    const pictures = this.#pictures;
    const picture = pictures[this.#index]?.attachment;
    if (!picture) return nothing;
    const address = addressOf(picture);
    const { state } = address;
    const missing = state === 'gone' || state === 'away' ? texts[state] : null;
    const url = missing === null ? mediaUrl(address.url) : null;
    const place = texts.place(formats.number(this.#index + 1), formats.number(pictures.length));
    return html`<div class="lightbox-bar">
        <span class="lightbox-place" role="status">${pictures.length > 1 ? place : nothing}</span>
        ${this.#button(texts.zoomOut, minusIcon(), () => this.#zoomBy(1 / step))}
        ${this.#button(texts.zoomIn, addIcon(), () => this.#zoomBy(step))}
        ${
          url === null
            ? nothing
            : html`<a
                class="button quiet icon-only"
                href=${url}
                download=${picture.name}
                target="_blank"
                rel="noopener noreferrer"
                aria-label=${texts.download}
                title=${texts.download}
                >${downloadIcon()}</a
              >`
        }
        ${this.#button(texts.close, clearIcon(), () => this.close())}
      </div>
      <div class="lightbox-stage" tabindex="0" role="group" aria-label=${texts.title}>
        ${
          url === null
            ? html`<p class="lightbox-gone" role="status">${missing ?? nothing}</p>`
            : html`<img
                class=${this.#zoom > 1 ? 'large' : ''}
                src=${url}
                alt=${picture.altText ?? texts.title}
                referrerpolicy="no-referrer"
                @error=${() => fileFailed(picture)}
              />`
        }
      </div>
      ${
        pictures.length > 1
          ? html`<div class="lightbox-bar">
              ${this.#button(texts.previous, backIcon(), () => this.#go(-1))}
              ${this.#button(texts.next, outgoingIcon(), () => this.#go(1))}
            </div>`
          : nothing
      }`;
  }

  #button(label: string, icon: TemplateResult, press: () => void): TemplateResult {
    return html`<button type="button" class="button quiet icon-only" aria-label=${label} title=${label} @click=${press}>
      ${icon}
    </button>`;
  }

  #go(by: number): void {
    const { length } = this.#pictures;
    this.#index = (this.#index + by + length) % length;
    this.#zoom = 1;
    this.update();
  }

  /** @param point - what of the stage stays where it is, from its top left, px; the middle unless given */
  #zoomBy(factor: number, point?: { readonly x: number; readonly y: number }): void {
    const stage = this.#stage;
    const image = stage?.querySelector('img');
    if (!stage || !image) return;
    const { x, y } = point ?? { x: stage.clientWidth / 2, y: stage.clientHeight / 2 };
    const before = image.getBoundingClientRect();
    const { left, top } = stage.getBoundingClientRect();
    const place = { x: (left + x - before.left) / before.width, y: (top + y - before.top) / before.height };
    this.#zoom = Math.min(largest, Math.max(1, this.#zoom * factor));
    this.update();
    const { naturalWidth, naturalHeight } = image;
    const fit = Math.min(1, stage.clientWidth / naturalWidth, stage.clientHeight / naturalHeight);
    this.#dialog.style.setProperty('--_width', `${naturalWidth * fit * this.#zoom}px`);
    const after = image.getBoundingClientRect();
    stage.scrollBy(after.left + place.x * after.width - left - x, after.top + place.y * after.height - top - y);
  }

  #press(event: KeyboardEvent): void {
    // What happens here is no business of the timeline behind it.
    event.stopPropagation();
    const isRtl = getComputedStyle(this.#dialog).direction === 'rtl';
    const isZoomed = this.#zoom > 1;
    if (event.key === '+' || event.key === '=') this.#zoomBy(step);
    else if (event.key === '-') this.#zoomBy(1 / step);
    else if (event.key === '0') this.#zoomBy(1 / largest);
    else if (event.key === 'ArrowRight' && !isZoomed) this.#go(isRtl ? -1 : 1);
    else if (event.key === 'ArrowLeft' && !isZoomed) this.#go(isRtl ? 1 : -1);
    else return;
    event.preventDefault();
  }

  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey && this.#zoom > 1) return;
    event.preventDefault();
    const { left = 0, top = 0 } = this.#stage?.getBoundingClientRect() ?? {};
    this.#zoomBy(event.deltaY < 0 ? 1.2 : 1 / 1.2, { x: event.clientX - left, y: event.clientY - top });
  }
}
