import type { LitElement } from 'lit';
import type { ComposerController, Composition } from '../../../controllers/composer-controller.ts';
import type { AnnouncerController } from '../../../controllers/announcer-controller.ts';
import type { LightTextArea } from '../../../controllers/light-text-area.ts';
import type { Localize } from '../../../controllers/localization.ts';
import type { SessionController } from '../../../controllers/session-controller.ts';
import type { TextCarrier } from '../../../controllers/text-carrier.ts';
import type { ComposerTexts } from '../../../locales/composer.ts';
import type { ComposerToolTexts, WithTools } from '../../../locales/composer-tools.ts';
import type { ComposerWords } from '../words.ts';

/** What the element gives its tools: itself and its controllers. */
export interface ToolsHost {
  readonly element: LitElement & { readonly conversationId: string | null };
  readonly localize: Localize<ComposerTexts>;
  readonly session: SessionController;
  readonly composer: ComposerController;
  readonly textArea: LightTextArea;
  /** Sends what is typed, as the button does. */
  readonly send: () => Promise<boolean>;
}

/** What a tool works with. */
export interface ToolContext extends ToolsHost {
  readonly localize: Localize<ComposerTexts & WithTools>;
  /** The tools' own texts, of now. */
  readonly texts: ComposerToolTexts;
  /** The composer's texts and formats, of now. */
  readonly words: ComposerWords;
  readonly announcer: AnnouncerController;
  /** Puts texts into drafts. */
  readonly carrier: TextCarrier;
  /** Says something politely, also when the same was said before. */
  say(text: string): void;
}

/**
 * Something beside the text that helps to write it. All tools come in one chunk after the first paint; what a tool shows
 * only on demand is a chunk of its own. Everything is called while the composer renders, with what it shows then.
 */
export interface ComposerTool {
  /** Beside the recipient: the own number it goes from. */
  readonly sender?: (composition: Composition) => unknown;
  /** Buttons below the text. */
  readonly bar?: (composition: Composition) => unknown;
  /** Right above the text: what it answers. */
  readonly above?: (composition: Composition) => unknown;
  /** Between the text and the buttons: files, counts, questions. */
  readonly below?: (composition: Composition) => unknown;
  /** How much of the limit is used, before Send. */
  readonly counter?: (composition: Composition) => unknown;
  /** Beside Send: other ways to send. */
  readonly afterSend?: (composition: Composition) => unknown;
  /** Ways on while the channel is locked, before those of the composer. */
  readonly waysOn?: (composition: Composition) => unknown;
  /** What floats: lists and dialogs. */
  readonly layers?: (composition: Composition) => unknown;
  /** A key in the composer; `true` when the tool took it. */
  readonly press?: (event: KeyboardEvent) => boolean;
}

/** A place of the composer where tools show something. */
export type ToolPlace = Exclude<keyof ComposerTool, 'press'>;
