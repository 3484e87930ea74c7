import type { Attachment } from '../domain/model.ts';
import type { MessagingSession } from '../sync/session-api.ts';
import { uploadFile } from './file-upload.ts';

/** What a form knows besides its values: which faults may be said, uploads under way, and the agent's word on consent. */
export class FormState {
  /** Another value for another form: its controls are made anew. */
  key = 0;
  /** Whether the agent said that the customer agreed to marketing. */
  hasConsent = false;
  /** Fields whose faults may be said. */
  readonly told = new Set<string>();
  readonly uploads = new Map<string, 'running' | 'failed'>();
  #abort = new AbortController();

  get isUploading(): boolean {
    return [...this.uploads.values()].includes('running');
  }

  /** A form that nobody touched yet. */
  begin(): void {
    this.key += 1;
    this.hasConsent = false;
    this.told.clear();
    this.leave();
    this.#abort = new AbortController();
  }

  /** Nobody waits for an upload any more. */
  leave(): void {
    this.uploads.clear();
    this.#abort.abort();
  }

  /**
   * Gives a file of a field to the backend.
   *
   * @returns the file; `null` when it failed, or nobody waits for it any more
   */
  async upload(
    fieldId: string,
    about: { readonly session: MessagingSession; readonly file: File; readonly conversationId: string },
    changed: () => void,
  ): Promise<Attachment | null> {
    const { signal } = this.#abort;
    this.uploads.set(fieldId, 'running');
    changed();
    const attachment = await uploadFile(about.session, about, signal).catch(() => null);
    if (signal.aborted) return null;
    if (attachment) this.uploads.delete(fieldId);
    else this.uploads.set(fieldId, 'failed');
    this.told.add(fieldId);
    changed();
    return attachment;
  }
}
