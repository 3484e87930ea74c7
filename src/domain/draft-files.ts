import { judgeFiles, maxFiles, type FileVerdict, type PickedFile } from './attachments.ts';
import { planMessages, type MessagePlan } from './attachment-plan.ts';
import { imageProposal, type ImageProposal } from './image-resize.ts';
import type { ChannelCapabilities, MediaRule } from './model.ts';
import { splitFileName } from './visible-text.ts';

/** A file of a draft, as far as its channel is concerned. */
export interface DraftedFile {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly kind: Exclude<MediaRule['kind'], 'sticker'>;
  readonly sizeBytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly caption: string;
}

/** Pictures larger than this are offered smaller: a phone shows no more. */
const largeBytes = 1_000_000;
const largeSide = 1600;

/** What becomes of each file of a draft on a channel, in order (B10). Programs are never in a draft. */
export function draftVerdicts(
  files: readonly DraftedFile[],
  capabilities: ChannelCapabilities,
): readonly FileVerdict[] {
  return judgeFiles(files.map(pickedOf), capabilities);
}

/** The messages that a text and the files of a draft become; `null` while one of the files cannot be sent. */
export function draftPlan(
  files: readonly DraftedFile[],
  text: string,
  capabilities: ChannelCapabilities,
): MessagePlan | null {
  const verdicts = draftVerdicts(files, capabilities);
  const ready = files.flatMap(({ id, caption }, index) => {
    const verdict = verdicts[index];
    return verdict?.ok ? [{ id, kind: verdict.kind, caption }] : [];
  });
  return ready.length === files.length ? planMessages(ready, text, capabilities) : null;
}

/** How a picture that may be sent as it is could be made lighter; `null` when it is light enough. */
export function lighterPicture({ mimeType, sizeBytes, width, height }: DraftedFile): ImageProposal | null {
  if (!/^image\/(?:jpeg|png|webp)$/.test(mimeType) || sizeBytes <= largeBytes) return null;
  if (Math.max(width ?? 0, height ?? 0) <= largeSide) return null;
  return imageProposal({ width, height }, { maxBytes: largeBytes, maxSide: largeSide });
}

/** The name of a file after it was drawn anew as JPEG. */
export function jpegName(name: string): string {
  return `${splitFileName(name).stem}.jpg`;
}

/** How many more files a draft may take (AT7). */
export function roomFor(count: number): number {
  return Math.max(0, maxFiles - count);
}

function pickedOf({ id, name, mimeType, kind, sizeBytes, width, height }: DraftedFile): PickedFile {
  return {
    id,
    name,
    sizeBytes,
    width,
    height,
    type: { mimeType, kind, previewable: width !== null, executable: false },
  };
}
