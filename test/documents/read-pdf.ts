/** What another program reads in a PDF. */
export interface ReadPdf {
  /** A line per line, a page per entry. */
  readonly pages: readonly string[];
  readonly links: readonly string[];
  readonly title: string | undefined;
  readonly language: string | null;
  /** Headings and the like, in order. */
  readonly roles: readonly string[];
  readonly hasScripts: boolean;
  readonly attachments: number;
}

interface StructNode {
  readonly role?: string;
  readonly children?: readonly StructNode[];
}

/** Reads with PDF.js, the reader of Firefox. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  const links: string[] = [];
  const roles: string[] = [];
  const walk = ({ role, children = [] }: StructNode): void => {
    if (role !== undefined) roles.push(role);
    children.forEach(walk);
  };
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    for (const annotation of (await page.getAnnotations()) as readonly { readonly url?: string }[])
      links.push(annotation.url ?? 'no address');
    walk((await page.getStructTree()) as StructNode);
  }
  const { info } = await pdf.getMetadata();
  const { Title: title, Language: language } = info as { readonly Title?: string; readonly Language?: string | null };
  const scripts = await pdf.getJSActions();
  const attachments = (await pdf.getAttachments()) as object | null;
  await task.destroy();
  return {
    pages,
    links,
    title,
    language: language ?? null,
    roles,
    hasScripts: scripts !== null,
    attachments: Object.keys(attachments ?? {}).length,
  };
}
