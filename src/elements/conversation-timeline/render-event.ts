import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../controllers/localization.ts';
import type { Message, SystemEvent } from '../../domain/model.ts';
import { isolatedName } from '../../domain/visible-text.ts';
import type { TimelineTexts } from '../../locales/timeline.ts';
import type { RowContext } from './row-context.ts';

/** Something that happened to the conversation, as one centred line (A9). */
export function renderEvent({ content, at }: Message, { messages, formats }: RowContext): TemplateResult {
  return html`${content.kind === 'event' ? eventSentence(content.event, messages) : nothing} ·
    <time datetime=${new Date(at).toISOString()} title=${formats.dateTime(at)}>${formats.time(at)}</time>`;
}

/** What happened, and who did it. */
export function eventSentence(event: SystemEvent, { timeline }: Messages<TimelineTexts>): string {
  const what = whatHappened(event, timeline.events);
  const by = 'by' in event && event.by ? ` ${timeline.by(isolatedName(event.by))}` : '';
  return `${what}${by}`;
}

function whatHappened(event: SystemEvent, words: Messages<TimelineTexts>['timeline']['events']): string {
  switch (event.type) {
    case 'assigned': {
      const name = event.coWorkerName ?? event.coWorkerId;
      return name === null ? words.unassigned : words.assigned(isolatedName(name));
    }
    case 'branch-changed': {
      const name = event.branchName ?? event.branchId;
      return name === null ? words.noBranch : words.branch(isolatedName(name));
    }
    case 'tagged':
    case 'untagged':
      return words[event.type](isolatedName(event.tag));
    case 'linked':
      return words.linked(isolatedName(event.recipientName));
    case 'unlinked':
      return words.unlinked(isolatedName(event.recipientName));
    case 'started':
    case 'archived':
    case 'reopened':
    case 'spam':
    case 'not-spam':
      return words[event.type];
  }
}
