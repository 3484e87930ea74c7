import { css, html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CuesController } from '../../controllers/cues-controller.ts';
import { Localize } from '../../controllers/localization.ts';
import { SessionController } from '../../controllers/session-controller.ts';
import { oneOf } from '../../dom/one-of.ts';
import type { Cue } from '../../domain/cues.ts';
import { cuesTexts } from '../../locales/cues.ts';
import { base, focusRing, visuallyHidden } from '../../styles/shared.ts';
import { emit } from '../events.ts';
import { targetOf } from '../waiting-target.ts';
import { cueTiles } from './tiles.ts';
import { tileStyles } from './tiles.styles.ts';

/**
 * Tiles with live figures for a role centre: conversations without co-worker, from unknown senders, without branch,
 * waiting too long, and unread. A press asks the host to show which ones they are, e.g. in `conversation-monitor`.
 *
 * @tagname conversation-cues
 * @fires cue-open-request - A tile was pressed; the host shows the conversations behind it.
 * @csspart tile - A tile.
 */
export class ConversationCues extends LitElement {
  static override styles = [
    ...base,
    focusRing,
    visuallyHidden,
    tileStyles,
    css`
      :host {
        display: block;
        min-inline-size: 0;
      }
    `,
  ];

  /** Whose conversations are counted: `all` I may see, or my `branch`'s. */
  @property({ converter: oneOf('all', 'branch') }) scope: 'branch' | 'all' = 'all';
  /** From how many minutes of waiting on it becomes urgent. */
  @property({ type: Number, attribute: 'danger-after' }) dangerAfter = 60;
  /** From how many minutes of waiting on it is too late. */
  @property({ type: Number, attribute: 'late-after' }) lateAfter = 120;

  readonly #localize = new Localize(this, cuesTexts);
  readonly #session = new SessionController(this);
  readonly #cues = new CuesController(this);

  protected override scheduleUpdate(): Promise<void> | undefined {
    return this.#localize.hold(() => super.scheduleUpdate());
  }

  protected override willUpdate(): void {
    this.#cues.sync(this.#session.session, { kind: this.scope }, targetOf(this));
  }

  /** How many conversations a cue counts now; `null` while nobody knows. */
  countOf(cue: Cue): number | null {
    return this.#cues.countOf(cue);
  }

  protected override render(): TemplateResult {
    return html`${cueTiles({
      words: this.#localize.messages.cues,
      formats: this.#localize.formats,
      countOf: (cue) => this.#cues.countOf(cue),
      isLoaded: this.#cues.isLoaded,
      current: null,
      isFilter: false,
      open: (cue) => emit(this, 'cue-open-request', { cue, scope: this.scope }),
    })}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'conversation-cues': ConversationCues;
  }
}
