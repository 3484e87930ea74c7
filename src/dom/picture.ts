/** How large a picture is to be drawn, and how well. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** 0…1. */
  readonly quality: number;
}

/** How often a picture is drawn smaller still before it is given up. */
const mostAttempts = 6;

/** The size of a picture in dots, turned as it is shown; `null` when the browser cannot draw it. */
export async function pictureSize(bytes: Blob): Promise<{ readonly width: number; readonly height: number } | null> {
  try {
    const bitmap = await createImageBitmap(bytes);
    const { width, height } = bitmap;
    bitmap.close();
    return { width, height };
  } catch {
    return null;
  }
}

/**
 * Draws a picture anew as JPEG: nothing hidden in the file goes along, as the place where it was taken. What comes out too
 * heavy is drawn smaller; `null` when nothing light enough comes out, or the browser cannot draw it.
 */
export async function drawPicture(
  bytes: Blob,
  { width, height, quality }: Drawing,
  maxBytes: number,
): Promise<{ readonly bytes: Blob; readonly width: number; readonly height: number } | null> {
  const bitmap = await createImageBitmap(bytes).catch(() => null);
  if (!bitmap) return null;
  try {
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const scale = 0.8 ** attempt;
      const size = { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
      const drawn = await draw(bitmap, size, quality);
      if (drawn && drawn.size <= maxBytes) return { bytes: drawn, ...size };
    }
    return null;
  } finally {
    bitmap.close();
  }
}

async function draw(
  bitmap: ImageBitmap,
  { width, height }: { readonly width: number; readonly height: number },
  quality: number,
): Promise<Blob | null> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) return null;
  // What was transparent would become black.
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality });
}
