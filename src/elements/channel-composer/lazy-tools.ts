import type { ChannelOption, ComposeRequest, Composition } from '../../controllers/composer-controller.ts';
import type { ToolPlace, ToolsHost } from './tools/tool.ts';
import type { ComposerTools } from './tools/tools.ts';

/** The tools of a composer: everything beside text, channel and Send comes as a chunk of its own after the first paint. */
export class LazyTools {
  readonly #host: ToolsHost;
  #loading: Promise<ComposerTools | null> | null = null;
  #tools: ComposerTools | null = null;

  constructor(host: ToolsHost) {
    this.#host = host;
  }

  /** Call from `updated` once there is something to write; after a failure the next call asks again. */
  load(): Promise<ComposerTools | null> {
    return (this.#loading ??= this.#load());
  }

  /** Takes up a request to write a text anew, or to answer a message; `false` when it could not. */
  async takeUp(request: ComposeRequest): Promise<boolean> {
    return !!(await (await this.load())?.carrier.takeUp(request));
  }

  /** Goes on by another channel and takes the text along. */
  async continueBy(option: ChannelOption): Promise<void> {
    const { composer } = this.#host;
    const conversation = composer.composition?.conversation.id;
    const tools = await this.load();
    if (composer.composition?.conversation.id === conversation) tools?.carrier.continueBy(option);
  }

  /** What stands in a place of the composer; nothing until the tools are there. */
  at(place: ToolPlace, composition: Composition): unknown {
    return this.#tools?.at(place, composition);
  }

  /** Says what is new about the reply window, once the tools are there. */
  tell(before: Composition | null, after: Composition): void {
    this.#tools?.tell(before, after);
  }

  /** Says why Send did nothing, as soon as the tools are there. */
  async refuse(why: string): Promise<void> {
    const tools = this.#tools ?? (await this.load());
    // What speaks has to stand in the page before.
    await this.#host.element.updateComplete;
    tools?.refuse(why);
  }

  /** A key in the composer; `true` when a tool took it. */
  press(event: KeyboardEvent): boolean {
    return this.#tools?.press(event) ?? false;
  }

  async #load(): Promise<ComposerTools | null> {
    try {
      const { ComposerTools: Tools } = await import('./tools/tools.ts');
      this.#tools = await Tools.load(this.#host);
      this.#host.element.requestUpdate();
    } catch {
      this.#loading = null;
    }
    return this.#tools;
  }
}
