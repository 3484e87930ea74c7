import type { MessageDirection } from './model.ts';

/** A stretch of a paragraph that opens an address; `href` has passed `safeUrl`. */
export interface DocumentLink {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

/** A paragraph of an exported conversation, on paper and in a PDF alike. */
export interface DocumentParagraph {
  readonly text: string;
  readonly style: 'title' | 'meta' | 'day' | 'heading' | 'about' | 'body' | 'event';
  /** Whose message it belongs to; `null` for what belongs to no message. */
  readonly side: MessageDirection | null;
  readonly links: readonly DocumentLink[];
}

/** What an exported conversation is drawn from (D9). */
export interface ExportDocument {
  readonly title: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** When it was made. */
  readonly at: number;
  readonly paragraphs: readonly DocumentParagraph[];
  /** At the foot of each page. */
  readonly footer: (page: number, pages: number) => string;
}
