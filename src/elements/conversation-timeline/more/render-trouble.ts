import { html, nothing, type TemplateResult } from 'lit';
import type { MessageAction } from '../../../controllers/message-actions.ts';
import type { TimelineEntry } from '../../../controllers/timeline-controller.ts';
import { type NextStep, nextSteps } from '../../../domain/failures.ts';
import type { Message } from '../../../domain/model.ts';
import type { TimelineMoreTexts } from '../../../locales/timeline-more.ts';
import {
  copyIcon,
  discardIcon,
  editIcon,
  failedIcon,
  otherChannelIcon,
  retryIcon,
  unknownIcon,
} from '../../../styles/icons.ts';
import type { RowContext } from '../row-context.ts';

/** Why a message is not where it should be, what to do about it, and the buttons that do it (A4). */
export function renderTrouble(entry: TimelineEntry, context: RowContext): TemplateResult | typeof nothing {
  const { status } = entry.message;
  if (status !== 'failed' && status !== 'unknown') return nothing;
  const texts = context.more?.texts;
  if (!texts) return nothing;
  return html`<div class="trouble ${status}" part="trouble">
    ${
      status === 'failed'
        ? reasons(entry.message, texts)
        : html`<p class="reason">${unknownIcon()}<span>${texts.trouble.unknownHint}</span></p>`
    }
    ${context.state === 'failed' ? html`<p class="reason">${failedIcon()}<span>${texts.trouble.actionFailed}</span></p>` : nothing}
    ${status === 'unknown' && context.state === 'not-found' ? html`<p class="reason">${unknownIcon()}<span>${texts.tools.notFound}</span></p>` : nothing}
    ${context.state === 'sent-again' ? html`<p class="reason">${retryIcon()}<span>${texts.tools.sentAgain}</span></p>` : nothing}
    <div class="actions">
      ${context.state === 'asking' ? discardQuestion(entry, context, texts) : buttons(entry, context, texts)}
    </div>
  </div>`;
}

function reasons({ failure }: Message, { failures, trouble }: TimelineMoreTexts): TemplateResult {
  const reason = failure?.reason ?? 'unknown';
  const advice = nextSteps(reason).flatMap((step) => (isAdvice(step) ? failures.steps[step] : []));
  return html`<p class="reason">
    ${failedIcon()}<span
      >${[failures.reasons[reason], ...advice].join(' ')}${
        failure?.providerCode
          ? html` <small title=${failure.detail ?? ''}>${trouble.code(failure.providerCode)}</small>`
          : nothing
      }</span
    >
  </p>`;
}

/** What these buttons do; the other actions are for any message. */
type TroubleAction = Exclude<MessageAction, 'mark-unread'>;

function buttons(entry: TimelineEntry, context: RowContext, { trouble }: TimelineMoreTexts): TemplateResult[] {
  const words = {
    retry: [retryIcon(), entry.message.status === 'unknown' ? trouble.sendAgain : trouble.retry],
    check: [unknownIcon(), trouble.check],
    edit: [editIcon(), trouble.edit],
    'other-channel': [otherChannelIcon(), trouble.otherChannel],
    copy: [copyIcon(), context.state === 'copied' ? trouble.copied : trouble.copy],
    discard: [discardIcon(), trouble.discard],
  } as const;
  const isSentAgain = context.state === 'sent-again';
  const offered = actionsFor(entry, context.desk.takesFiles()).filter((action) => action !== 'retry' || !isSentAgain);
  return offered.map(
    (action) =>
      html`<button
        type="button"
        class="button"
        tabindex=${context.tabIndex}
        aria-disabled=${context.state === 'running'}
        @click=${() => context.desk.act(action, entry)}
      >
        ${words[action][0]}<span>${words[action][1]}</span>
      </button>`,
  );
}

/** What makes sense for this message: by the reason, by where it is, and by what it carries. */
export function actionsFor(entry: TimelineEntry, takesFiles: boolean): readonly TroubleAction[] {
  const { content, failure, status, direction } = entry.message;
  const hasText = content.kind === 'text';
  const canMend = hasText || (takesFiles && 'attachment' in content && content.kind !== 'sticker');
  const isHere = entry.source === 'outbox';
  // What the backend does not know either it tells by itself as soon as the provider reports.
  if (status === 'unknown')
    return [...(isHere ? (['check'] as const) : []), 'retry', ...(hasText ? (['copy'] as const) : [])];
  const steps = nextSteps(failure?.reason ?? 'unknown');
  const isNote = direction === 'note';
  const actions: (TroubleAction | false)[] = [
    (steps.includes('retry') || isNote) && 'retry',
    // What goes back to the draft can be mended whatever the reason was.
    canMend && !isNote && (isHere || steps.includes('edit')) && 'edit',
    canMend && !isNote && (steps.includes('other-channel') || steps.includes('invite')) && 'other-channel',
    hasText && 'copy',
    isHere && 'discard',
  ];
  return actions.filter((action) => action !== false);
}

function discardQuestion(entry: TimelineEntry, context: RowContext, { trouble }: TimelineMoreTexts): TemplateResult {
  return html`<span class="question">${trouble.confirmDiscard}</span>
    <button
      type="button"
      class="button"
      tabindex=${context.tabIndex}
      @click=${() => context.desk.act('discard', entry)}
    >
      ${discardIcon()}<span>${trouble.discard}</span>
    </button>
    <button
      type="button"
      class="button quiet"
      tabindex=${context.tabIndex}
      @click=${() => context.desk.keep(entry.key)}
    >
      ${trouble.keep}
    </button>`;
}

function isAdvice(step: NextStep): step is 'wait' | 'check-number' | 'tell-admin' {
  return step === 'wait' || step === 'check-number' || step === 'tell-admin';
}
