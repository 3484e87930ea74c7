import { mediaRuleFor } from './mime-types.ts';
import type { MediaRule } from './model.ts';

/** A way to record: what the recorder makes, and what becomes of it. */
export interface VoiceFormat {
  /** For the browser's recorder. */
  readonly recorded: string;
  /** What is sent. */
  readonly mimeType: string;
  readonly extension: string;
  /** Whether the container has to be changed. */
  readonly repacked: boolean;
}

/** AT11: what phones play as a voice note first, then what is a sound at least. */
const formats: readonly VoiceFormat[] = [
  { recorded: 'audio/ogg;codecs=opus', mimeType: 'audio/ogg; codecs=opus', extension: '.ogg', repacked: false },
  { recorded: 'audio/webm;codecs=opus', mimeType: 'audio/ogg; codecs=opus', extension: '.ogg', repacked: true },
  { recorded: 'audio/mp4;codecs=mp4a.40.2', mimeType: 'audio/mp4', extension: '.m4a', repacked: false },
  { recorded: 'audio/webm;codecs=opus', mimeType: 'audio/webm', extension: '.webm', repacked: false },
];

/** A voice note is not longer than this. */
export const longestNoteMs = 15 * 60_000;

/**
 * How to record a voice note for a channel; `null` when the browser records nothing that the channel takes.
 * @param canRecord - whether the browser's recorder makes a type
 */
export function voiceFormat(media: readonly MediaRule[], canRecord: (type: string) => boolean): VoiceFormat | null {
  return (
    formats.find(({ recorded, mimeType }) => mediaRuleFor(media, 'audio', mimeType) !== null && canRecord(recorded)) ??
    null
  );
}
