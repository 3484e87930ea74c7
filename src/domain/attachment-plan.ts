import { maxFiles } from './attachments.ts';
import { textLength } from './text-length.ts';
import type { ChannelCapabilities, MediaRule } from './model.ts';

/** A file that was accepted, with what is to be said of it. */
export interface FileToSend {
  readonly id: string;
  /** As the channel carries it, from its verdict. */
  readonly kind: MediaRule['kind'];
  /** Its own caption; empty for none. */
  readonly caption: string;
}

/** One message of those that text and files become. */
export type PlannedMessage =
  | { readonly type: 'text'; readonly text: string }
  | {
      readonly type: 'file';
      readonly fileId: string;
      readonly kind: MediaRule['kind'];
      readonly caption: string | null;
    };

/** What text and files become, in order; or why not. */
export type MessagePlan =
  | { readonly ok: true; readonly messages: readonly PlannedMessage[] }
  | { readonly ok: false; readonly problem: PlanProblem };

/** What keeps files from being sent together. */
export type PlanProblem =
  | { readonly type: 'nothing' }
  | { readonly type: 'too-many'; readonly limit: number }
  | { readonly type: 'caption-too-long'; readonly fileId: string; readonly limit: number };

/** What of a channel decides about captions. */
type Carrier = Pick<ChannelCapabilities, 'captions' | 'maxCaptionLength' | 'maxTextLength' | 'textUnit'>;

/** Kinds that no channel shows words with (AT10). */
const wordless: ReadonlySet<MediaRule['kind']> = new Set(['audio', 'sticker']);

/**
 * What text and files become (AT9): one message per file, in the order they were chosen. The text is the caption of the
 * first file when that may have one and has none of its own, else a message before the files. A caption that a file
 * cannot carry follows it as a message (AT10).
 * @param text - what is in the text field, with its placeholders filled
 */
export function planMessages(files: readonly FileToSend[], text: string, capabilities: Carrier): MessagePlan {
  const words = text.trim() === '' ? null : text;
  if (files.length === 0) return words === null ? no({ type: 'nothing' }) : yes([{ type: 'text', text: words }]);
  if (files.length > maxFiles) return no({ type: 'too-many', limit: maxFiles });
  const [first] = files;
  const isCaption = words !== null && first?.caption.trim() === '' && holds(first, words, capabilities);
  const messages: PlannedMessage[] = words === null || isCaption ? [] : [{ type: 'text', text: words }];
  for (const [index, file] of files.entries()) {
    const caption = index === 0 && isCaption ? words : file.caption.trim() === '' ? null : file.caption;
    const limit = limitFor(file, capabilities);
    if (caption !== null && limit !== null && textLength(caption, capabilities.textUnit) > limit)
      return no({ type: 'caption-too-long', fileId: file.id, limit });
    messages.push(...withCaption(file, caption, capabilities));
  }
  return yes(messages);
}

/** How long a caption may be, in the channel's own unit; `null` without a limit. */
export function captionLimit({
  maxCaptionLength,
  maxTextLength,
}: Pick<ChannelCapabilities, 'maxCaptionLength' | 'maxTextLength'>): number | null {
  return maxCaptionLength ?? maxTextLength;
}

/** A caption that the file cannot carry is a text of its own, with the limit of those. */
function limitFor(file: FileToSend, capabilities: Carrier): number | null {
  return takesWords(file, capabilities) ? captionLimit(capabilities) : capabilities.maxTextLength;
}

function holds(file: FileToSend, words: string, capabilities: Carrier): boolean {
  const limit = captionLimit(capabilities);
  return takesWords(file, capabilities) && (limit === null || textLength(words, capabilities.textUnit) <= limit);
}

function withCaption(file: FileToSend, caption: string | null, capabilities: Carrier): readonly PlannedMessage[] {
  const { id: fileId, kind } = file;
  if (caption === null || takesWords(file, capabilities)) return [{ type: 'file', fileId, kind, caption }];
  return [
    { type: 'file', fileId, kind, caption: null },
    { type: 'text', text: caption },
  ];
}

function takesWords({ kind }: FileToSend, { captions }: Carrier): boolean {
  return captions && !wordless.has(kind);
}

function yes(messages: readonly PlannedMessage[]): MessagePlan {
  return { ok: true, messages };
}

function no(problem: PlanProblem): MessagePlan {
  return { ok: false, problem };
}
