import type { TemplateFilling } from './model.ts';

/** A stretch of a template's text. */
export type TemplateToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'place'; readonly name: string; readonly source: string };

/** TP2: `{{1}}` or `{{order_id}}`; bounded, so that hostile text costs linear time. */
const places = {
  positional: /\{\{(\d{1,3})\}\}/g,
  named: /\{\{([a-z][a-z0-9_]{0,63})\}\}/g,
} as const;

/** Names the code of a button that copies one: no place in a text can be called so, e.g. one of a link that holds a `code`. */
export const copyCodePlace = 'copy-code';

/** Takes a template's text apart: words, and the places that are filled when it is sent (TP2). */
export function templateTokens(text: string, format: TemplateFilling['parameterFormat']): readonly TemplateToken[] {
  const tokens: TemplateToken[] = [];
  let end = 0;
  for (const match of text.matchAll(places[format])) {
    if (match.index > end) tokens.push({ kind: 'text', text: text.slice(end, match.index) });
    tokens.push({ kind: 'place', name: match[1] ?? '', source: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) tokens.push({ kind: 'text', text: text.slice(end) });
  return tokens;
}

/** The names of the places in a text, each once, in order. */
export function placeNames(text: string, format: TemplateFilling['parameterFormat']): readonly string[] {
  const names = templateTokens(text, format).flatMap((token) => (token.kind === 'place' ? [token.name] : []));
  return [...new Set(names)];
}
