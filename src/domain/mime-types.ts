import type { MediaRule } from './model.ts';

/** A media type without its parameters, in small letters: `Audio/OGG; codecs=opus` is `audio/ogg`. */
export function bareMimeType(mimeType: string): string {
  return mimeType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/**
 * Whether a media type is one of those a rule names (AT5): `image/*` names every picture, `audio/ogg; codecs=opus` only
 * those of that codec.
 */
export function matchesMimeType(mimeType: string, allowed: readonly string[]): boolean {
  const bare = bareMimeType(mimeType);
  return allowed.some((type) => {
    if (type.endsWith('/*')) return bare.startsWith(type.slice(0, -1));
    if (bareMimeType(type) !== bare) return false;
    const codec = codecOf(type);
    return codec === null || codec === codecOf(mimeType);
  });
}

/** The rule of a channel for a file of this kind and type; `null` when the channel does not carry it (AT5). */
export function mediaRuleFor(media: readonly MediaRule[], kind: MediaRule['kind'], mimeType: string): MediaRule | null {
  return media.find((rule) => rule.kind === kind && matchesMimeType(mimeType, rule.mimeTypes)) ?? null;
}

function codecOf(mimeType: string): string | null {
  return /;\s*codecs="?([\w.]+)/i.exec(mimeType)?.[1]?.toLowerCase() ?? null;
}
