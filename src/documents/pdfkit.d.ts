/** What we use of pdfkit, which brings no types. */
declare module 'pdfkit' {
  export interface TextOptions {
    readonly lineBreak?: boolean;
    readonly features?: Readonly<Record<string, boolean>>;
    readonly baseline?: 'alphabetic';
    readonly link?: string;
  }

  export interface StructureElement {
    add(child: StructureElement | (() => void)): this;
    end(): void;
  }

  export interface DocumentOptions {
    readonly size: readonly [number, number];
    readonly margin: number;
    readonly font: null;
    readonly bufferPages: boolean;
    readonly tagged: boolean;
    readonly displayTitle: boolean;
    readonly lang: string;
    readonly pdfVersion: '1.7';
    readonly info: {
      readonly Title: string;
      readonly Creator: string;
      readonly Producer: string;
      readonly CreationDate: Date;
    };
  }

  export class PDFDocument {
    constructor(options: DocumentOptions);
    registerFont(name: string, source: Uint8Array | import('fontkit').Font): this;
    font(name: string): this;
    fontSize(size: number): this;
    widthOfString(text: string, options?: TextOptions): number;
    text(text: string, x: number, y: number, options?: TextOptions): this;
    image(source: string, x: number, y: number, options: { readonly width: number; readonly height: number }): this;
    rect(x: number, y: number, width: number, height: number): this;
    fill(color: string): this;
    fillColor(color: string): this;
    addPage(): this;
    bufferedPageRange(): { readonly start: number; readonly count: number };
    switchToPage(page: number): void;
    struct(type: string): StructureElement;
    addStructure(element: StructureElement): this;
    markContent(tag: 'Span', options: { readonly actual: string }): this;
    markContent(tag: 'Artifact', options: { readonly type: 'Pagination' | 'Layout' }): this;
    endMarkedContent(): this;
    end(): void;
  }
}

declare module 'pdfkit/output' {
  export function toBytes(document: import('pdfkit').PDFDocument): Promise<Uint8Array>;
}
