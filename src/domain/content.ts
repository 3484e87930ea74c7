/** What a message carries: texts, files, templates, buttons, lists, and what happened to a conversation. Types only, as in `model.ts`. */

/** A file of a message. `url` may expire and is then asked for again. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly sizeBytes: number | null;
  readonly url: string | null;
  readonly thumbnailUrl: string | null;
  readonly altText: string | null;
  readonly durationMs: number | null;
}

/** Something that happened to a conversation (A9). */
export type SystemEvent =
  | { readonly type: 'started' }
  | {
      readonly type: 'assigned';
      readonly coWorkerId: string | null;
      readonly coWorkerName: string | null;
      readonly by: string | null;
    }
  | {
      readonly type: 'branch-changed';
      readonly branchId: string | null;
      readonly branchName: string | null;
      readonly by: string | null;
    }
  | { readonly type: 'archived' | 'reopened' | 'spam' | 'not-spam'; readonly by: string | null }
  | { readonly type: 'tagged' | 'untagged'; readonly tag: string; readonly by: string | null }
  | { readonly type: 'linked' | 'unlinked'; readonly recipientName: string; readonly by: string | null };

/** A button as the recipient saw it. */
export interface MessageButton {
  readonly type: 'reply' | 'url' | 'phone' | 'copy-code';
  readonly label: string;
  readonly value: string | null;
}

/** Choices that stand together in a list. */
export interface ListSection {
  /** `null` where the list has one part only. */
  readonly title: string | null;
  readonly rows: readonly { readonly title: string; readonly description: string | null }[];
}

/** A colleague named in a note (B13). The text holds the name as it was typed; `start` and `end` are its UTF-16 bounds. */
export interface Mention {
  readonly coWorkerId: string;
  readonly start: number;
  readonly end: number;
}

/** What stands in one place of an approved template (B7). Dates and times are wall clock: nothing converts them. */
export type TemplateValue =
  | { readonly type: 'text'; readonly text: string }
  /** `decimal` is the number as digits with a point, so that `12.50` keeps its zero. */
  | { readonly type: 'number'; readonly decimal: string }
  | { readonly type: 'currency'; readonly decimal: string; readonly currency: string }
  /** `2026-11-22`. */
  | { readonly type: 'date'; readonly date: string }
  /** `2026-11-22` and `14:30`. */
  | { readonly type: 'date-time'; readonly date: string; readonly time: string }
  | { readonly type: 'media'; readonly attachment: Attachment }
  | {
      readonly type: 'location';
      readonly latitude: number;
      readonly longitude: number;
      readonly name: string;
      readonly address: string;
    };

/** One place of an approved template with what was put there. */
export interface FilledPlace {
  readonly component: 'header' | 'body' | 'button';
  /** Which button, from 0; 0 in the header and the body. */
  readonly index: number;
  /** `1`, `2`… or the parameter's name; `media`, `location` and `copy-code` where the place has no number. */
  readonly name: string;
  readonly value: TemplateValue;
  /** As the customer reads it, in the template's language; empty for media and places on a map. */
  readonly text: string;
}

/** What a provider needs besides the words to send an approved template. */
export interface TemplateFilling {
  readonly templateId: string;
  readonly parameterFormat: 'positional' | 'named';
  readonly places: readonly FilledPlace[];
}

/** What a message carries. Unknown kinds arrive as `unsupported`, so that nothing is silently dropped. */
export type Content =
  /** `mentions`: only in notes, and only from backends that keep them. */
  | { readonly kind: 'text'; readonly text: string; readonly mentions?: readonly Mention[] }
  | {
      readonly kind: 'image' | 'video' | 'audio' | 'document' | 'sticker';
      readonly attachment: Attachment;
      readonly caption: string | null;
    }
  | { readonly kind: 'location'; readonly latitude: number; readonly longitude: number; readonly label: string | null }
  | {
      readonly kind: 'contacts';
      readonly contacts: readonly {
        readonly name: string;
        readonly phones: readonly string[];
        readonly emails: readonly string[];
      }[];
    }
  | {
      readonly kind: 'template';
      readonly name: string;
      readonly language: string;
      readonly header: string | null;
      readonly body: string;
      readonly footer: string | null;
      readonly buttons: readonly MessageButton[];
      /** Needed to send one; absent on messages of backends that keep only the words. */
      readonly filling?: TemplateFilling | null;
    }
  | {
      readonly kind: 'interactive';
      /** Absent where the backend does not say. */
      readonly header?: string | null;
      readonly body: string;
      readonly footer: string | null;
      readonly buttons: readonly MessageButton[];
    }
  /** Choices behind one button, as WhatsApp, RCS, Messenger and Apple have them. */
  | {
      readonly kind: 'list';
      readonly header: string | null;
      readonly body: string;
      readonly footer: string | null;
      /** What the button says that opens them. */
      readonly button: string;
      readonly sections: readonly ListSection[];
    }
  /** What a customer chose from a list. */
  | { readonly kind: 'choice'; readonly title: string; readonly description: string | null }
  | { readonly kind: 'unsupported'; readonly description: string }
  | { readonly kind: 'event'; readonly event: SystemEvent };
