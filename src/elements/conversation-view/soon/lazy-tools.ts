import { Extras } from '../../../controllers/extras.ts';
import type { ToolsHost, ViewTools } from '../tools/tools.ts';

/** What a view can do beyond reading and writing: a chunk of its own after the first paint. */
export class LazyTools {
  readonly #extras: Extras<'tools'>;
  #tools: ViewTools | null = null;

  constructor(host: ToolsHost) {
    this.#extras = new Extras(host.element, {
      tools: async () => {
        const { ViewTools: Tools } = await import('../tools/tools.ts');
        this.#tools = await Tools.load(host);
      },
    });
  }

  /** The tools once they are there; asks for them. Call when there is a session. */
  get(): ViewTools | null {
    this.#extras.want('tools');
    return this.#tools;
  }
}
