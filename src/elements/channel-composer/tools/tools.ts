import type { CSSResult } from 'lit';
import { AnnouncerController } from '../../../controllers/announcer-controller.ts';
import type { Composition } from '../../../controllers/composer-controller.ts';
import { ScheduledController } from '../../../controllers/scheduled-controller.ts';
import { TextCarrier } from '../../../controllers/text-carrier.ts';
import { addStyles } from '../../../dom/add-styles.ts';
import type { Localize } from '../../../controllers/localization.ts';
import type { ComposerTexts } from '../../../locales/composer.ts';
import { type ComposerToolTexts, composerToolsTexts, type WithTools } from '../../../locales/composer-tools.ts';
import { windowNews } from '../window-news.ts';
import type { ComposerWords } from '../words.ts';
import { AssistantTool } from './assistant.ts';
import { Attachments } from './attachments.ts';
import { EmojiTool } from './emoji.ts';
import { limitCounter } from './limit-counter.ts';
import { Mentions } from './mentions.ts';
import { outgoingPreview } from './outgoing-preview.ts';
import { PlaceholderMarks } from './placeholder-marks.ts';
import { Quote } from './quote.ts';
import { QuickReplies } from './quick-replies.ts';
import { Templates } from './templates.ts';
import { OwnSenders } from './own-senders.ts';
import { sendReview } from './send-review.ts';
import { SendWays } from './send-ways.ts';
import { smsCharacters } from './sms-characters.ts';
import { VoiceNote } from './voice-note.ts';
import type { ComposerTool, ToolContext, ToolPlace, ToolsHost } from './tool.ts';
import { toolStyles } from './tools.styles.ts';

/** Every tool of a composer. */
export class ComposerTools {
  readonly carrier: TextCarrier;
  readonly #context: Context;
  readonly #tools: readonly ComposerTool[];

  /** Loads the texts as well: nothing is shown without words. */
  static async load(host: ToolsHost): Promise<ComposerTools> {
    return new ComposerTools(new Context(host, await host.localize.bring(composerToolsTexts)));
  }

  private constructor(context: Context) {
    this.#context = context;
    this.carrier = context.carrier;
    const attachments = new Attachments(context);
    const scheduled = new ScheduledController(context.element);
    const templates = new Templates(context, scheduled);
    this.#tools = [
      new OwnSenders(context),
      sendReview(context),
      new SendWays(context, { scheduled, templates }),
      attachments,
      new VoiceNote(context, attachments),
      outgoingPreview(context),
      smsCharacters(context),
      limitCounter(context),
      new EmojiTool(context),
      new QuickReplies(context, attachments),
      templates,
      new Mentions(context),
      new AssistantTool(context),
      new PlaceholderMarks(context),
      // Last: who closes a list with Escape does not lose the quote.
      new Quote(context),
    ];
  }

  /** What stands in a place of the composer; one entry per tool, so that each keeps its place. */
  at(place: ToolPlace, composition: Composition): readonly unknown[] {
    this.#context.refresh(toolStyles);
    return this.#tools.map((tool) => tool[place]?.(composition));
  }

  /** Says what is new about the reply window of the selected channel. */
  tell(before: Composition | null, after: Composition): void {
    const news = windowNews(before, after, this.#context.words);
    if (news) this.#context.announcer.announce(news);
  }

  /** Says why Send did nothing: in the middle of whatever is being said. */
  refuse(why: string): void {
    this.#context.announcer.say(why, 'assertive');
  }

  /** A key in the composer; `true` when a tool took it. */
  press(event: KeyboardEvent): boolean {
    return this.#tools.some((tool) => tool.press?.(event));
  }
}

class Context implements ToolContext {
  readonly element: ToolsHost['element'];
  readonly localize: Localize<ComposerTexts & WithTools>;
  readonly session: ToolsHost['session'];
  readonly composer: ToolsHost['composer'];
  readonly textArea: ToolsHost['textArea'];
  readonly announcer: AnnouncerController;
  readonly send: ToolsHost['send'];
  readonly carrier: TextCarrier;

  constructor(host: ToolsHost, localize: Localize<ComposerTexts & WithTools>) {
    this.element = host.element;
    this.localize = localize;
    this.session = host.session;
    this.composer = host.composer;
    this.textArea = host.textArea;
    this.announcer = new AnnouncerController(host.element, () => host.session.session?.clock ?? null);
    this.send = host.send;
    this.carrier = new TextCarrier(host.element, host.composer);
  }

  get texts(): ComposerToolTexts {
    return this.localize.messages.tools;
  }

  get words(): ComposerWords {
    const { messages, formats } = this.localize;
    return { messages, formats };
  }

  say(text: string): void {
    this.announcer.say(text);
  }

  refresh(styles: readonly CSSResult[]): void {
    addStyles(this.element.renderRoot, styles);
  }
}
