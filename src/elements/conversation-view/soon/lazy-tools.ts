import { Extras } from '../../../controllers/extras.ts';
import type { ToolsHost, ViewTools } from '../tools/tools.ts';

/** What a view can do beyond reading and writing: a chunk of its own after the first paint. */
export class LazyTools {
  readonly #host: ToolsHost;
  readonly #extras: Extras<'tools'>;
  #tools: ViewTools | null = null;
  #loading: Promise<void> | null = null;

  constructor(host: ToolsHost) {
    this.#host = host;
    this.#extras = new Extras(host.element, { tools: () => this.load() });
  }

  /** The tools once they are there; asks for them. Call when there is a session. */
  get(): ViewTools | null {
    this.#extras.want('tools');
    return this.#tools;
  }

  /** Loads them now: somebody needs them. After a failure the next call tries again. */
  load(): Promise<void> {
    this.#loading ??= this.#load().catch((reason: unknown) => {
      this.#loading = null;
      throw reason;
    });
    return this.#loading;
  }

  async #load(): Promise<void> {
    const { ViewTools: Tools } = await import('../tools/tools.ts');
    this.#tools = await Tools.load(this.#host);
  }
}
