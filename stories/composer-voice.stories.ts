import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';
import '../src/elements/channel-composer/define.ts';
import { pressing } from './press.ts';
import { frame, provide } from './support.ts';

export default {
  title: 'Elements/channel-composer/Voice note',
  component: 'channel-composer',
  tags: ['!autodocs'],
} satisfies Meta;

type Ask = () => Promise<MediaStream>;

/** Records nothing for as long as it is asked to: no story listens to the room. */
class SilentRecorder extends EventTarget {
  static readonly isTypeSupported = (type: string): boolean => type.startsWith('audio/webm');
  state: RecordingState = 'inactive';

  start(): void {
    this.state = 'recording';
  }

  pause(): void {
    this.state = 'paused';
  }

  resume(): void {
    this.state = 'recording';
  }

  stop(): void {
    this.state = 'inactive';
  }
}

/** A stream of silence, without a microphone and without asking. */
const silence: Ask = () => Promise.resolve(new AudioContext().createMediaStreamDestination().stream);
const refused =
  (name: string): Ask =>
  () =>
    Promise.reject(new DOMException('in a story', name));

/** Stands in for the browser's microphone and recorder while the story is on the page. */
class MicrophoneDirective extends AsyncDirective {
  readonly #real = { ask: navigator.mediaDevices.getUserMedia, recorder: globalThis.MediaRecorder };

  render(ask: Ask): string {
    navigator.mediaDevices.getUserMedia = ask;
    globalThis.MediaRecorder = SilentRecorder as unknown as typeof MediaRecorder;
    return '';
  }

  protected override disconnected(): void {
    navigator.mediaDevices.getUserMedia = this.#real.ask;
    globalThis.MediaRecorder = this.#real.recorder;
  }
}

const microphone = directive(MicrophoneDirective);

const story = (ask: Ask, presses: readonly string[], width = '44rem'): TemplateResult =>
  html`${microphone(ask)}${provide(
    frame(html`<channel-composer conversation-id="aisha" ${pressing(...presses)}></channel-composer>`, {
      width,
      height: '22rem',
    }),
  )}`;

const record = 'Record a voice note';

/** The browser asks for the microphone. */
export const Asking: StoryObj = { render: () => story(() => new Promise(() => {}), [record]) };

/** What is recorded, for how long, and how loud it is. */
export const Recording: StoryObj = { render: () => story(silence, [record]) };

/** Held: it goes on, ends, or is thrown away. */
export const Paused: StoryObj = { render: () => story(silence, [record, 'Pause']) };

/** On a phone. */
export const Narrow: StoryObj = { render: () => story(silence, [record], '20rem') };

/** The browser or the agent said no: why nothing is recorded, and what helps. */
export const MicrophoneDenied: StoryObj = { render: () => story(refused('NotAllowedError'), [record]) };

/** There is no microphone. */
export const NoMicrophone: StoryObj = { render: () => story(refused('NotFoundError'), [record]) };
