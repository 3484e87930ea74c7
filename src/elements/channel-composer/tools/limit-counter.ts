import { html, nothing } from 'lit';
import { smsSegments } from '../../../domain/sms-segments.ts';
import { textLength } from '../../../domain/text-length.ts';
import type { ComposerTool, ToolContext } from './tool.ts';

/** Longer texts are too long for any channel that counts in parts; counting them exactly helps nobody. */
export const longestCounted = 10_000;

/** How much of the channel's limit is used: parts of a text message always, characters when it gets tight (B11). */
export function limitCounter(context: ToolContext): ComposerTool {
  context.composer.aids = { ...context.composer.aids, lengthOf: textLength };
  return {
    counter: ({ outgoing, limit, mode, option }) => {
      const { counter } = context.texts;
      const { formats } = context.words;
      const { length } = outgoing.text;
      if (mode === 'note' || option.reason !== null) return nothing;
      const show = (content: string) => html`<span class="counter" part="segments">${content}</span>`;
      if (limit.unit !== 'sms-parts') {
        if (limit.limit === null || length < limit.limit * 0.8) return nothing;
        return show(counter.usedOf(formats.number(length), formats.number(limit.limit)));
      }
      if (length > longestCounted) return nothing;
      const { parts, leftInPart } = smsSegments(outgoing.text);
      return show(`${counter.parts(parts)} · ${counter.left(leftInPart)}`);
    },
  };
}
