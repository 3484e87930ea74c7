import { css, html, nothing, type TemplateResult } from 'lit';
import type { Composition } from '../../../controllers/composer-controller.ts';
import { VoiceRecorder } from '../../../controllers/voice-recorder.ts';
import { fileCapabilitiesOf } from '../../../domain/channel-media.ts';
import { type VoiceFormat, voiceFormat } from '../../../domain/voice-note.ts';
import { addStyles } from '../../../dom/add-styles.ts';
import { type ComposerVoiceTexts, loadVoiceTexts } from '../../../locales/composer-voice.ts';
import { discardIcon, failedIcon, microphoneIcon, pauseIcon, resumeIcon, stopIcon } from '../../../styles/icons.ts';
import type { Attachments } from './attachments.ts';
import { LazyTexts } from './lazy-texts.ts';
import type { ComposerTool, ToolContext } from './tool.ts';

/** Voice notes: recorded here, listened to and sent as a file (B18). Not offered where nothing fitting can be recorded. */
export class VoiceNote implements ComposerTool {
  readonly #context: ToolContext;
  readonly #attachments: Attachments;
  readonly #texts: LazyTexts<ComposerVoiceTexts>;
  readonly #recorder: VoiceRecorder;
  /** Of what is being recorded, and the conversation it is for. */
  #current: { readonly format: VoiceFormat; readonly conversationId: string } | null = null;

  constructor(context: ToolContext, attachments: Attachments) {
    this.#context = context;
    this.#attachments = attachments;
    this.#texts = new LazyTexts(context, loadVoiceTexts);
    this.#recorder = new VoiceRecorder(context.element, () => context.session.session?.clock ?? null);
  }

  readonly bar = (composition: Composition): unknown => {
    const format = this.#formatFor(composition);
    const texts = format && this.#texts.value;
    if (!texts) return nothing;
    return html`<button
      type="button"
      class="button quiet tool"
      title=${texts.record}
      aria-label=${texts.record}
      aria-disabled=${this.#recorder.state !== 'idle'}
      @click=${() => void this.#start(format, composition)}
    >
      ${microphoneIcon()}
    </button>`;
  };

  readonly below = (composition: Composition): unknown => {
    const { state, problem } = this.#recorder;
    const texts = this.#texts.value;
    // A voice note is for one customer: it does not follow the agent to another.
    if (this.#current && this.#current.conversationId !== composition.conversation.id) this.#discard();
    if (!texts) return nothing;
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

  async #start(format: VoiceFormat, { conversation }: Composition): Promise<void> {
    if (this.#recorder.state !== 'idle') return;
    this.#current = { format, conversationId: conversation.id };
    const isRecording = await this.#recorder.start(format);
    const texts = this.#texts.value;
    if (isRecording && texts) this.#context.say(texts.recording);
  }

  async #finish(texts: ComposerVoiceTexts): Promise<void> {
    const current = this.#current;
    if (!current) return;
    this.#context.textArea.element?.focus();
    const recording = await this.#recorder.finish(current.format);
    this.#current = null;
    if (!recording) return;
    const name = `${texts.fileName}${current.format.extension}`;
    if (this.#attachments.addRecording(current.conversationId, { name, ...recording }, current.format.mimeType))
      this.#context.say(texts.recorded);
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
