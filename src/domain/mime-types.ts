import type { MediaRule } from './model.ts';

/** A media type without its parameters, in small letters: `Audio/OGG; codecs=opus` is `audio/ogg`. */
export function bareMimeType(mimeType: string): string {
  return mimeType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** Whether a media type is one of those a rule names; `image/*` names every picture. */
export function matchesMimeType(mimeType: string, allowed: readonly string[]): boolean {
  const bare = bareMimeType(mimeType);
  return allowed.some((type) => type === bare || (type.endsWith('/*') && bare.startsWith(type.slice(0, -1))));
}

/** The rule of a channel for a file of this kind and type; `null` when the channel does not carry it (AT2). */
export function mediaRuleFor(media: readonly MediaRule[], kind: MediaRule['kind'], mimeType: string): MediaRule | null {
  return media.find((rule) => rule.kind === kind && matchesMimeType(mimeType, rule.mimeTypes)) ?? null;
}
