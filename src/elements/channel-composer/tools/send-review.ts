import { html, nothing, type TemplateResult } from 'lit';
import type { Composition } from '../../../controllers/composer-controller.ts';
import { SendReview } from '../../../controllers/send-review.ts';
import type { Author } from '../../../domain/model.ts';
import type { GuardFinding } from '../../../domain/send-guard.ts';
import { isolatedName, visibleName } from '../../../domain/visible-text.ts';
import { cautionIcon } from '../../../styles/icons.ts';
import { recipientName } from '../../recipient.ts';
import type { ComposerTool, ToolContext } from './tool.ts';

const reviews = new WeakMap<ToolContext, SendReview>();

/** Before a message leaves: what the customer or a colleague wrote since it was begun (B14). */
export function sendReview(context: ToolContext): ComposerTool {
  const review = new SendReview(context.element);
  reviews.set(context, review);
  context.composer.aids = { ...context.composer.aids, news: () => (isGuarded(context) ? review.findings : []) };
  return {
    sender: ({ conversation, text }) => {
      const hasBegun = text !== '' || context.element.renderRoot.querySelector('dialog') !== null;
      review.sync({ session: context.session.session, conversation, hasBegun });
      return nothing;
    },
    below: (composition) => reviewQuestion(context, composition, () => void context.send()),
  };
}

/** What happened and the agent's answers; nothing while there is nothing to review. */
export function reviewQuestion(
  context: ToolContext,
  composition: Composition,
  send: () => void,
): TemplateResult | typeof nothing {
  const { composer, texts } = context;
  const { question } = composer;
  if (question?.type !== 'news') return nothing;
  const { lastMessage } = composition.conversation;
  const hasWritten = question.findings.some(({ type }) => type === 'customer-wrote');
  const quote = hasWritten && lastMessage?.direction === 'incoming' ? lastMessage.text : '';
  const reviewed = (): void => {
    reviews.get(context)?.look();
    composer.forget();
  };
  return html`<div class="notice caution" part="notice" role="group" aria-labelledby="review">
    ${cautionIcon()}
    <div class="review" id="review" role="alert">
      ${question.findings.map((finding) => html`<p>${findingSentence(finding, composition, context)}</p>`)}
      ${quote === '' ? nothing : html`<blockquote dir="auto">${quote}</blockquote>`}
    </div>
    <div class="actions" id="answers">
      <button
        type="button"
        class="button"
        @click=${() => {
          reviewed();
          context.textArea.focusEnd();
        }}
      >
        ${texts.review.keepWriting}
      </button>
      <button
        type="button"
        class="button"
        @click=${() => {
          reviewed();
          send();
        }}
      >
        ${texts.review.sendAnyway}
      </button>
    </div>
  </div>`;
}

/** A host may leave it off, where conversations are quick and lines cross all the time. */
function isGuarded({ element }: ToolContext): boolean {
  return !element.hasAttribute('no-send-guard');
}

function findingSentence(finding: GuardFinding, { conversation }: Composition, context: ToolContext): string {
  const { review } = context.texts;
  const { formats, messages } = context.words;
  const name = isolatedName(visibleName(recipientName(conversation, messages)));
  switch (finding.type) {
    case 'customer-wrote':
      return review.customerWrote(name, finding.count, formats.time(finding.lastAt));
    case 'answered':
    case 'noted':
      return review[finding.type](nameOf(finding.by, review.somebody), formats.time(finding.at));
    case 'reassigned':
      return finding.coWorkerId === null ? review.unassigned : review.reassigned;
    case 'closed':
      return review[finding.state];
  }
}

function nameOf(author: Author | null, otherwise: string): string {
  return author ? isolatedName(visibleName(author.name)) : otherwise;
}
