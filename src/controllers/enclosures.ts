import type { ChannelOption } from '../domain/channel-choice.ts';
import type { SendObstacle } from '../domain/composition.ts';
import type { Attachment, Content } from '../domain/model.ts';
import type { DraftKey } from '../ports/storage.ts';

/** One of the messages that a text and its files become. */
export interface EnclosedMessage {
  readonly content: Content;
  /** The file that it carries. */
  readonly fileId?: string | undefined;
  /** Whether the text of the draft is in it. */
  readonly carriesText: boolean;
}

/** What a text and the files beside it become; or why not, in the agent's language. */
export type Enclosed =
  | { readonly ok: true; readonly messages: readonly EnclosedMessage[] }
  /** `waits`: it comes right by itself. */
  | { readonly ok: false; readonly reason: string; readonly waits: boolean };

/** The files beside a text. The composer works without; a tool brings them. */
export interface Enclosures {
  has(key: DraftKey): boolean;
  /** `null` when there are none. */
  with(text: string, key: DraftKey, option: ChannelOption): Enclosed | null;
  move(from: DraftKey, to: DraftKey): void;
  /** A message carries the file now. */
  left(fileId: string): void;
  /** Adds a file that a message carried; waits until files can be added. */
  bringBack(key: DraftKey, attachment: Attachment, caption: string | null): Promise<void>;
}

/** Why nothing can be sent: because of the text, the channel, or the files. */
export type Obstacle = SendObstacle | { readonly type: 'files'; readonly reason: string; readonly waits: boolean };

/** What keeps a text and its files from being sent; files need no text. */
export function obstacleWith(own: SendObstacle | null, enclosed: Enclosed | null): Obstacle | null {
  if (!enclosed || (own !== null && own.type !== 'empty')) return own;
  return enclosed.ok ? null : { ...enclosed, type: 'files' };
}
