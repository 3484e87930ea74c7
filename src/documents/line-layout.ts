import bidiFactory from 'bidi-js';
import type { DocumentLink } from '../domain/export-document.ts';
import { drawable, type Slice, sliceFor } from './font-choice.ts';

/** Characters in one font, one direction and one link; `slice` is `null` for what is drawn as a picture. */
export interface Run {
  /** As it is read. */
  readonly text: string;
  /** As it is handed to the font. */
  readonly drawn: string;
  readonly slice: Slice | null;
  readonly isRtl: boolean;
  readonly href: string | null;
  /** From the left end of the line, points. */
  readonly x: number;
  readonly width: number;
}

/** A line of a paragraph: its runs in the order they are read. */
export interface Line {
  readonly runs: readonly Run[];
  readonly width: number;
  readonly isRtl: boolean;
}

/** How wide a run of characters is in the font and size of the paragraph. */
export type Measure = (run: Pick<Run, 'text' | 'drawn' | 'slice' | 'isRtl'>) => number;

interface Cluster {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly slice: Slice | null;
  readonly level: number;
  readonly href: string | null;
}

const bidi = bidiFactory();
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Whether the font lays a text out from right to left. */
export function turnsAround(text: string): boolean {
  return rightToLeft.test(text);
}

/** Breaks text into lines no wider than `room`; each paragraph of it reads in the direction of its first letter. */
export function layOut(text: string, links: readonly DocumentLink[], room: number, measure: Measure): readonly Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\n\r\u2028\u2029]*(?:\r\n|[\n\r\u2028\u2029]|$)/gu)) {
    if (match[0] === '' && match.index > 0) break;
    const paragraph = match[0].replace(/[\n\r\u2028\u2029]+$/u, '').replaceAll('\t', ' ');
    const own = links.map(({ start, end, href }) => ({ start: start - match.index, end: end - match.index, href }));
    lines.push(...layOutParagraph(paragraph, own, room, measure));
  }
  return lines;
}

/** What one reads as characters: letters with their marks, emoji with their skin tone. */
export function charactersOf(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Every character of a text that no font of ours has, as one reads it. */
export function withoutFont(text: string): readonly string[] {
  return clustersOf(text, [], new Uint8Array(text.length))
    .filter(({ slice }) => slice === null)
    .map((cluster) => cluster.text);
}

/** The slices that a text needs. */
export function slicesOf(text: string): readonly Slice[] {
  return clustersOf(text, [], new Uint8Array(text.length)).flatMap(({ slice }) => slice ?? []);
}

function layOutParagraph(
  text: string,
  links: readonly DocumentLink[],
  room: number,
  measure: Measure,
): readonly Line[] {
  const embedding = bidi.getEmbeddingLevels(text, 'auto');
  const isRtl = (embedding.paragraphs[0]?.level ?? 0) % 2 === 1;
  return linesOf(clustersOf(text, links, embedding.levels), room, measure).map((clusters) => {
    const runs = runsOf(clusters).map((run) => ({ ...run, width: measure(run) }));
    const first = clusters[0]?.start ?? 0;
    const order = bidi.getReorderedIndices(text, embedding, first, (clusters.at(-1)?.end ?? first + 1) - 1);
    const places = new Map(order.map((index, place) => [index, place]));
    const placeOf = (run: { readonly from: number }): number => places.get(run.from) ?? 0;
    let x = 0;
    const lefts = new Map<unknown, number>();
    for (const run of [...runs].sort((a, b) => placeOf(a) - placeOf(b))) {
      lefts.set(run, x);
      x += run.width;
    }
    return { runs: runs.map((run) => ({ ...run, x: lefts.get(run) ?? 0 })), width: x, isRtl };
  });
}

function clustersOf(text: string, links: readonly DocumentLink[], levels: Uint8Array): readonly Cluster[] {
  const clusters: Cluster[] = [];
  let before: Slice | null = null;
  let link = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    const slice = sliceFor(segment, before);
    while ((links[link]?.end ?? Infinity) <= index) link += 1;
    const { start = Infinity, href = null } = links[link] ?? {};
    clusters.push({
      start: index,
      end: index + segment.length,
      text: segment,
      slice,
      level: levels[index] ?? 0,
      href: index >= start ? href : null,
    });
    before = slice;
  }
  return clusters;
}

/** Between words, between characters that are pictures (which need no spaces), and inside words longer than a line. */
function linesOf(clusters: readonly Cluster[], room: number, measure: Measure): readonly (readonly Cluster[])[] {
  const lines: Cluster[][] = [];
  let line: Cluster[] = [];
  let used = 0;
  const add = (part: readonly Cluster[], width: number): void => {
    line.push(...part);
    used += width;
  };
  const next = (): void => {
    lines.push(line);
    line = [];
    used = 0;
  };
  for (const word of wordsOf(clusters)) {
    const width = widthOf(word, measure);
    const seen = widthOf(withoutEnd(word), measure);
    if (used + seen > room && line.length > 0) next();
    if (seen <= room) {
      add(word, width);
      continue;
    }
    for (const cluster of word) {
      const own = widthOf([cluster], measure);
      if (used + own > room && line.length > 0) next();
      add([cluster], own);
    }
  }
  return [...lines, line].map(withoutEnd);
}

function wordsOf(clusters: readonly Cluster[]): readonly (readonly Cluster[])[] {
  const words: Cluster[][] = [];
  clusters.forEach((cluster, index) => {
    const before = clusters[index - 1];
    const isFirst = !before || (isSpace(before) && !isSpace(cluster)) || (!before.slice && !isSpace(cluster));
    if (isFirst) words.push([cluster]);
    else words.at(-1)?.push(cluster);
  });
  return words;
}

function isSpace({ text }: Cluster): boolean {
  return text !== '\u00a0' && text.trim() === '';
}

function withoutEnd(clusters: readonly Cluster[]): readonly Cluster[] {
  let end = clusters.length;
  for (let last = clusters[end - 1]; last && isSpace(last); last = clusters[end - 1]) end -= 1;
  return clusters.slice(0, end);
}

function widthOf(clusters: readonly Cluster[], measure: Measure): number {
  return runsOf(clusters).reduce((sum, run) => sum + measure(run), 0);
}

type Piece = Omit<Run, 'x' | 'width'> & { readonly from: number };

function runsOf(clusters: readonly Cluster[]): readonly Piece[] {
  const runs: Cluster[][] = [];
  for (const cluster of clusters) {
    const last = runs.at(-1)?.at(-1);
    const isSame = last?.slice === cluster.slice && last.level === cluster.level && last.href === cluster.href;
    if (isSame) runs.at(-1)?.push(cluster);
    else runs.push([cluster]);
  }
  return runs.flatMap(pieceOf);
}

function pieceOf(clusters: readonly Cluster[]): Piece[] {
  const [first] = clusters;
  if (!first) return [];
  const { slice, href, level, start } = first;
  const isRtl = level % 2 === 1;
  const text = clusters.map((cluster) => cluster.text).join('');
  const drawn = slice ? drawnOf(clusters, slice, isRtl) : text;
  return [{ text, drawn, slice, isRtl, href, from: start }];
}

/** The font turns whatever is of a right-to-left script around, also digits; signs without a script are turned here. */
function drawnOf(clusters: readonly Cluster[], slice: Slice, isRtl: boolean): string {
  const parts = clusters.map(({ text }) => drawable(text, slice));
  const shown = isRtl ? parts.map((part) => bidi.getMirroredCharacter(part) ?? part) : parts;
  const isTurned = turnsAround(parts.join(''));
  return (isRtl === isTurned ? shown : shown.reverse()).join('');
}
