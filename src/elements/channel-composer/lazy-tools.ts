import type { Announcement } from '../../controllers/announcer-controller.ts';
import type { Composition } from '../../controllers/composer-controller.ts';
import { Extras } from '../../controllers/extras.ts';
import type { ToolPlace, ToolsHost } from './tools/tool.ts';
import type { ComposerTools } from './tools/tools.ts';

/** The tools of a composer: everything beside text, channel and Send comes as a chunk of its own after the first paint. */
export class LazyTools {
  readonly #extras: Extras<'tools'>;
  #tools: ComposerTools | null = null;

  constructor(host: ToolsHost) {
    this.#extras = new Extras(host.element, {
      tools: async () => {
        const { ComposerTools: Tools } = await import('./tools/tools.ts');
        this.#tools = await Tools.load(host);
      },
    });
  }

  /** Call from `updated` once there is something to write. */
  load(): void {
    this.#extras.want('tools');
  }

  /** What stands in a place of the composer; nothing until the tools are there. */
  at(place: ToolPlace, composition: Composition): unknown {
    return this.#tools?.at(place, composition);
  }

  /** What to say of the reply window; nothing until the tools are there. */
  news(before: Composition | null, after: Composition): Announcement | null {
    return this.#tools?.news(before, after) ?? null;
  }

  /** A key in the composer; `true` when a tool took it. */
  press(event: KeyboardEvent): boolean {
    return this.#tools?.press(event) ?? false;
  }
}
