/** Characters as a picture, in units of the size of the letters. */
export interface GlyphPicture {
  /** `data:image/jpeg`. */
  readonly src: string;
  readonly width: number;
  readonly height: number;
  /** From its top down to the line the letters stand on. */
  readonly baseline: number;
}

/** Draws what no font of ours has: emoji, and scripts such as Chinese, with the fonts of the device. */
export interface GlyphPictures {
  width(text: string): number;
  /** `null` where the device has no shape for it either, or does not let us read what it drew. */
  of(text: string, color: string): GlyphPicture | null;
}

/** Never a character: devices draw the box that stands for what they do not have. */
const noCharacter = '\u{10ffff}';
/** Pixels per unit: sharp on paper at the sizes we use. */
const scale = 48;
const top = 1.05;
const height = 1.4;

/** Pictures from the canvas of a document. Each is made once. */
export function canvasPictures(document: Document): GlyphPictures {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const made = new Map<string, GlyphPicture | null>();
  const font = `${scale}px system-ui, sans-serif`;
  const width = (text: string): number => {
    if (!context) return 0;
    context.font = font;
    return context.measureText(text).width / scale;
  };
  const draw = (text: string, color: string): GlyphPicture | null => {
    const units = width(text);
    if (!context || units === 0) return null;
    canvas.width = Math.ceil(units * scale);
    canvas.height = Math.ceil(height * scale);
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    // Browsers that guard against fingerprints give noise back, or white.
    if (!isWhite(context, canvas)) return null;
    context.font = font;
    context.fillStyle = color;
    context.fillText(text, 0, top * scale);
    if (isWhite(context, canvas)) return null;
    const src = canvas.toDataURL('image/jpeg', 0.92);
    if (!text.startsWith(noCharacter) && src === of(noCharacter.repeat(visibleCount(text)), color)?.src) return null;
    return { src, width: canvas.width / scale, height: canvas.height / scale, baseline: top };
  };
  const of = (text: string, color: string): GlyphPicture | null => {
    const key = `${color} ${text}`;
    let picture = made.get(key);
    if (picture === undefined) {
      picture = draw(text, color);
      made.set(key, picture);
    }
    return picture;
  };
  return { width, of };
}

function visibleCount(text: string): number {
  return Array.from(text).filter((character) => !/[\p{Cf}\p{Variation_Selector}]/u.test(character)).length;
}

function isWhite(context: CanvasRenderingContext2D, { width, height: rows }: HTMLCanvasElement): boolean {
  return context.getImageData(0, 0, width, rows).data.every((value) => value === 255);
}
