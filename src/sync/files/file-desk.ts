import { kindOfType } from '../../domain/file-type.ts';
import type { Attachment } from '../../domain/model.ts';
import { toAdapterError } from '../../ports/adapter-error.ts';
import type { AttachmentsPart } from '../../ports/parts/attachments.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Connectivity } from '../../ports/connectivity.ts';
import type { DraftFile, DraftKey, KeptFile, LocalStorage } from '../../ports/storage.ts';
import { nothing } from '../../store/nothing.ts';
import { tellAll } from '../../store/topics.ts';
import type { Connection } from '../connection.ts';
import type { Log } from '../context.ts';
import { backoffMs } from '../retry-policy.ts';
import type { DraftFiles, FileFacts, FileUpload, WaitingFile } from '../session-api.ts';
import { FileShelf } from './file-shelf.ts';
import { upload } from './upload.ts';

/** Uploads at the same time; more would only share the same line. */
const mostUploads = 2;

/** What the desk works with. */
export interface FileDeskOptions {
  readonly storage: LocalStorage;
  readonly part: () => AttachmentsPart | undefined;
  readonly connection: Pick<Connection, 'call' | 'signIn' | 'isSignedIn'>;
  readonly connectivity: Connectivity;
  readonly clock: Clock;
  readonly random: () => number;
  readonly newId: () => string;
  readonly log: Log;
  /** The files of a conversation's drafts became more or fewer. */
  readonly changed: (conversationId: string) => void;
}

interface Item extends KeptFile {
  readonly upload: FileUpload;
}

const unbegun: FileUpload = { state: 'idle', sentBytes: 0, error: null, attachment: null };

/**
 * The files of all drafts of this agent, and their uploads. Nothing of it depends on which conversation is open: an
 * upload goes on while the agent does something else, and after a reload it goes on where it was.
 */
export class FileDesk implements DraftFiles {
  readonly #options: FileDeskOptions;
  readonly #shelf: FileShelf;
  readonly #items = new Map<string, Item>();
  readonly #listeners = new Set<() => void>();
  readonly #running = new Map<string, AbortController>();
  readonly #timers = new Map<string, () => void>();
  readonly #attempts = new Map<string, number>();
  readonly #stops: (() => void)[];
  #views = new Map<string, WaitingFile>();
  #coming: Promise<unknown> = Promise.resolve();

  /** Reads what waits on the device. */
  static async open(options: FileDeskOptions): Promise<FileDesk> {
    const desk = new FileDesk(options);
    await desk.#reload();
    return desk;
  }

