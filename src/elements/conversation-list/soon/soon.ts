import type { LitElement, TemplateResult } from 'lit';
import { addStyles } from '../../../dom/add-styles.ts';
import type { RowsPanel } from '../rows-panel.ts';
import { readLook, writeLook } from './look-text.ts';
import { soonStyles } from './soon.styles.ts';
import { emptyList, failedList, refreshNotice } from './states.ts';

/** What a list needs a moment after its first rows: words for where there are none, and how it is looked at as a text. */
export class ListSoon {
  readonly readLook = readLook;
  readonly writeLook = writeLook;
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** What stands above the rows, or in their place. */
  state({ rows, messages, look, filters, onRetry, onClear }: RowsPanel): TemplateResult {
    addStyles(this.#host.renderRoot, soonStyles);
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
