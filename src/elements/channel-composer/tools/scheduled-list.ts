import { html, nothing, type TemplateResult } from 'lit';
import type { Composition } from '../../../controllers/composer-controller.ts';
import type { ScheduledController } from '../../../controllers/scheduled-controller.ts';
import type { Content } from '../../../domain/model.ts';
import { textOf } from '../../../domain/preview.ts';
import { isolatedName, visibleName } from '../../../domain/visible-text.ts';
import type { ScheduledMessage } from '../../../ports/parts/schedule.ts';
import { failedIcon, timerIcon } from '../../../styles/icons.ts';
import { channelName } from '../words.ts';
import type { Templates } from './templates.ts';
import type { ToolContext } from './tool.ts';

/** What waits for its time in a conversation, each with a way to take it back (B16). */
export function scheduledList(
  scheduled: ScheduledController,
  { context, templates }: { readonly context: ToolContext; readonly templates: Templates },
  { conversation }: Composition,
): TemplateResult | typeof nothing {
  const { messages, problem } = scheduled;
  const { sendWays } = context.texts;
  const said = problem === null ? nothing : problemLine(problem, context);
  if (messages.length === 0) return html`${said}`;
  const take = async (message: ScheduledMessage): Promise<void> => {
    const { clientId, channel, content } = message.message;
    if (!(await scheduled.cancel(clientId))) return;
    context.say(content.kind === 'template' ? sendWays.takenBack : sendWays.cancelled);
    if (content.kind === 'template' && (await templates.takeUp({ channel, content }))) return;
    const request = { conversationId: conversation.id, channel, by: 'same-channel' as const };
    if (content.kind === 'text') await context.carrier.takeUp({ ...request, text: content.text });
    else if ('attachment' in content) await context.carrier.takeUp({ ...request, text: null, file: content });
    await context.element.updateComplete;
    context.textArea.focusEnd();
  };
  return html`<details class="scheduled" part="scheduled">
      <summary>${timerIcon()}<span>${sendWays.scheduled(messages.length)}</span></summary>
      <ul>
        ${messages.map((message) =>
          scheduledLine(message, context, {
            why: message.message.content.kind === 'template' && templates.hasDraft ? sendWays.templateWaits : '',
            take: () => void take(message),
          }),
        )}
      </ul>
    </details>
    ${said}`;
}

function scheduledLine(
  { message, sendAt, author, state }: ScheduledMessage,
  context: ToolContext,
  { why, take }: { readonly why: string; readonly take: () => void },
): TemplateResult {
  const { sendWays } = context.texts;
  const { formats } = context.words;
  const when = formats.dateTime(sendAt);
  return html`<li>
    <div class="scheduled-text">
      <p dir="auto">${whatOf(message.content)}</p>
      <p class="about">
        ${when} · ${channelName(message.channel, context.words)} · ${isolatedName(visibleName(author.name))}
      </p>
      ${state === 'failed' ? html`<p class="reason">${failedIcon()} ${sendWays.failed}</p>` : nothing}
      ${why === '' ? nothing : html`<p class="about">${why}</p>`}
    </div>
    <button
      type="button"
      class="button compact"
      aria-label=${sendWays.takeBackOf(when)}
      aria-disabled=${why !== ''}
      @click=${() => why === '' && take()}
    >
      ${sendWays.takeBack}
    </button>
  </li>`;
}

/** A text, or the name of the file and what is said of it. */
function whatOf(content: Content): string {
  const text = textOf(content);
  if (!('attachment' in content)) return text;
  const name = isolatedName(visibleName(content.attachment.name));
  return content.caption === null ? name : `${name} · ${content.caption}`;
}

/** Why the last command failed. */
export function problemLine(
  code: NonNullable<ScheduledController['problem']>,
  { texts, words }: ToolContext,
): TemplateResult {
  const { sendWays } = texts;
  const own = code === 'conflict' ? sendWays.tooLate : code === 'window-closed' ? sendWays.windowClosed : null;
  return html`<p class="notice critical" part="notice" role="alert">
    ${failedIcon()}<span>${own ?? words.messages.common.errors[code]}</span>
  </p>`;
}
