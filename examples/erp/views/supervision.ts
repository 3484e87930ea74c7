import { html } from 'lit';
import type { AppContext } from '../app.ts';
import type { Route } from '../router.ts';
import type { View } from '../view.ts';

/** Monitoring: everybody's conversations, for who watches over them. */
export function monitorView(app: AppContext, { cue }: Extract<Route, { page: 'monitor' }>): View {
  return {
    title: app.texts.nav.monitor,
    groups: [],
    content: html`<div class="monitor-page">
      <conversation-monitor .cue=${cue} @conversation-open-request=${app.openConversation}></conversation-monitor>
    </div>`,
    fills: true,
  };
}

/** The conversion report on the mobile numbers of all cards. */
export function conversionView(app: AppContext): View {
  return {
    title: app.texts.conversion.title,
    groups: [],
    content: html`<div class="conversion-page">
      <phone-number-conversion country="NL"></phone-number-conversion>
    </div>`,
    fills: true,
  };
}
