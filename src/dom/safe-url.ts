const allowed: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * The one gate for every `href` and `src` that is not ours: an absolute http, https, mailto or tel address in its
 * canonical form, or `null` for anything else (relative addresses, scripts, data, custom schemes, nonsense).
 */
export function safeUrl(text: string | null | undefined): string | null {
  if (!text) return null;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  return allowed.has(url.protocol) ? url.href : null;
}
