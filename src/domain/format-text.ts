/** How a stretch of a message is to be shown. */
export interface TextRun {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strike: boolean;
  readonly code: boolean;
}

type Mark = 'bold' | 'italic' | 'strike';

const marks: ReadonlyMap<string, Mark> = new Map([
  ['*', 'bold'],
  ['_', 'italic'],
  ['~', 'strike'],
]);
const plain = { bold: false, italic: false, strike: false, code: false };
/** A word begins or ends beside these. */
const boundary = /[\s\p{P}\p{S}]/u;

/**
 * A text as WhatsApp shows it: `*bold*`, `_italic_`, `~struck~`, `` `code` `` and ```` ```blocks``` ````. A sign counts at the edge
 * of a word only, within one line; everything else is what was typed. Takes linear time.
 */
export function formatText(text: string): readonly TextRun[] {
  const runs: TextRun[] = [];
  // Every other piece stands between two fences; a last fence without its other half is text.
  const pieces = text.split('```');
  const isOdd = pieces.length % 2 === 0;
  pieces.forEach((piece, index) => {
    const isLast = isOdd && index === pieces.length - 1;
    if (isLast) add(runs, { ...plain, text: '```' });
    if (index % 2 === 1 && !isLast) add(runs, { ...plain, code: true, text: piece });
    else for (const line of piece.split(/(?<=\n)/)) formatLine(line, runs);
  });
  return runs;
}

function formatLine(line: string, runs: TextRun[]): void {
  if (!/[*_~`]/.test(line)) {
    add(runs, { ...plain, text: line });
    return;
  }
  const parts = line.split('`');
  const isOdd = parts.length % 2 === 0;
  parts.forEach((part, index) => {
    const isLast = isOdd && index === parts.length - 1;
    if (isLast) add(runs, { ...plain, text: '`' });
    if (index % 2 === 1 && !isLast) add(runs, { ...plain, code: part !== '', text: part === '' ? '``' : part });
    else formatWords(part, runs);
  });
}

/** A sign that opened something, and where. */
interface Opened {
  readonly mark: Mark;
  readonly at: number;
}

function formatWords(text: string, runs: TextRun[]): void {
  const spans: { readonly mark: Mark; readonly from: number; readonly to: number }[] = [];
  let open: Opened[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = marks.get(text.charAt(at));
    if (!mark) continue;
    const opener = open.find((one) => one.mark === mark);
    if (opener && at - opener.at > 1 && closes(text, at)) {
      spans.push({ mark, from: opener.at, to: at });
      open = open.slice(0, open.indexOf(opener));
    } else if (!opener && opens(text, at)) open.push({ mark, at });
  }
  cut(text, spans, runs);
}

function opens(text: string, at: number): boolean {
  const next = text.charAt(at + 1);
  return next !== '' && !/\s/.test(next) && (at === 0 || boundary.test(text.charAt(at - 1)));
}

function closes(text: string, at: number): boolean {
  return !/\s/.test(text.charAt(at - 1)) && (at === text.length - 1 || boundary.test(text.charAt(at + 1)));
}

/** Cuts a text at the signs that mean something, and leaves those out. */
function cut(
  text: string,
  spans: readonly { readonly mark: Mark; readonly from: number; readonly to: number }[],
  runs: TextRun[],
): void {
  const edges = spans
    .flatMap(({ mark, from, to }) => [
      { mark, at: from, on: true },
      { mark, at: to, on: false },
    ])
    .sort((a, b) => a.at - b.at);
  const now = { bold: false, italic: false, strike: false };
  let from = 0;
  for (const { mark, at, on } of edges) {
    add(runs, { ...now, code: false, text: text.slice(from, at) });
    now[mark] = on;
    from = at + 1;
  }
  add(runs, { ...now, code: false, text: text.slice(from) });
}

/** Neighbours that look the same are one run. */
function add(runs: TextRun[], run: TextRun): void {
  if (run.text === '') return;
  const last = runs.at(-1);
  const isSame =
    last?.bold === run.bold && last.italic === run.italic && last.strike === run.strike && last.code === run.code;
  if (last && isSame) runs[runs.length - 1] = { ...last, text: last.text + run.text };
  else runs.push(run);
}
