import { Extras } from '../../controllers/extras.ts';
import type { ListTools, ToolsHost } from './tools/tools.ts';

/** Filters, bulk actions and saved views of a list: a chunk of its own after the first paint. */
export class LazyTools {
  readonly #extras: Extras<'tools'>;
  #tools: ListTools | null = null;

  constructor(host: ToolsHost) {
    this.#extras = new Extras(host.element, {
      tools: async () => {
        const { ListTools: Tools } = await import('./tools/tools.ts');
        this.#tools = await Tools.load(host);
      },
    });
  }

  /** The tools once they are there; asks for them. Call when there is a session. */
  get(): ListTools | null {
    this.#extras.want('tools');
    return this.#tools;
  }
}
