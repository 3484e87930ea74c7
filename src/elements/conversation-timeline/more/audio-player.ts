import { html, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { type ElementPart, type PartInfo, PartType } from 'lit/directive.js';
import { render } from 'lit';
import type { Attachment } from '../../../domain/model.ts';
import { pauseIcon, resumeIcon } from '../../../styles/icons.ts';
import type { RowContext } from '../row-context.ts';
import { renewSource } from './kept-source.ts';
import { drawWave, readWave } from './waveform.ts';

/** What is played. */
interface Sound {
  readonly url: string;
  readonly name: string;
  readonly attachment: Attachment;
  /** What the address led to could not be played. */
  readonly failed: () => void;
}

const speeds = [1, 1.5, 2];

/** A voice message: play, pause, how far, how fast, and its waveform once it plays. */
export function audioPlayer(sound: Sound, context: RowContext): TemplateResult {
  return html`<div class="voice" role="group" aria-label=${sound.name} ${player(sound, context)}></div>`;
}

/** How far somebody has listened, s, by file: for as long as the timeline lives, whichever of its messages are mounted. */
const placesOf = new WeakMap<RowContext['desk'], Map<string, number>>();

/** Keeps its own state, so that a tick of the clock renders one player and not the timeline around it. */
class Player extends AsyncDirective {
  /** Stands in the page, unseen: the browser pauses what is taken out of it. */
  #audio: HTMLAudioElement | null = null;
  #element: Element | null = null;
  #sound: Sound | null = null;
  #context: RowContext | null = null;
  #speed = 1;
  #hasWave = false;

  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) throw new Error('player() stands for an element');
  }

  render(sound: Sound, context: RowContext): void {
    this.#renew(sound);
    this.#sound = sound;
    this.#context = context;
    this.#draw();
  }

  override update({ element }: ElementPart, [sound, context]: [Sound, RowContext]): void {
    this.#element = element;
    this.render(sound, context);
  }

  protected override disconnected(): void {
    this.#stop();
  }

  /** A new address is taken when the old one is of no more use; another file begins anew. */
  #renew({ url, attachment }: Sound): void {
    if (this.#sound?.attachment.id !== attachment.id) this.#stop();
    else if (url !== this.#sound.url && this.#audio) renewSource(this.#audio, url);
  }

  #stop(): void {
    this.#audio?.pause();
    this.#audio?.removeAttribute('src');
    this.#audio = null;
    this.#hasWave = false;
  }

  /** Nothing is fetched before somebody listens. */
  #open(url: string): HTMLAudioElement {
    if (this.#audio) return this.#audio;
    const audio = new Audio(url);
    audio.preload = 'auto';
    audio.playbackRate = this.#speed;
    audio.currentTime = this.#place;
    for (const type of ['timeupdate', 'play', 'pause', 'ended', 'durationchange'])
      audio.addEventListener(type, () => this.#moved(audio));
    audio.addEventListener('error', () => {
      if (this.#sound && !renewSource(audio, this.#sound.url)) this.#sound.failed();
    });
    this.#audio = audio;
    this.#draw();
    return audio;
  }

  async #toggle(): Promise<void> {
    const sound = this.#sound;
    if (!sound) return;
    const audio = this.#open(sound.url);
    if (!audio.paused) {
      audio.pause();
      return;
    }
    if (!this.#hasWave) void this.#drawWave(sound.url);
    // The error event says what went wrong.
    await audio.play().catch(() => undefined);
  }

  async #drawWave(url: string): Promise<void> {
    this.#hasWave = true;
    const wave = await readWave(url);
    const path = this.#element?.querySelector('.wave path');
    if (wave && path && this.#sound?.url === url) path.setAttribute('d', drawWave(wave));
  }

  #seek(event: Event): void {
    const sound = this.#sound;
    if (!sound || !(event.target instanceof HTMLInputElement)) return;
    this.#open(sound.url).currentTime = event.target.valueAsNumber;
    this.#draw();
  }

  get #place(): number {
    const { attachment } = this.#sound ?? {};
    const places = this.#context && placesOf.get(this.#context.desk);
    return (attachment && places?.get(attachment.id)) ?? 0;
  }

  /** What is not played any more says so late. */
  #moved(audio: HTMLAudioElement): void {
    if (audio !== this.#audio || !this.#sound || !this.#context) return;
    const { desk } = this.#context;
    const places = placesOf.get(desk) ?? new Map<string, number>();
    placesOf.set(desk, places.set(this.#sound.attachment.id, audio.ended ? 0 : audio.currentTime));
    this.#draw();
  }

  #nextSpeed(): void {
    this.#speed = speeds[(speeds.indexOf(this.#speed) + 1) % speeds.length] ?? 1;
    if (this.#audio) this.#audio.playbackRate = this.#speed;
    this.#draw();
  }

  #draw(): void {
    const [element, context, sound] = [this.#element, this.#context, this.#sound];
    if (element instanceof HTMLElement && context && sound) render(this.#template(sound, context), element);
  }

  #template({ attachment }: Sound, { more, formats, tabIndex }: RowContext): TemplateResult {
    const texts = more?.texts.audio;
    const audio = this.#audio;
    const isPlaying = audio !== null && !audio.paused;
    const known = audio?.duration ?? Number.NaN;
    const duration = Number.isFinite(known) ? known : (attachment.durationMs ?? 0) / 1000;
    const at = audio?.currentTime ?? this.#place;
    const label = (isPlaying ? texts?.pause : texts?.play) ?? '';
    return html`<button
        type="button"
        class="button quiet icon-only"
        tabindex=${tabIndex}
        aria-label=${label}
        title=${label}
        @click=${() => void this.#toggle()}
      >
        ${isPlaying ? pauseIcon() : resumeIcon()}
      </button>
      <span class="track">
        <svg class="wave" viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true">
          <path d="M0 12H100" />
        </svg>
        <input
          type="range"
          min="0"
          max=${Math.max(duration, 0.1)}
          step="0.1"
          tabindex=${tabIndex}
          aria-label=${texts?.position ?? ''}
          aria-valuetext=${clock(at)}
          .value=${String(at)}
          @input=${(event: Event) => this.#seek(event)}
        />
      </span>
      <span class="time">${clock(at > 0 || duration === 0 ? at : duration)}</span>
      <button
        type="button"
        class="button quiet speed"
        tabindex=${tabIndex}
        aria-label=${texts?.speed(formats.number(this.#speed)) ?? ''}
        @click=${() => this.#nextSpeed()}
      >
        ${formats.number(this.#speed)}×
      </button>
      ${audio}`;
  }
}

const player = directive(Player);

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
