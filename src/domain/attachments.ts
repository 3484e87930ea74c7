import type { FileType } from './file-type.ts';
import { imageProposal } from './image-resize.ts';
import type { ImageProposal } from './image-resize.ts';
import { matchesMimeType } from './mime-types.ts';
import type { ChannelCapabilities, MediaRule } from './model.ts';

/** A file that somebody chose, pasted or dropped. */
export interface PickedFile {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly type: FileType;
  /** Of a picture, in dots; `null` while unknown. */
  readonly width: number | null;
  readonly height: number | null;
}

/** Why a file cannot be sent on a channel. */
export type FileRefusal =
  /** Nothing in it; a program; or the channel carries no files at all. */
  | { readonly type: 'empty' | 'executable' | 'no-files' }
  /** `convert`: the picture in a form the channel takes; `null` if there is none. */
  | { readonly type: 'unsupported-type'; readonly mimeTypes: readonly string[]; readonly convert: ImageProposal | null }
  /** `resize`: the picture made small enough; `null` where only another file will do. */
  | { readonly type: 'too-large'; readonly limitBytes: number; readonly resize: ImageProposal | null }
  | { readonly type: 'too-many'; readonly limit: number };

/** What becomes of a file on a channel, told before it is sent (B10). */
export type FileVerdict =
  { readonly ok: true; readonly kind: MediaRule['kind'] } | { readonly ok: false; readonly refusal: FileRefusal };

/** AT7: the limit of the guide. */
export const maxFiles = 10;

/** What becomes of each file on a channel, in order (AT5 to AT8). */
export function judgeFiles(files: readonly PickedFile[], capabilities: ChannelCapabilities): readonly FileVerdict[] {
  let accepted = 0;
  return files.map((file) => {
    const verdict = judgeFile(file, capabilities);
    if (!verdict.ok) return verdict;
    accepted += 1;
    return accepted > maxFiles ? refuse({ type: 'too-many', limit: maxFiles }) : verdict;
  });
}

/** What becomes of one file; the first thing to mend is named (AT5, AT6, AT8). */
export function judgeFile(file: PickedFile, { media, attachmentsPerMessage }: ChannelCapabilities): FileVerdict {
  if (file.sizeBytes === 0) return refuse({ type: 'empty' });
  if (file.type.executable) return refuse({ type: 'executable' });
  if (media.length === 0 || attachmentsPerMessage === 0) return refuse({ type: 'no-files' });
  const fitting = media.filter((rule) => carries(rule, file.type));
  const [first] = fitting;
  if (!first) return refuse({ type: 'unsupported-type', mimeTypes: allTypes(media), convert: conversion(file, media) });
  const rule = fitting.find(({ maxBytes }) => file.sizeBytes <= maxBytes);
  if (rule) return { ok: true, kind: rule.kind };
  const limitBytes = Math.max(...fitting.map(({ maxBytes }) => maxBytes));
  const resize =
    conversion(file, media) ?? (first.kind === 'image' ? imageProposal(file, { maxBytes: limitBytes }) : null);
  return refuse({ type: 'too-large', limitBytes, resize });
}

/** AT5: by kind and type; WebP pictures also go where a channel takes stickers. */
function carries(rule: MediaRule, { kind, mimeType }: FileType): boolean {
  const isOfKind = rule.kind === kind || (rule.kind === 'sticker' && mimeType === 'image/webp');
  return isOfKind && matchesMimeType(mimeType, rule.mimeTypes);
}

/** Kinds that a JPEG cannot stand for: it is one already, or would stop moving. */
const notConverted: ReadonlySet<string> = new Set(['image/jpeg', 'image/gif']);

/** AT8: a picture that the channel does not take as it is goes as JPEG, if the channel takes those. */
function conversion(file: PickedFile, media: readonly MediaRule[]): ImageProposal | null {
  if (file.type.kind !== 'image' || notConverted.has(file.type.mimeType)) return null;
  const rule = media.find((each) => each.kind === 'image' && matchesMimeType('image/jpeg', each.mimeTypes));
  return rule ? imageProposal(file, { maxBytes: rule.maxBytes }) : null;
}

function allTypes(media: readonly MediaRule[]): readonly string[] {
  return [...new Set(media.flatMap(({ mimeTypes }) => mimeTypes))];
}

function refuse(refusal: FileRefusal): FileVerdict {
  return { ok: false, refusal };
}
