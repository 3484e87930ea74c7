import { html, type TemplateResult } from 'lit';
import type {
  ChannelOption,
  Composition,
  SendProblem,
  SendQuestion,
} from '../../../../controllers/composer-controller.ts';
import type { Filling } from '../../../../controllers/template-filling.ts';
import type { FormState } from '../../../../controllers/template-form-state.ts';
import { visibleName } from '../../../../domain/visible-text.ts';
import { sendIcon } from '../../../../styles/icons.ts';
import { recipientName } from '../../../recipient.ts';
import { changeQuestion, problemNotice } from '../../notices.ts';
import { addressOf, channelName } from '../../words.ts';
import { type DialogWords, fieldNames } from './dialog-words.ts';

/** What stands below the form. */
export interface TemplateFootView extends DialogWords {
  readonly composition: Composition;
  readonly option: ChannelOption;
  readonly question: SendQuestion | null;
  /** What happened meanwhile, with its answers; nothing while there is nothing to review. */
  readonly review: unknown;
  readonly problem: SendProblem | null;
  /** Why Send is disabled; empty when it is not. */
  readonly obstacle: string;
  readonly isSending: boolean;
  /** Sending at a time instead, and what went wrong with it. */
  readonly later: { readonly button: unknown; readonly problem: unknown };
  readonly send: (agreed?: 'agreed') => void;
  readonly forget: () => void;
}

/** Whom it goes to, above the form. */
export function templateAim(composition: Composition, option: ChannelOption, words: DialogWords): string {
  const { name, address, channel } = aimOf(composition, option, words);
  return words.texts.to(name, address, channel);
}

/** Why Send is disabled; empty when it is not. */
export function templateObstacle(
  { refusal, filled, template, needsConsent }: Filling,
  form: FormState,
  words: DialogWords,
): string {
  const { texts } = words;
  if (refusal) return texts.refusals[refusal];
  if (form.isUploading) return texts.uploading;
  const { problems, fields } = filled;
  if (problems.length === 0) return needsConsent && !form.hasConsent ? texts.consentNeeded : '';
  const names = fieldNames(fields, template, words);
  const wanting = problems.flatMap(({ fieldId }) => (fieldId === null ? [] : [names.get(fieldId) ?? fieldId]));
  return wanting.length === 0 ? texts.textTooLong : texts.stillMissing(wanting.join(', '));
}

/** What is to be decided, why it cannot be sent, and Send. */
export function templateFoot(view: TemplateFootView): TemplateResult {
  const { texts, composition, option, question, problem, obstacle } = view;
  const { name, address, channel } = aimOf(composition, option, view);
  return html`<footer>
    ${
      question && question.type !== 'news'
        ? changeQuestion(question, { ...composition, option }, view, (answer) =>
            answer === 'send' ? view.send('agreed') : view.forget(),
          )
        : view.review
    }
    ${problem ? problemNotice(problem, view) : view.later.problem}
    <p id="template-reason" class="reason">${obstacle}</p>
    ${view.later.button}
    <button
      type="button"
      class="button primary"
      part="template-send"
      aria-label=${texts.sendTo(name, address, channel)}
      aria-describedby="template-reason"
      aria-disabled=${obstacle !== '' || view.isSending}
      aria-keyshortcuts="Control+Shift+S"
      @click=${() => view.send()}
    >
      ${sendIcon()}<span>${texts.send}</span>
    </button>
  </footer>`;
}

function aimOf(composition: Composition, option: ChannelOption, words: DialogWords) {
  return {
    name: visibleName(recipientName(composition.conversation, words.messages)),
    address: addressOf({ ...composition, option }),
    channel: channelName(option.id, words),
  };
}
