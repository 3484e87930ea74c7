import { html, nothing, type TemplateResult } from 'lit';
import {
  type ChannelOption,
  type Composition,
  type SendProblem,
  windowLeft,
} from '../../controllers/composer-controller.ts';
import type { TargetChange } from '../../domain/composition.ts';
import { cautionIcon, failedIcon, lockIcon } from '../../styles/icons.ts';
import { changeSentence, channelName, type ComposerWords, lockSentence, problemSentence } from './words.ts';

/** Why the selected channel is locked, and the ways on that work now (B6); `more` are those of the tools. */
export function lockNotice(
  composition: Composition,
  words: ComposerWords,
  more: unknown,
  goOn: (option: ChannelOption) => void,
): TemplateResult | typeof nothing {
  const sentence = lockSentence(composition, words);
  if (sentence === '') return nothing;
  const { composer } = words.messages;
  return html`<div class="notice lock" part="lock">
    ${lockIcon()}
    <p>${sentence}</p>
    <div class="actions">
      ${more}
      ${composition.waysOn.map(
        (option) =>
          html`<button type="button" class="button" @click=${() => goOn(option)}>
            ${
              option.id === 'whatsapp-invitation' ? composer.invite : composer.continueBy(channelName(option.id, words))
            }
          </button>`,
      )}
    </div>
  </div>`;
}

/** That the window closes within the hour, beside the text it concerns. */
export function closingNotice(
  { option, mode, now }: Composition,
  words: ComposerWords,
): TemplateResult | typeof nothing {
  const left = mode === 'reply' && option.id !== 'whatsapp-invitation' ? windowLeft(option.window, now) : null;
  if (!left || left.urgency === 'open') return nothing;
  const text = words.messages.composer.closing(channelName(option.id, words), words.formats.duration(left.leftMs));
  return html`<p class="notice ${left.urgency === 'soon' ? 'critical' : 'caution'}" part="notice">
    ${cautionIcon()}<span>${text}</span>
  </p>`;
}

/** What changed since the text was begun, and the agent's choice. */
export function changeQuestion(
  change: TargetChange,
  composition: Composition,
  words: ComposerWords,
  answer: (answer: 'send' | 'switch' | 'keep') => void,
): TemplateResult {
  const { composer } = words.messages;
  const to = change.type === 'customer-channel' ? change.channel : null;
  const canSwitch = composition.options.some(({ id, enabled }) => id === to && enabled);
  return html`<div class="notice caution" part="notice" role="group" aria-labelledby="question">
    ${cautionIcon()}
    <p id="question">${changeSentence(change, composition, words)}</p>
    <div class="actions" id="answers">
      ${
        to && canSwitch
          ? html`<button type="button" class="button" @click=${() => answer('switch')}>
              ${composer.switchTo(channelName(to, words))}
            </button>`
          : nothing
      }
      <button type="button" class="button" @click=${() => answer('send')}>
        ${composer.anyway(channelName(composition.option.channel, words))}
      </button>
      <button type="button" class="button quiet" @click=${() => answer('keep')}>${composer.keepWriting}</button>
    </div>
  </div>`;
}

/** Why the message is not on its way; its text is still there. */
export function problemNotice(problem: SendProblem, words: ComposerWords): TemplateResult {
  return html`<p class="notice critical" part="notice">
    ${failedIcon()}<span>${problemSentence(problem, words)}</span>
  </p>`;
}
