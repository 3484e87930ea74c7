/** A picture whose size is known. */
export interface ImageSize {
  /** In dots; `null` while unknown. */
  readonly width: number | null;
  readonly height: number | null;
}

/** A smaller picture to be made: the numbers; drawing it is another's work. */
export interface ImageProposal {
  readonly mimeType: 'image/jpeg';
  readonly width: number;
  readonly height: number;
  /** 0…1. */
  readonly quality: number;
  /** What it will weigh, roughly and rather too much; what was drawn is weighed before it is sent. */
  readonly estimatedBytes: number;
}

/** What the picture may be. */
export interface ImageLimits {
  readonly maxBytes: number;
  /** Longest side in dots; absent = whatever a browser can draw. */
  readonly maxSide?: number;
}

/** AT8: a JPEG of a photograph at this quality takes less than this many bytes per dot. */
const bytesPerDot = 0.5;
const quality = 0.85;
/** The largest side that every browser can still draw. */
const drawableSide = 4096;

/**
 * The picture made small enough (AT8): as large as the limits allow, in the same proportions. `null` when its size is
 * unknown, or nothing would be left of it.
 */
export function imageProposal(
  { width, height }: ImageSize,
  { maxBytes, maxSide = drawableSide }: ImageLimits,
): ImageProposal | null {
  if (width === null || height === null || !(width >= 1) || !(height >= 1)) return null;
  const bySide = Math.min(maxSide, drawableSide) / Math.max(width, height);
  const byWeight = Math.sqrt(maxBytes / bytesPerDot / (width * height));
  const scale = Math.min(1, bySide, byWeight);
  const [toWidth, toHeight] = [Math.floor(width * scale), Math.floor(height * scale)];
  if (toWidth < 1 || toHeight < 1) return null;
  const estimatedBytes = Math.ceil(toWidth * toHeight * bytesPerDot);
  return { mimeType: 'image/jpeg', width: toWidth, height: toHeight, quality, estimatedBytes };
}
