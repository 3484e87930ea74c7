import type { Soon } from '../../controllers/soon.ts';
import type { ListLook } from './list-view.ts';
import type { ListSoon, SoonParts } from './soon/soon.ts';

/** Whose look it is. */
interface LookedAt {
  readonly look: () => ListLook;
  /** Looks at the list as a view says. */
  readonly take: (look: ListLook) => void;
  /** The look has another string. */
  readonly tell: (view: string) => void;
}

/** How a list is looked at, as one string (C13). What reads and writes it is a chunk of its own. */
export class LookText {
  readonly #soon: Soon<SoonParts, ListSoon>;
  readonly #list: LookedAt;
  #told: string | null = null;
  #isReading = false;

  constructor(soon: Soon<SoonParts, ListSoon>, list: LookedAt) {
    this.#soon = soon;
    this.#list = list;
  }

  /** Whether a view was given that has not been read yet: what the list shows is not known. */
  get isReading(): boolean {
    return this.#isReading;
  }

  /** Takes a view, unless it is the one that was told last. */
  read(view: string | null): void {
    if (view === null || view === this.#told) return;
    this.#told = view;
    this.#isReading = true;
    this.#soon.with(({ readLook }) => {
      if (view !== this.#told) return;
      this.#isReading = false;
      this.#list.take(readLook(view, this.#list.look()));
    });
  }

  /** Changes the look and tells its new string; after the view that is being read. */
  change(work: () => unknown): void {
    if (this.#isReading) {
      this.#soon.with(() => this.change(work));
      return;
    }
    work();
    this.#soon.with(({ writeLook }) => {
      this.#told = writeLook(this.#list.look());
      this.#list.tell(this.#told);
    });
  }
}
