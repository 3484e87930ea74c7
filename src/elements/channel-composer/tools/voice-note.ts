import { css, html, nothing, type TemplateResult } from 'lit';
import type { Composition } from '../../../controllers/composer-controller.ts';
import type { DraftKey, FileFacts } from '../../../controllers/attachments-controller.ts';
import { type Recording, VoiceRecorder } from '../../../controllers/voice-recorder.ts';
import { fileCapabilitiesOf } from '../../../domain/channel-media.ts';
import { type VoiceFormat, voiceFormat } from '../../../domain/voice-note.ts';
import { addStyles } from '../../../dom/add-styles.ts';
import type { ComposerVoiceTexts } from '../../../locales/composer-tools.ts';
import { discardIcon, failedIcon, microphoneIcon, pauseIcon, resumeIcon, stopIcon } from '../../../styles/icons.ts';
import type { Attachments } from './attachments.ts';
import type { ComposerTool, ToolContext } from './tool.ts';

/** What is being recorded, whom it is for, and what puts it with the files of that draft. */
interface Current {
  readonly format: VoiceFormat;
  readonly key: DraftKey;
  readonly keep: (key: DraftKey, coming: Promise<FileFacts | null>) => void;
}

/** Voice notes: recorded here, listened to and sent as a file (B18). Not offered where nothing fitting can be recorded. */
export class VoiceNote implements ComposerTool {
  readonly #context: ToolContext;
  readonly #attachments: Attachments;
  readonly #recorder: VoiceRecorder;
  #current: Current | null = null;

  constructor(context: ToolContext, attachments: Attachments) {
    this.#context = context;
    this.#attachments = attachments;
    this.#recorder = new VoiceRecorder(
      context.element,
      () => context.session.session?.clock ?? null,
      () => void this.#stop(),
    );
  }

  get #texts(): ComposerVoiceTexts {
    return this.#context.localize.messages.voice;
  }

  readonly bar = (composition: Composition): unknown => {
    const format = this.#formatFor(composition);
    if (!format) return nothing;
    const texts = this.#texts;
    return html`<button
      type="button"
      class="button quiet tool"
      title=${texts.record}
      aria-label=${texts.record}
      aria-disabled=${this.#recorder.state !== 'idle'}
      @click=${() => void this.#start(format)}
    >
      ${microphoneIcon()}
    </button>`;
  };

  readonly below = (composition: Composition): unknown => {
    const { state, problem } = this.#recorder;
    const texts = this.#texts;
    // A voice note is for one customer: it does not follow the agent to another, and waits with the draft.
    if (this.#current && this.#current.key.conversationId !== composition.conversation.id) this.#leave();
    if (problem)
      return html`<p class="notice critical" part="notice" role="alert">
        ${failedIcon()}<span>${texts.problems[problem]}</span>
      </p>`;
    if (state === 'idle') return nothing;
    addStyles(this.#context.element.renderRoot, voiceStyles);
    return this.#renderRecording(texts);
  };

  #renderRecording(texts: ComposerVoiceTexts): TemplateResult {
    const { state, level, elapsedMs } = this.#recorder;
    if (state === 'asking' || state === 'finishing')
      return html`<p class="voice" part="voice-note" role="status">${texts[state]}</p>`;
    const isPaused = state === 'paused';
    return html`<div class="voice" part="voice-note" role="group" aria-label=${texts.record}>
      <span class="voice-mark ${state}" aria-hidden="true"></span>
      <span>${isPaused ? texts.paused : texts.recording}</span>
      <span class="voice-time" role="timer">${clockOf(elapsedMs)}</span>
      <meter min="0" max="1" value=${level} aria-label=${texts.level}></meter>
      <div class="actions">
        ${
          isPaused
            ? button(texts.resume, resumeIcon(), () => this.#recorder.resume())
            : button(texts.pause, pauseIcon(), () => this.#recorder.pause())
        }
        ${button(texts.done, stopIcon(), () => void this.#finish(texts))}
        ${button(texts.discard, discardIcon(), () => this.#throwAway(texts))}
      </div>
    </div>`;
  }

  /** How to record for the selected channel; `null` where that cannot be. */
  #formatFor(composition: Composition): VoiceFormat | null {
    const { option } = composition;
    if (!this.#attachments.isUsable(composition) || option.target === null) return null;
    if (typeof MediaRecorder === 'undefined' || !('mediaDevices' in navigator)) return null;
    const { media } = fileCapabilitiesOf({ ...option.target, channel: option.channel });
    return voiceFormat(media, (type) => MediaRecorder.isTypeSupported(type));
  }

  async #start(format: VoiceFormat): Promise<void> {
    const key = this.#attachments.place;
    const keep = this.#attachments.controller.keeper();
    if (this.#recorder.state !== 'idle' || !key || !keep) return;
    this.#current = { format, key, keep };
    const isRecording = await this.#recorder.start(format);
    const texts = this.#texts;
    if (isRecording) this.#context.say(texts.recording);
  }

  async #finish(texts: ComposerVoiceTexts): Promise<void> {
    this.#context.textArea.element?.focus();
    if (await this.#stop()) this.#context.say(texts.recorded);
  }

  /** Ends it and puts it with the files of its draft, wherever the agent is by then. Resolves with whether it is there. */
  async #stop(): Promise<boolean> {
    const current = this.#current;
    if (!current) return false;
    this.#current = null;
    const { key, keep, format } = current;
    const { place } = this.#attachments;
    const recording = this.#recorder.finish(format);
    keep(
      place?.conversationId === key.conversationId ? place : key,
      recording.then((recorded) => recorded && this.#fileOf(recorded, format)),
    );
    return (await recording) !== null;
  }

  /** The agent goes on to somebody else. */
  #leave(): void {
    const { state } = this.#recorder;
    if (state !== 'recording' && state !== 'paused') {
      this.#discard();
      return;
    }
    void this.#stop().then((isKept) => {
      const texts = this.#texts;
      if (isKept) this.#context.say(texts.kept);
    });
  }

  #fileOf({ bytes, durationMs }: Recording, { extension, mimeType }: VoiceFormat): FileFacts {
    const name = `${this.#texts.fileName}${extension}`;
    const facts = { name, bytes, durationMs, mimeType, kind: 'audio', width: null, height: null } as const;
    return { ...facts, caption: '', altText: '' };
  }

  #throwAway(texts: ComposerVoiceTexts): void {
    this.#discard();
    this.#context.textArea.element?.focus();
    this.#context.say(texts.discarded);
  }

  #discard(): void {
    this.#current = null;
    this.#recorder.discard();
  }
}

function button(name: string, icon: TemplateResult, run: () => void): TemplateResult {
  return html`<button type="button" class="button compact" @click=${run}>${icon}<span>${name}</span></button>`;
}

/** Minutes and seconds, as every recorder shows them. */
function clockOf(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

const voiceStyles = [
  css`
    .voice {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_space-2) var(--_space-3);
      margin: 0;
      padding: var(--_space-3) var(--_space-4);
      border-radius: var(--_radius-m);
      background: var(--_surface-sunken);
      font-size: var(--_font-m);
    }

    .voice-mark {
      inline-size: 0.625rem;
      block-size: 0.625rem;
      border-radius: 50%;
      background: var(--_text-muted);
    }

    .voice-mark.recording {
      background: var(--_critical);
    }

    .voice-time {
      font-variant-numeric: tabular-nums;
    }

    .voice meter {
      flex: 1 1 4rem;
      min-inline-size: 3rem;
      max-inline-size: 12rem;
    }

    .voice .button .icon {
      inline-size: 0.875rem;
      block-size: 0.875rem;
    }
  `,
];
