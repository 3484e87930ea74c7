import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app.ts';
import { icon, type IconName } from '../icons.ts';
import { languageNames, sharedOptions, withOption } from '../page-options.ts';
import { conversationsRoute, hashOf, listRoute, logRoute, type Route } from '../router.ts';
import { coWorkers } from '../seed/settings.ts';
import type { View } from '../view.ts';
import { ribbon } from './ribbon.ts';

/** Everything around a page: menu, co-worker, notice, title and ribbon. */
export function shell(app: App, view: View, hasFailed: boolean): TemplateResult {
  const { texts } = app;
  return html`<a class="skip" href="#main" @click=${skipToContent}>${texts.skip}</a>
    ${topBar(app)}
    <main id="main" data-page=${app.route.page} class=${view.fills ? 'fills' : ''}>
      ${hasFailed ? failure(app) : nothing} ${app.notice === null ? nothing : notice(app, app.notice)}
      <div class="page-head">
        <div class="page-title">
          ${view.kicker ? html`<p class="kicker">${view.kicker}</p>` : nothing}
          <h1 tabindex="-1"><bdi>${view.title}</bdi></h1>
          ${view.subtitle ? html`<p class="subtitle"><bdi>${view.subtitle}</bdi></p>` : nothing}
        </div>
        ${ribbon(view.groups, texts.actions.label)}
      </div>
      <div class="page-body">${view.content}</div>
    </main>`;
}

/** The part after `#` is the place in the ERP: the link must not change it. */
function skipToContent(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('main h1')?.focus();
}

function topBar(app: App): TemplateResult {
  const { texts } = app;
  return html`<header class="top-bar">
    <a class="brand" href=${hashOf({ page: 'home' })}
      ><strong>${texts.company}</strong> <span>${texts.product}</span></a
    >
    <nav aria-label=${texts.nav.label}>
      ${menuLink(app, { page: 'home' }, texts.nav.home, 'menuHome')}
      ${menuLink(app, listRoute('contacts'), texts.nav.contacts, 'menuContacts')}
      ${menuLink(app, listRoute('resources'), texts.nav.resources, 'menuResources')}
      ${menuLink(app, conversationsRoute(), texts.nav.conversations, 'menuConversations')}
      ${menuLink(app, logRoute(), texts.nav.log, 'menuLog')}
      ${
        app.agent.permissions.includes('supervise')
          ? menuLink(app, { page: 'monitor', cue: null }, texts.nav.monitor, 'menuMonitor')
          : nothing
      }
    </nav>
    <div class="who">
      ${offlineSwitch(app)} ${notifications(app)} ${phoneLink(app)} ${languageChoice(app)} ${coWorkerChoice(app)}
    </div>
  </header>`;
}

function menuLink({ route, records }: App, to: Route, label: string, drawing: IconName): TemplateResult {
  const record = route.page === 'card' ? records.get(route.id) : null;
  const here = record ? `${record.kind}s` : route.page;
  return html`<a href=${hashOf(to)} aria-current=${here === to.page ? 'page' : nothing}>
    ${icon(drawing)}<span>${label}</span>
  </a>`;
}

/** Simulates that this device has no network. */
function offlineSwitch({ texts, backend }: App): TemplateResult {
  return html`<label class="switch" title=${texts.bar.offline}>
    <input
      type="checkbox"
      role="switch"
      aria-checked=${String(backend.isOffline)}
      .checked=${backend.isOffline}
      @change=${(event: Event) => backend.setOffline((event.target as HTMLInputElement).checked)}
    />
    <span>${texts.bar.offline}</span>
  </label>`;
}

/** Told on every page of the ERP; a press on a notification opens the conversation. */
function notifications({ texts, openConversation }: App): TemplateResult {
  return html`<details class="notifications" @toggle=${closeFromOutside} @keydown=${closeByEscape}>
    <summary class="bar-link" title=${texts.bar.notifications}>
      ${icon('bell')}<span class="visually-hidden">${texts.bar.notifications}</span>
    </summary>
    <conversation-notifications @conversation-open-request=${openConversation}></conversation-notifications>
  </details>`;
}

function closeByEscape(event: KeyboardEvent): void {
  const panel = event.currentTarget as HTMLDetailsElement;
  if (event.key !== 'Escape' || !panel.open) return;
  panel.open = false;
  panel.querySelector('summary')?.focus();
}

/** A press anywhere else closes it. */
function closeFromOutside(event: Event): void {
  const panel = event.currentTarget as HTMLDetailsElement;
  if (!panel.open) return;
  const close = (press: Event): void => {
    if (panel.open && press.composedPath().includes(panel)) return;
    panel.open = false;
    document.removeEventListener('pointerdown', close);
  };
  document.addEventListener('pointerdown', close);
}

function phoneLink({ texts, options }: App): TemplateResult {
  return html`<a
    class="bar-link"
    href="/phone?${sharedOptions(options)}"
    target="_blank"
    rel="noopener"
    title=${texts.bar.phone}
  >
    ${icon('phone')}<span>${texts.bar.phone}</span><span class="visually-hidden"> (${texts.bar.opensTab})</span>
  </a>`;
}

function languageChoice({ texts, options }: App): TemplateResult {
  return html`<span class="language">
    <span class="short" aria-hidden="true">${options.language.toUpperCase()}</span>
    <select
      class="co-worker"
      aria-label=${texts.bar.language}
      @change=${(event: Event) => location.assign(withOption(location, 'lang', (event.target as HTMLSelectElement).value))}
    >
      ${Object.entries(languageNames).map(
        ([code, name]) =>
          html`<option value=${code} lang=${code} ?selected=${code === options.language}>${name}</option>`,
      )}
    </select>
  </span>`;
}

function coWorkerChoice({ texts, options }: App): TemplateResult {
  return html`<select
    class="co-worker"
    aria-label=${texts.bar.coWorker}
    @change=${(event: Event) => location.assign(withOption(location, 'agent', (event.target as HTMLSelectElement).value))}
  >
    ${coWorkers.map(
      ({ name }, index) =>
        html`<option value=${index + 1 > 4 ? 'supervisor' : String(index + 1)} ?selected=${index + 1 === options.agent}>
          ${name}
        </option>`,
    )}
  </select>`;
}

function notice(app: App, text: string): TemplateResult {
  return html`<div class="notice" role="status">
    ${icon('caution')}<span>${text}</span>
    <button type="button" class="icon-button" aria-label=${app.texts.close} @click=${() => app.say(null)}>
      ${icon('close')}
    </button>
  </div>`;
}

function failure({ texts, backend }: App): TemplateResult {
  const { error } = backend.session.status.value;
  return html`<div class="notice critical" role="alert">
    ${icon('caution')}<span
      ><strong>${texts.failed.title}.</strong> ${texts.failed.hint} ${error?.code ?? nothing}</span
    >
  </div>`;
}
