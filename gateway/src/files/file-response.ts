/** What has to be known of a file to hand it to a page. */
export interface ServedFile {
  readonly name: string;
  readonly mimeType: string;
  /** Whether a page may show it: told by its bytes, never by its name. */
  readonly previewable: boolean;
  readonly sizeBytes: number;
}

/** A part of a file. */
export interface Stretch {
  readonly start: number;
  /** The last byte that is in it. */
  readonly end: number;
}

/** What is asked for, and where the bytes come from. */
export interface FileRequest {
  readonly range: string | null;
  /** How long the answer may be kept. */
  readonly maxAgeMs: number;
  readonly body: (stretch: Stretch) => BodyInit;
}

/**
 * A file as a page may have it: whatever stands in it, nothing of it runs, and what no page shows is only downloaded.
 * Customers chose its bytes and its name, so neither decides how it is served.
 */
export function fileResponse(file: ServedFile, { range, maxAgeMs, body }: FileRequest): Response {
  const { sizeBytes } = file;
  const stretch = stretchOf(range, sizeBytes);
  const headers = new Headers(fileHeaders(file));
  headers.set('cache-control', `private, max-age=${Math.max(0, Math.floor(maxAgeMs / 1000))}`);
  if (stretch === 'impossible') {
    headers.set('content-range', `bytes */${sizeBytes}`);
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = stretch ?? { start: 0, end: sizeBytes - 1 };
  headers.set('content-length', String(end - start + 1));
  if (stretch) headers.set('content-range', `bytes ${start}-${end}/${sizeBytes}`);
  return new Response(body({ start, end }), { status: stretch ? 206 : 200, headers });
}

function fileHeaders({ name, mimeType, previewable }: ServedFile): Readonly<Record<string, string>> {
  return {
    'content-type': previewable ? mimeType : 'application/octet-stream',
    'content-disposition': `${previewable ? 'inline' : 'attachment'}; filename*=UTF-8''${encodedName(name)}`,
    'content-security-policy': "sandbox; default-src 'none'; form-action 'none'; base-uri 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    // Pages of the host show it from another origin; the link is what allows it.
    'cross-origin-resource-policy': 'cross-origin',
    'accept-ranges': 'bytes',
  };
}

function encodedName(name: string): string {
  const rest = /[!'()*]/g;
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, '_')).replace(
    rest,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
}

/** One stretch, as players ask for it; several at once are answered with the whole file. */
function stretchOf(range: string | null, sizeBytes: number): Stretch | 'impossible' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range?.trim() ?? '');
  if (!match) return null;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, sizeBytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? sizeBytes - 1 : Math.min(sizeBytes - 1, Number(last));
  return start <= end ? { start, end } : 'impossible';
}