  private constructor(options: FileDeskOptions) {
    this.#options = options;
    this.#shelf = new FileShelf(options.storage, options.log, () => this.#tell());
    this.#stops = [
      options.storage.subscribe(() => void this.#reload()),
      options.connectivity.subscribe(() => this.#hurry()),
    ];
  }

  list({ conversationId, mode, channel }: DraftKey): readonly WaitingFile[] {
    return [...this.#items.values()]
      .filter(
        ({ file: { key } }) => key.conversationId === conversationId && key.mode === mode && key.channel === channel,
      )
      .sort((a, b) => a.file.position - b.file.position)
      .map((item) => this.#view(item));
  }

  subscribe(listener: () => void): () => void {
    const own = (): void => listener();
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  add(key: DraftKey, files: readonly FileFacts[]): void {
    let position = Math.max(0, ...this.list(key).map(({ file }) => file.position + 1));
    for (const { bytes, ...facts } of files) {
      const { newId } = this.#options;
      const file: DraftFile = {
        ...facts,
        key,
        id: newId(),
        uploadId: newId(),
        position: position++,
        sizeBytes: facts.attachment?.sizeBytes ?? Math.max(bytes.size, facts.attachment ? 1 : 0),
      };
      this.#items.set(file.id, { file, bytes, upload: uploadOf(file) });
      this.#shelf.put(file, bytes);
    }
    this.#tell(key.conversationId);
  }

  addSoon(key: DraftKey, coming: Promise<FileFacts | null>): void {
    const added = coming.then(
      (facts) => facts && this.add(key, [facts]),
      (error: unknown) => this.#options.log('warn', `a file could not be made: ${String(error)}`),
    );
    this.#coming = Promise.all([this.#coming, added]);
  }

  addSent(key: DraftKey, attachment: Attachment, caption: string | null): Promise<void> {
    const { name, mimeType, durationMs, altText } = attachment;
    const facts = { name, mimeType, durationMs, attachment, width: null, height: null, bytes: new Blob() };
    this.add(key, [{ ...facts, kind: kindOfType(mimeType), caption: caption ?? '', altText: altText ?? '' }]);
    return this.#shelf.settled;
  }

  change(id: string, change: Partial<Pick<DraftFile, 'caption' | 'altText' | 'position'>>): void {
    const item = this.#items.get(id);
    if (!item) return;
    const file = { ...item.file, ...change };
    this.#items.set(id, { ...item, file });
    this.#shelf.put(file);
    this.#tell();
  }

  replace(id: string, { bytes, ...facts }: Omit<FileFacts, 'caption' | 'altText'>): void {
    const item = this.#items.get(id);
    if (!item) return;
    this.#abandon(item);
    const file = { ...item.file, ...facts, uploadId: this.#options.newId(), sizeBytes: bytes.size };
    this.#items.set(id, { file, bytes, upload: unbegun });
    this.#shelf.put(file, bytes);
    this.#tell();
  }

  move(from: DraftKey, to: DraftKey): void {
    const behind = Math.max(0, ...this.list(to).map(({ file }) => file.position + 1));
    for (const { file } of this.list(from)) {
      const item = this.#items.get(file.id);
      if (!item) continue;
      const moved = { ...file, key: to, position: behind + file.position };
      this.#items.set(file.id, { ...item, file: moved });
      this.#shelf.put(moved);
    }
    this.#tell(to.conversationId);
  }

  upload(id: string): void {
    const item = this.#items.get(id);
    if (!item || item.upload.state === 'done' || this.#running.has(id)) return;
    this.#cancelTimer(id);
    this.#attempts.delete(id);
    this.#set(id, { state: 'waiting', error: null });
    this.#next();
  }

  pause(id: string): void {
    const item = this.#items.get(id);
    if (!item || item.upload.state === 'done') return;
    this.#set(id, { state: 'paused', error: null });
    this.#stop(id);
    this.#next();
  }

  remove(id: string): void {
    const item = this.#items.get(id);
    if (!item) return;
    this.#items.delete(id);
    this.#abandon(item);
    this.#shelf.delete(id);
    this.#tell(item.file.key.conversationId);
    this.#next();
  }

  /** A message carries the file now. */
  sent(id: string): void {
    const item = this.#items.get(id);
    this.#items.delete(id);
    this.#stop(id);
    // Where nothing survives the page it was not moved with the message.
    this.#shelf.delete(id);
    if (item) this.#tell(item.file.key.conversationId);
  }

  /** The name of the newest file of a conversation's drafts, for lists. */
  newestName(conversationId: string): string | null {
    const names = [...this.#items.values()].flatMap(({ file }) =>
      file.key.conversationId === conversationId ? [file.name] : [],
    );
    return names.at(-1) ?? null;
  }

  /** Resolves when everything that was added is on the device. */
  async close(): Promise<void> {
    for (const stop of this.#stops) stop();
    for (const id of [...this.#running.keys(), ...this.#timers.keys()]) this.#stop(id);
    this.#listeners.clear();
    await this.#coming;
    await this.#shelf.settled;
    this.#items.clear();
  }

  /** Other tabs add, send and remove, too. What this one has not written yet stays as it is. */
  async #reload(): Promise<void> {
    const stored = await this.#shelf.load().catch((error: unknown) => {
      this.#options.log('warn', `files of drafts cannot be read: ${String(error)}`);
      return null;
    });
    if (!stored) return;
    const byId = new Map(stored.map((kept) => [kept.file.id, kept]));
    for (const [id, { file }] of this.#items) {
      if (byId.has(id) || !this.#shelf.isKept(id)) continue;
      this.#items.delete(id);
      this.#stop(id);
      this.#options.changed(file.key.conversationId);
    }
    for (const [id, kept] of byId) {
      if (this.#shelf.isBusy(id) || this.#shelf.isGone(id)) continue;
      const known = this.#items.get(id);
      const isSame = known?.file.uploadId === kept.file.uploadId;
      this.#items.set(id, {
        ...kept,
        bytes: isSame ? known.bytes : kept.bytes,
        upload: isSame ? known.upload : uploadOf(kept.file),
      });
      if (!known) this.#options.changed(kept.file.key.conversationId);
    }
    this.#tell();
  }

  /** The network is back: nobody waits any longer. */
  #hurry(): void {
    for (const id of [...this.#timers.keys()]) this.#cancelTimer(id);
    this.#next();
  }

  #next(): void {
    for (const [
      id,
      {
        upload: { state },
      },
    ] of this.#items) {
      if (this.#running.size >= mostUploads) return;
      if (state === 'waiting' && !this.#timers.has(id) && !this.#running.has(id)) void this.#run(id);
    }
  }

  async #run(id: string): Promise<void> {
    const item = this.#items.get(id);
    const part = this.#options.part();
    if (!item || !part) return;
    const abort = new AbortController();
    this.#running.set(id, abort);
    this.#set(id, { state: 'running' });
    const isCurrent = (): boolean => this.#running.get(id) === abort;
    const progress = (sentBytes: number): void => {
      if (isCurrent()) this.#set(id, { sentBytes });
    };
    const { connection, clock } = this.#options;
    try {
      const attachment = await upload(item, { part, connection, clock, signal: abort.signal, progress });
      if (isCurrent()) this.#set(id, { state: 'done', attachment, sentBytes: item.file.sizeBytes });
    } catch (error) {
      if (isCurrent()) this.#failed(id, error);
    }
    if (isCurrent()) this.#running.delete(id);
    this.#next();
  }

  #failed(id: string, reason: unknown): void {
    const error = toAdapterError(reason);
    const item = this.#items.get(id);
    if (!item || item.upload.state === 'paused') return;
    if (error.code === 'key-reused') {
      const file = { ...item.file, uploadId: this.#options.newId() };
      this.#items.set(id, { ...item, file });
      this.#shelf.put(file);
    } else if (!error.retry) {
      this.#set(id, { state: 'failed', error: error.code });
      return;
    }
    const attempt = (this.#attempts.get(id) ?? 0) + 1;
    this.#attempts.set(id, attempt);
    const waitMs = backoffMs(attempt, this.#options.random(), error.afterMs);
    this.#timers.set(
      id,
      this.#options.clock.after(waitMs, () => {
        this.#timers.delete(id);
        this.#next();
      }),
    );
    this.#set(id, { state: 'waiting', error: error.code });
  }

  #abandon({ file, upload: { attachment } }: Item): void {
    this.#stop(file.id);
    // What was there before belongs to somebody else.
    if (!attachment || file.attachment) return;
    // Nobody waits for it: what is left behind the backend forgets by itself.
    const { connection, part } = this.#options;
    connection.call(async (signal) => part()?.remove(attachment.id, { signal })).catch(nothing);
  }

  #stop(id: string): void {
    this.#running.get(id)?.abort();
    this.#running.delete(id);
    this.#cancelTimer(id);
  }

  #cancelTimer(id: string): void {
    this.#timers.get(id)?.();
    this.#timers.delete(id);
  }

  #set(id: string, change: Partial<FileUpload>): void {
    const item = this.#items.get(id);
    if (!item) return;
    this.#items.set(id, { ...item, upload: { ...item.upload, ...change } });
    this.#tell();
  }

  /** The same object as long as nothing changed. */
  #view({ file, bytes, upload: state }: Item): WaitingFile {
    const isKept = this.#shelf.isKept(file.id);
    const before = this.#views.get(file.id);
    if (before?.file === file && before.upload === state && before.isKept === isKept) return before;
    const view = { file, bytes, isKept, upload: state };
    this.#views.set(file.id, view);
    return view;
  }

  #tell(conversationId?: string): void {
    if (conversationId !== undefined) this.#options.changed(conversationId);
    for (const id of this.#views.keys()) if (!this.#items.has(id)) this.#views.delete(id);
    tellAll(this.#listeners);
  }
}

/** What the backend has is uploaded already. */
function uploadOf({ attachment, sizeBytes }: DraftFile): FileUpload {
  return attachment ? { state: 'done', sentBytes: sizeBytes, error: null, attachment } : unbegun;
}
