import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { oggOfWebm } from '../domain/ogg-opus.ts';
import { longestNoteMs, type VoiceFormat } from '../domain/voice-note.ts';
import type { Clock } from '../ports/clock.ts';

/** Why nothing is recorded. */
export type VoiceProblem = 'denied' | 'no-microphone' | 'failed';

/** A sound that was recorded. */
export interface Recording {
  readonly bytes: Blob;
  readonly durationMs: number;
}

/** How recording is doing. */
export type VoiceState = 'idle' | 'asking' | 'recording' | 'paused' | 'finishing';

/** Records a voice note with the browser's recorder (B18). The microphone is let go as soon as nothing is recorded. */
export class VoiceRecorder implements ReactiveController {
  readonly #host: ReactiveControllerHost & Node;
  readonly #clock: () => Clock | null;
  readonly #cut: () => void;
  #state: VoiceState = 'idle';
  #problem: VoiceProblem | null = null;
  #recorder: MediaRecorder | null = null;
  #stream: MediaStream | null = null;
  #meter: { readonly context: AudioContext; readonly analyser: AnalyserNode } | null = null;
  #level = 0;
  #beforeMs = 0;
  #since = 0;
  #frame = 0;

  /** @param cut - called when the element leaves the page while something is recorded: to `finish` it, or it is lost */
  constructor(host: ReactiveControllerHost & Node, clock: () => Clock | null, cut: () => void) {
    this.#host = host;
    this.#clock = clock;
    this.#cut = cut;
    host.addController(this);
  }

  get state(): VoiceState {
    return this.#state;
  }

  get problem(): VoiceProblem | null {
    return this.#problem;
  }

  /** How loud it is now, 0…1. */
  get level(): number {
    return this.#state === 'recording' ? this.#level : 0;
  }

  /** How long what is recorded is. */
  get elapsedMs(): number {
    return this.#beforeMs + (this.#state === 'recording' ? this.#now() - this.#since : 0);
  }

  /** Asks for the microphone and begins. Resolves with whether it records. */
  async start(format: VoiceFormat): Promise<boolean> {
    if (this.#state !== 'idle') return false;
    this.#problem = null;
    this.#become('asking');
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      if (!this.#is('asking')) {
        stop(stream);
        return false;
      }
      this.#stream = stream;
      this.#listenTo(stream);
      this.#recorder = new MediaRecorder(stream, { mimeType: format.recorded, audioBitsPerSecond: 32_000 });
      this.#recorder.start();
      this.#beforeMs = 0;
      this.#since = this.#now();
      this.#become('recording');
      this.#tick();
      return true;
    } catch (error) {
      this.discard();
      this.#problem = problemOf(error);
      this.#host.requestUpdate();
      return false;
    }
  }

  pause(): void {
    if (this.#state !== 'recording') return;
    this.#recorder?.pause();
    this.#beforeMs = this.elapsedMs;
    this.#become('paused');
  }

  resume(): void {
    if (this.#state !== 'paused') return;
    this.#recorder?.resume();
    this.#since = this.#now();
    this.#become('recording');
    this.#tick();
  }

  /** Ends, and resolves with what was recorded; `null` when that came to nothing. */
  async finish(format: VoiceFormat): Promise<Recording | null> {
    const recorder = this.#recorder;
    if (!recorder || (this.#state !== 'recording' && this.#state !== 'paused')) return null;
    const durationMs = Math.round(this.elapsedMs);
    this.#beforeMs = durationMs;
    this.#become('finishing');
    const recorded = await new Promise<Blob | null>((resolve) => {
      recorder.addEventListener('dataavailable', ({ data }) => resolve(data.size > 0 ? data : null), { once: true });
      recorder.addEventListener('error', () => resolve(null), { once: true });
      recorder.stop();
      if (this.#stream) stop(this.#stream);
    });
    const bytes = recorded && (await packed(recorded, format));
    this.discard();
    if (bytes) return { bytes, durationMs };
    this.#problem = 'failed';
    this.#host.requestUpdate();
    return null;
  }

  /** Ends and forgets. */
  discard(): void {
    if (this.#recorder && this.#recorder.state !== 'inactive') this.#recorder.stop();
    this.#recorder = null;
    if (this.#stream) stop(this.#stream);
    this.#stream = null;
    void this.#meter?.context.close();
    this.#meter = null;
    cancelAnimationFrame(this.#frame);
    this.#level = 0;
    this.#become('idle');
  }

  hostDisconnected(): void {
    // An element that is moved is disconnected and connected in one go; else nobody sees that the microphone is on.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      if (this.#state === 'recording' || this.#state === 'paused') this.#cut();
      else if (this.#state === 'asking') this.discard();
    });
  }

  /** Read anew: while something was awaited, it may have become another one. */
  #is(state: VoiceState): boolean {
    return this.#state === state;
  }

  #become(state: VoiceState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }

  #listenTo(stream: MediaStream): void {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 512;
    context.createMediaStreamSource(stream).connect(analyser);
    this.#meter = { context, analyser };
  }

  #tick(): void {
    if (this.#state !== 'recording') return;
    if (this.elapsedMs >= longestNoteMs) {
      this.pause();
      return;
    }
    const samples = new Float32Array(512);
    this.#meter?.analyser.getFloatTimeDomainData(samples);
    const loudness = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
    this.#level = Math.max(Math.min(1, loudness * 4), this.#level * 0.9);
    this.#host.requestUpdate();
    this.#frame = requestAnimationFrame(() => this.#tick());
  }

  #now(): number {
    return this.#clock()?.now() ?? 0;
  }
}

async function packed(recorded: Blob, { mimeType, repacked }: VoiceFormat): Promise<Blob | null> {
  if (!repacked) return new Blob([recorded], { type: mimeType });
  const ogg = oggOfWebm(new Uint8Array(await recorded.arrayBuffer()));
  return ogg && new Blob([ogg], { type: mimeType });
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function problemOf(error: unknown): VoiceProblem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' || name === 'NotReadableError' ? 'no-microphone' : 'failed';
}
