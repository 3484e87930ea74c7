import { directive, Directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js';

/** Whether somebody listens or looks, or has come somewhere. */
function isInUse(media: HTMLMediaElement): boolean {
  return media.error === null && (!media.paused || media.currentTime > 0);
}

/**
 * Gives what is played another address of the same file. Addresses run out while somebody listens: what plays goes on with
 * the one it has, and what has failed goes on where it was.
 *
 * @returns whether it has that address now
 */
export function renewSource(media: HTMLMediaElement, url: string): boolean {
  if (isInUse(media) || media.getAttribute('src') === url) return false;
  const { currentTime, paused, playbackRate } = media;
  media.src = url;
  if (currentTime > 0) media.currentTime = currentTime;
  media.playbackRate = playbackRate;
  // The error event says what goes wrong.
  if (!paused) media.play().catch(() => undefined);
  return true;
}

class KeptSource extends Directive {
  #media: HTMLMediaElement | null = null;
  #fileId: string | null = null;

  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) throw new Error('keptSource() stands for an element');
  }

  render(url: string, fileId: string): void {
    if (!this.#media) return;
    if (fileId === this.#fileId) renewSource(this.#media, url);
    else this.#media.src = url;
    this.#fileId = fileId;
  }

  override update({ element }: ElementPart, [url, fileId]: [string, string]): void {
    this.#media = element as HTMLMediaElement;
    this.render(url, fileId);
  }
}

/** The address of a film, and whose address it is. */
export const keptSource = directive(KeptSource);
