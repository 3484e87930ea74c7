/** What we use of fontkit, which brings no types. */
declare module 'fontkit' {
  export interface Glyph {
    readonly id: number;
    readonly codePoints: readonly number[];
  }

  export interface GlyphRun {
    glyphs: readonly Glyph[];
  }

  export interface Font {
    readonly postscriptName: string;
    layout(text: string, features?: Readonly<Record<string, boolean>>): GlyphRun;
  }

  export function create(bytes: Uint8Array): Font;
}
