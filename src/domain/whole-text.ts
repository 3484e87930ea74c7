import type { Content, ListSection, MessageButton } from './model.ts';
import { textOf } from './preview.ts';

/**
 * All that can be read in a message, a line per part as the recipient saw it: for copying, exporting and searching, where
 * the one line of `textOf` would leave out what somebody answered to.
 */
export function wholeTextOf(content: Content): string {
  switch (content.kind) {
    case 'template':
      return lines([content.header, content.body, content.footer, ...labels(content.buttons)]);
    case 'interactive':
      return lines([content.header ?? null, content.body, content.footer, ...labels(content.buttons)]);
    case 'list':
      return lines([
        ...[content.header, content.body, content.footer, `[${content.button}]`],
        ...content.sections.flatMap(sectionLines),
      ]);
    case 'choice':
      return lines([content.title, content.description]);
    default:
      return textOf(content);
  }
}

function sectionLines({ title, rows }: ListSection): readonly (string | null)[] {
  return [title, ...rows.map((row) => `• ${[row.title, row.description ?? ''].filter(Boolean).join(' – ')}`)];
}

function labels(buttons: readonly MessageButton[]): readonly string[] {
  return buttons.map(({ label }) => `[${label}]`);
}

function lines(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part.trim() !== '').join('\n');
}
