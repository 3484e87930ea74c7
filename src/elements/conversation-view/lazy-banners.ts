import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { Extras } from '../../controllers/extras.ts';
import type { BannerInputs, viewBanners } from './banners.ts';

/** The notices above the panes: loaded after the first paint, so that they are there before the connection goes. */
export class LazyBanners implements ReactiveController {
  readonly #inputs: () => BannerInputs;
  readonly #extras: Extras<'banners'>;
  #show: typeof viewBanners | null = null;

  constructor(host: LitElement, inputs: () => BannerInputs) {
    this.#inputs = inputs;
    this.#extras = new Extras(host, { banners: () => this.#load() });
    host.addController(this);
  }

  hostUpdated(): void {
    this.#extras.want('banners');
  }

  render(): TemplateResult | undefined {
    return this.#show?.(this.#inputs());
  }

  async #load(): Promise<void> {
    this.#show = (await import('./banners.ts')).viewBanners;
  }
}
