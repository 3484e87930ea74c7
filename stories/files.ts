import type { DraftFile, DraftKey } from '../src/ports/storage.ts';
import { aClientId } from '../src/testing/index.ts';
import type { World } from './support.ts';

/** A file as a story has it: its bytes begin as files of its kind do. */
export interface StoryFile extends Partial<DraftFile> {
  readonly name: string;
  readonly bytes: Blob;
}

/** A picture with something to see in it. */
export async function picture(width: number, height: number, hue: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context) {
    const sky = context.createLinearGradient(0, 0, 0, height);
    sky.addColorStop(0, `hsl(${hue} 60% 80%)`);
    sky.addColorStop(1, `hsl(${hue} 60% 45%)`);
    context.fillStyle = sky;
    context.fillRect(0, 0, width, height);
    context.fillStyle = `hsl(${hue + 120} 50% 40%)`;
    context.fillRect(width * 0.2, height * 0.5, width * 0.35, height * 0.5);
  }
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
}

/** A document of a size. */
export function pdf(sizeBytes: number): Blob {
  return new Blob(['%PDF-1.7\n', new Uint8Array(Math.max(0, sizeBytes - 9))]);
}

/** Files that wait in a draft, as if they had been added a minute ago. */
export function waiting(
  key: DraftKey,
  files: () => readonly StoryFile[] | Promise<readonly StoryFile[]>,
): ({ storage }: Pick<World, 'storage'>) => Promise<void> {
  return async ({ storage }) => {
    const list = await files();
    // As another tab would put it there: the session hears of it.
    const disk = storage.peer();
    for (const [position, { bytes, ...file }] of list.entries())
      await disk.putDraftFile(
        {
          ...{ id: aClientId(position + 700), uploadId: aClientId(position + 800), key, position },
          ...{ mimeType: 'application/pdf', kind: 'document', sizeBytes: bytes.size, width: null, height: null },
          ...{ durationMs: null, caption: '', altText: '' },
          ...file,
        },
        bytes,
      );
  };
}
