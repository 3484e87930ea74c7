/** One paragraph of what is printed, and how it looks. */
export interface PrintedLine {
  readonly text: string;
  readonly style: 'title' | 'meta' | 'day' | 'heading' | 'about' | 'body' | 'event';
  readonly side: 'incoming' | 'outgoing' | 'note' | 'event' | null;
}

const rules = `
  body { margin: 0; font: 10pt/1.4 system-ui, sans-serif; color: #000; }
  p, h1, h2 { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; break-inside: avoid; }
  h1 { font-size: 16pt; }
  h2 { margin-block-start: 14pt; border-block-end: 0.5pt solid #ccc; color: #555; font-size: 9.5pt; break-after: avoid; }
  h3 { margin: 8pt 0 0; font-size: 10pt; break-after: avoid; }
  .meta, .about { color: #555; font-size: 8pt; }
  .note { border-inline-start: 2pt solid #999; padding-inline-start: 6pt; }
  @page { margin: 18mm; }
`;
const tags = { title: 'h1', meta: 'p', day: 'h2', heading: 'h3', about: 'p', body: 'p', event: 'p' } as const;

/** Prints text in a frame of its own, so that nothing of the host's page is printed with it. */
export function printLines(document: Document, title: string, lines: readonly PrintedLine[]): void {
  const frame = document.createElement('iframe');
  Object.assign(frame.style, { position: 'fixed', width: '0', height: '0', border: '0' });
  frame.setAttribute('aria-hidden', 'true');
  document.body.append(frame);
  const { contentWindow, contentDocument } = frame;
  if (!contentWindow || !contentDocument) {
    frame.remove();
    return;
  }
  contentDocument.title = title;
  const { CSSStyleSheet: Sheet } = contentWindow as Window & typeof globalThis;
  const sheet = new Sheet();
  sheet.replaceSync(rules);
  contentDocument.adoptedStyleSheets = [sheet];
  for (const { text, style, side } of lines) {
    const element = contentDocument.createElement(tags[style]);
    element.className = side === null ? style : `${style} ${side}`;
    element.textContent = text;
    contentDocument.body.append(element);
  }
  contentWindow.addEventListener('afterprint', () => frame.remove());
  contentWindow.print();
}
