import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { maxFiles, type FileVerdict } from '../domain/attachments.ts';
import { fileCapabilitiesOf } from '../domain/channel-media.ts';
import type { ChannelOption } from '../domain/channel-choice.ts';
import { draftPlan, draftVerdicts, jpegName, lighterPicture, roomFor } from '../domain/draft-files.ts';
import { fileType, kindOfType, signatureBytes } from '../domain/file-type.ts';
import type { ImageProposal } from '../domain/image-resize.ts';
import type { MessagePlan, PlannedMessage } from '../domain/attachment-plan.ts';
import type { Attachment, ChannelCapabilities, Content } from '../domain/model.ts';
import { drawPicture, pictureSize } from '../dom/picture.ts';
import type { DraftKey } from '../ports/storage.ts';
import type { DraftFiles, FileFacts, MessagingSession, WaitingFile } from '../sync/session-api.ts';
import type { Enclosed, EnclosedMessage, Enclosures } from './enclosures.ts';

export type { DraftKey, FileFacts, WaitingFile };

/** A file with what becomes of it on the channel that is chosen. */
export interface JudgedFile extends WaitingFile {
  readonly verdict: FileVerdict;
  /** How it could be made smaller, or into a kind that the channel takes; `null` where nothing is to be done. */
  readonly proposal: ImageProposal | null;
}

/** A file that was not added at all. */
export interface LeftOutFile {
  readonly name: string;
  readonly why: 'empty' | 'executable' | 'too-many' | 'unreadable';
}

/** Why files cannot leave yet; a tool has the words. */
export type FilesObstacle = 'refused' | 'uploading' | 'paused' | 'failed' | 'caption-too-long' | 'too-many' | 'nothing';

/** Files of a composer's drafts: what may be sent where, and how far they are (B10). */
export class AttachmentsController implements ReactiveController, Enclosures {
  readonly #host: ReactiveControllerHost;
  readonly #session: () => MessagingSession | null;
  readonly #sentence: (obstacle: FilesObstacle) => string;
  readonly #urls = new Map<string, { readonly bytes: Blob; readonly url: string }>();
  #files: DraftFiles | null = null;
  #of: MessagingSession | null = null;
  #unsubscribe: () => void = () => {};
  /** Pictures that are being drawn. */
  readonly #drawing = new Set<string>();
  /** Pictures that could not be drawn light enough. */
  readonly #undrawable = new Set<string>();

  constructor(
    host: ReactiveControllerHost,
    session: () => MessagingSession | null,
    sentence: (obstacle: FilesObstacle) => string,
  ) {
    this.#host = host;
    this.#session = session;
    this.#sentence = sentence;
    host.addController(this);
  }

