import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Localization } from '../../controllers/localization.ts';
import { scaleOf } from '../../dom/scale.ts';
import { type InboxTab, inboxTabs } from '../../domain/inbox-tabs.ts';
import type { ListTexts } from '../../locales/list.ts';

/** What the tabs show and how they say which one was chosen. */
export interface Tabs {
  readonly localization: Localization<ListTexts>;
  readonly current: InboxTab;
  readonly countOf: (tab: InboxTab) => number | null;
  readonly onChoose: (tab: InboxTab) => void;
}

/** The tabs of the inbox with their counts (C6): one tab stop, the arrow keys choose. */
export function listTabs({ localization, current, countOf, onChoose }: Tabs): TemplateResult {
  const { messages, formats } = localization;
  const { list } = messages;
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = tabForKey(event, current);
    if (!target) return;
    event.preventDefault();
    onChoose(target);
    const strip = event.currentTarget as HTMLElement;
    strip.querySelector<HTMLElement>(`[data-tab="${target}"]`)?.focus();
  };
  return html`<div class="tabs" part="tabs" role="tablist" aria-label=${list.label} @keydown=${onKeyDown}>
    ${inboxTabs.map((tab) => {
      const count = countOf(tab);
      return html`<button
        type="button"
        class="tab inset"
        role="tab"
        id="tab-${tab}"
        data-tab=${tab}
        aria-label=${list.tabs[tab]}
        aria-describedby=${ifDefined(count === null ? undefined : `count-${tab}`)}
        aria-selected=${tab === current ? 'true' : 'false'}
        aria-controls="rows-panel"
        tabindex=${tab === current ? '0' : '-1'}
        @click=${() => onChoose(tab)}
      >
        ${list.tabs[tab]}<span
          class="count"
          aria-hidden="true"
          data-count=${count === null ? '' : formats.number(count)}
        ></span
        >${count === null ? nothing : html`<span id="count-${tab}" hidden>${list.conversationCount(count)}</span>`}
      </button>`;
    })}
  </div>`;
}

/** How far from its edges the strip fades out, px. */
const fade = 24;

/** Scrolls the strip, and nothing else, so that the chosen tab is seen whole. */
export function showTab(strip: HTMLElement | null): void {
  const tab = strip?.querySelector('[aria-selected="true"]');
  if (!strip || !tab) return;
  const [outer, inner] = [strip.getBoundingClientRect(), tab.getBoundingClientRect()];
  const scale = scaleOf(strip);
  const beyond = (edge: number): number => Math.max(0, edge / scale + fade);
  strip.scrollLeft += beyond(inner.right - outer.right) - beyond(outer.left - inner.left);
}

function tabForKey(event: KeyboardEvent, current: InboxTab): InboxTab | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  const isRtl = (event.currentTarget as HTMLElement).matches(':dir(rtl)');
  const last = inboxTabs.length - 1;
  const index = inboxTabs.indexOf(current);
  const forward = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (event.key === 'Home') return inboxTabs[0];
  if (event.key === 'End') return inboxTabs[last];
  if (forward === undefined) return undefined;
  return inboxTabs[(index + (isRtl ? -forward : forward) + inboxTabs.length) % inboxTabs.length];
}
