import type { Attachment } from '../../../domain/model.ts';
import { safeUrl } from '../../../dom/safe-url.ts';

/** Pictures that cannot carry scripts; everything else that calls itself an image is a download. */
const rasterImages = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp']);
const kilobyte = 1000;

/** Whether a file can be shown as a picture. */
export function isPicture({ mimeType }: Attachment): boolean {
  return rasterImages.has(mimeType.toLowerCase().split(';', 1)[0] ?? '');
}

/** What the adapter made itself may also be a `blob:` of this page. */
export function mediaUrl(url: string | null): string | null {
  return url?.startsWith(`blob:${location.origin}/`) ? url : safeUrl(url);
}

/** A size in the unit that says most. */
export function readableSize(bytes: number, number: (value: number) => string): string {
  if (bytes < kilobyte) return `${number(bytes)} B`;
  const megabytes = bytes / kilobyte / kilobyte;
  if (megabytes < 1) return `${number(Math.round(bytes / kilobyte))} kB`;
  return `${number(Math.round(megabytes * 10) / 10)} MB`;
}