  /** Whether files can be sent by a channel, and the backend takes any. */
  isOffered(option: ChannelOption): boolean {
    if (!this.#session()?.status.value.backend?.capabilities.parts.includes('attachments')) return false;
    const { media, attachmentsPerMessage } = capabilities(option);
    return this.#files !== null && media.length > 0 && attachmentsPerMessage > 0;
  }

  /** The files of a draft, in the order in which they are sent. */
  list(key: DraftKey, option: ChannelOption): readonly JudgedFile[] {
    const files = this.#files?.list(key) ?? [];
    const verdicts = draftVerdicts(
      files.map(({ file }) => file),
      capabilities(option),
    );
    return files.flatMap((waiting, index) => {
      const verdict = verdicts[index];
      return verdict ? [{ ...waiting, verdict, proposal: this.#proposal(waiting, verdict) }] : [];
    });
  }

  /** What text and files become; `null` when something cannot be sent. */
  plan(key: DraftKey, option: ChannelOption, text: string): MessagePlan | null {
    return draftPlan(
      (this.#files?.list(key) ?? []).map(({ file }) => file),
      text,
      capabilities(option),
    );
  }

  has(key: DraftKey): boolean {
    return (this.#files?.list(key).length ?? 0) > 0;
  }

  move(from: DraftKey, to: DraftKey): void {
    this.#files?.move(from, to);
  }

  left(fileId: string): void {
    this.#files?.sent(fileId);
  }

  async bringBack(key: DraftKey, attachment: Attachment, caption: string | null): Promise<void> {
    await (await this.#session()?.openFiles())?.addSent(key, attachment, caption);
  }

  with(text: string, key: DraftKey, option: ChannelOption): Enclosed | null {
    const files = this.#files?.list(key) ?? [];
    if (files.length === 0) return null;
    const no = (obstacle: FilesObstacle): Enclosed => ({
      ok: false,
      reason: this.#sentence(obstacle),
      waits: obstacle === 'uploading',
    });
    const plan = this.plan(key, option, text);
    if (!plan) return no('refused');
    if (!plan.ok) return no(plan.problem.type);
    const obstacle = uploadObstacle(files);
    if (obstacle) return no(obstacle);
    const byId = new Map(files.map((each) => [each.file.id, each]));
    return { ok: true, messages: plan.messages.map((message) => enclosedMessage(message, byId, text)) };
  }

  /** Looks at files and adds those that can be sent somewhere. Resolves with those that were left out. */
  async add(key: DraftKey, picked: readonly File[]): Promise<readonly LeftOutFile[]> {
    const files = this.#files;
    if (!files) return [];
    const leftOut: LeftOutFile[] = [];
    const looked = await Promise.all(picked.slice(0, 2 * maxFiles).map((file) => look(file)));
    let room = roomFor(files.list(key).length);
    const taken: FileFacts[] = [];
    for (const found of [...looked, ...picked.slice(2 * maxFiles).map(tooMany)]) {
      if ('why' in found) leftOut.push(found);
      else if (room <= 0) leftOut.push(tooMany(found));
      else {
        room -= 1;
        taken.push(found);
      }
    }
    if (taken.length > 0) files.add(key, taken);
    return leftOut;
  }

  /** Puts what is being recorded here where it belongs, also when nothing of this is in the page any more by then. */
  keeper(): DraftFiles['addSoon'] | null {
    const files = this.#files;
    return files && ((key, coming) => files.addSoon(key, coming));
  }

  /** Adds what nobody needs to look at. Returns whether there was room. */
  addKnown(key: DraftKey, facts: FileFacts): boolean {
    const files = this.#files;
    if (!files || roomFor(files.list(key).length) === 0) return false;
    files.add(key, [facts]);
    return true;
  }

  /** Adds a file that the backend has, as one of a quick reply. Returns whether there was room. */
  addKept(key: DraftKey, attachment: Attachment): boolean {
    const { name, mimeType, durationMs, altText } = attachment;
    return this.addKnown(key, {
      ...{ name, mimeType, durationMs, attachment, width: null, height: null, caption: '', bytes: new Blob() },
      kind: kindOfType(mimeType),
      altText: altText ?? '',
    });
  }

  change(id: string, change: { readonly caption?: string; readonly altText?: string }): void {
    this.#files?.change(id, change);
  }

  /** One place up or down: the order is that of the messages. */
  shift(key: DraftKey, id: string, step: -1 | 1): void {
    const files = this.#files?.list(key) ?? [];
    const at = files.findIndex(({ file }) => file.id === id);
    const [one, other] = [files[at], files[at + step]];
    if (!one || !other) return;
    this.#files?.change(one.file.id, { position: other.file.position });
    this.#files?.change(other.file.id, { position: one.file.position });
  }

  pause(id: string): void {
    this.#files?.pause(id);
  }

  /** Begins, goes on or tries again. */
  upload(id: string): void {
    this.#files?.upload(id);
  }

  remove(id: string): void {
    this.#files?.remove(id);
  }

  /** Whether a picture is being drawn. */
  isDrawing(id: string): boolean {
    return this.#drawing.has(id);
  }

  /** Draws a picture smaller, or as one that the channel takes. Resolves with whether that worked. */
  async draw({ file, bytes, verdict, proposal }: JudgedFile): Promise<boolean> {
    if (!proposal || this.#drawing.has(file.id)) return false;
    this.#drawing.add(file.id);
    this.#host.requestUpdate();
    const maxBytes = !verdict.ok && verdict.refusal.type === 'too-large' ? verdict.refusal.limitBytes : Infinity;
    const drawn = await drawPicture(bytes, proposal, Math.min(maxBytes, Math.max(proposal.estimatedBytes, 1)));
    this.#drawing.delete(file.id);
    if (drawn) {
      const { width, height } = drawn;
      const facts = { mimeType: proposal.mimeType, kind: 'image', durationMs: null, width, height } as const;
      this.#files?.replace(file.id, { ...facts, name: jpegName(file.name), bytes: drawn.bytes });
    } else this.#undrawable.add(file.uploadId);
    this.#host.requestUpdate();
    return drawn !== null;
  }

  /** Where the page itself can see a picture; `null` for what is not to be shown. */
  pictureUrl({ file, bytes }: WaitingFile): string | null {
    if (file.kind !== 'image' || file.width === null) return null;
    return this.#url(file.id, bytes);
  }

  /** Where the page itself can hear a sound. */
  mediaUrl({ file, bytes }: WaitingFile): string | null {
    return file.kind === 'audio' ? this.#url(file.id, bytes) : null;
  }

  hostConnected(): void {
    this.#follow();
  }

  hostUpdate(): void {
    this.#follow();
  }

  hostDisconnected(): void {
    this.#let(null);
    for (const { url } of this.#urls.values()) URL.revokeObjectURL(url);
    this.#urls.clear();
  }

  /** Call after each render: what may be sent is on its way at once, so that Send need not wait. */
  settle(key: DraftKey | null, option: ChannelOption): void {
    const shown = key ? this.list(key, option) : [];
    for (const { file, verdict, upload } of shown)
      if (verdict.ok && upload.state === 'idle' && !this.#drawing.has(file.id)) this.#files?.upload(file.id);
    const ids = new Set(shown.map(({ file }) => file.id));
    for (const [id, { url }] of this.#urls) {
      if (ids.has(id)) continue;
      URL.revokeObjectURL(url);
      this.#urls.delete(id);
    }
  }

  #follow(): void {
    const session = this.#session();
    const ready = session?.status.value.phase === 'ready' ? session : null;
    if (ready === this.#of) return;
    this.#let(ready);
    if (!ready?.part('attachments')) return;
    ready.openFiles().then(
      (files) => {
        if (this.#of !== ready) return;
        this.#files = files;
        this.#unsubscribe = files.subscribe(() => this.#host.requestUpdate());
        this.#host.requestUpdate();
      },
      // Tried again when something else brings the composer to life.
      () => this.#of === ready && this.#let(null),
    );
  }

  #let(session: MessagingSession | null): void {
    this.#unsubscribe();
    this.#unsubscribe = () => {};
    this.#files = null;
    this.#of = session;
  }

  #proposal({ file }: WaitingFile, verdict: FileVerdict): ImageProposal | null {
    if (this.#undrawable.has(file.uploadId)) return null;
    if (verdict.ok) return verdict.kind === 'image' ? lighterPicture(file) : null;
    if (verdict.refusal.type === 'unsupported-type') return verdict.refusal.convert;
    return verdict.refusal.type === 'too-large' ? verdict.refusal.resize : null;
  }

  #url(id: string, bytes: Blob): string {
    const known = this.#urls.get(id);
    if (known?.bytes === bytes) return known.url;
    if (known) URL.revokeObjectURL(known.url);
    const url = URL.createObjectURL(bytes);
    this.#urls.set(id, { bytes, url });
    return url;
  }
}

function capabilities(option: ChannelOption): ChannelCapabilities {
  const { channel, target } = option;
  const nowhere = { accountId: null, address: '', lastIncomingAt: null, consent: 'unknown', overrides: null } as const;
  return fileCapabilitiesOf({ ...nowhere, ...target, channel });
}

async function look(file: File): Promise<FileFacts | LeftOutFile> {
  const { name } = file;
  if (file.size === 0) return { name, why: 'empty' };
  let head: Uint8Array;
  try {
    head = new Uint8Array(await file.slice(0, signatureBytes).arrayBuffer());
  } catch {
    return { name, why: 'unreadable' };
  }
  const { mimeType, kind, executable } = fileType(head, { name, declaredType: file.type });
  if (executable) return { name, why: 'executable' };
  const size = kind === 'image' ? await pictureSize(file) : null;
  const { width, height } = size ?? { width: null, height: null };
  return { name, mimeType, kind, width, height, durationMs: null, caption: '', altText: '', bytes: file };
}

function tooMany({ name }: { readonly name: string }): LeftOutFile {
  return { name, why: 'too-many' };
}

/** What needs a hand comes first. */
function uploadObstacle(files: readonly WaitingFile[]): FilesObstacle | null {
  const states = files.map(({ upload: { state } }) => state);
  const stopped = (['failed', 'paused'] as const).find((state) => states.includes(state));
  return stopped ?? (states.every((state) => state === 'done') ? null : 'uploading');
}

function enclosedMessage(
  message: PlannedMessage,
  files: ReadonlyMap<string, WaitingFile>,
  text: string,
): EnclosedMessage {
  if (message.type === 'text')
    return { content: { kind: 'text', text: message.text }, carriesText: message.text === text };
  const { kind, caption, fileId } = message;
  const waiting = files.get(fileId);
  const content: Content = { kind, attachment: attachmentOf(waiting), caption };
  return { content, fileId, carriesText: caption === text && waiting?.file.caption.trim() === '' };
}

/** With what was said about it since it was uploaded. */
function attachmentOf(waiting: WaitingFile | undefined): Attachment {
  const attachment = waiting?.upload.attachment;
  if (!attachment) throw new Error('the file is not uploaded');
  return { ...attachment, altText: waiting.file.altText === '' ? null : waiting.file.altText };
}
