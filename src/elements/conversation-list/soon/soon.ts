import type { LitElement, TemplateResult } from 'lit';
import type { Localize } from '../../../controllers/localization.ts';
import { addStyles } from '../../../dom/add-styles.ts';
import type { ListTexts } from '../../../locales/list.ts';
import { type ListSoonTexts, listSoonTexts } from '../../../locales/list-soon.ts';
import type { RowsPanel } from '../rows-panel.ts';
import { readLook, writeLook } from './look-text.ts';
import { soonStyles } from './soon.styles.ts';
import { emptyList, failedList, refreshNotice } from './states.ts';

/** What a list tells of itself. */
export interface SoonParts {
  readonly localize: Localize<ListTexts>;
}

/** What a list needs a moment after its first rows: words for where there are none, and how it is looked at as a text. */
export class ListSoon {
  readonly readLook = readLook;
  readonly writeLook = writeLook;
  readonly #host: LitElement;
  readonly #localize: Localize<ListTexts & ListSoonTexts>;

  static readonly texts = listSoonTexts;

  /** `null` while its texts are on their way. */
  static make(host: LitElement, parts: SoonParts): ListSoon | null {
    const localize = parts.localize.add(listSoonTexts);
    return localize && new ListSoon(host, localize);
  }

  private constructor(host: LitElement, localize: Localize<ListTexts & ListSoonTexts>) {
    this.#host = host;
    this.#localize = localize;
  }

  /** What stands above the rows, or in their place. */
  state({ rows, look, filters, onRetry, onClear }: RowsPanel): TemplateResult {
    addStyles(this.#host.renderRoot, soonStyles);
    const { messages } = this.#localize;
    const { text, scope, tab, unreadOnly } = look;
    const code = rows.snapshot?.error?.code ?? null;
    if (rows.snapshot?.state === 'error')
      return rows.all.length > 0 ? refreshNotice(messages, code, onRetry) : failedList(messages, code, onRetry);
    const isRecipient = scope === 'recipient';
    return emptyList(messages, {
      text,
      isUnreadOnly: unreadOnly,
      filters,
      tab: tab === 'all' || isRecipient ? null : messages.list.tabs[tab],
      isRecipient,
      onClear,
    });
  }
}
