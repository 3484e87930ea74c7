import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { QuickReplyItem } from '../../../domain/quick-reply-search.ts';
import { visibleName } from '../../../domain/visible-text.ts';
import type { ToolContext } from './tool.ts';

/** One quick reply in a list: its shortcut, its group or files, and how it begins. */
export function quickReplyLine(
  { group, reply, text, shortcut, shortShortcut }: QuickReplyItem,
  context: ToolContext,
  side: 'group' | 'files',
): TemplateResult {
  const { quickReplies } = context.texts;
  const keys = shortShortcut === null ? shortcut : `${shortShortcut} · ${shortcut}`;
  const files = reply.attachments.length > 0 ? quickReplies.files(reply.attachments.length) : '';
  const beside = side === 'group' ? [visibleName(group.name), files].filter(Boolean).join(' · ') : files;
  // The beginning is enough to know it by; a list of many long texts would cost more than it tells.
  const beginning = text.text.length > 240 ? `${text.text.slice(0, 240)}…` : text.text;
  return html`<span class="ce-suggestion-key" dir="ltr">${keys}</span>
    ${beside === '' ? html`<span></span>` : html`<bdi class="ce-suggestion-side">${beside}</bdi>`}
    ${beginning === '' ? nothing : html`<span class="ce-suggestion-text" lang=${ifDefined(text.language ?? undefined)}>${beginning}</span>`}`;
}
