import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sharedOptions } from '../page-options.ts';
import { contentView } from './content-view.ts';
import type { Ending } from './endings.ts';
import { answeredView, emojiChoice, extrasView, messageTools, quoteView } from './extras-view.ts';
import type { PhoneApp, PhoneChannel } from './phone-app.ts';
import type { PhoneMessage } from './phone-line.ts';
import { type SentAt, sentAtKinds, toLocalField } from './sent-at.ts';
import type { PhoneFailure } from './texts.ts';

const channels: readonly PhoneChannel[] = ['sms', 'whatsapp'];
const endings: readonly Ending[] = ['read', 'delivered', 'failed', 'silence'];

/** The whole page. */
export function phonePage(app: PhoneApp): TemplateResult {
  const { texts, options } = app;
  return html`<header>
      <h1>${texts.title}</h1>
      <a href="/?${sharedOptions(options)}">${texts.erp}</a>
    </header>
    <main>
      <div class="settings">
        <p>${texts.intro}</p>
        ${numberField(app)} ${endingFields(app)} ${sentAtFields(app)}
      </div>
      <section class="phone ${app.channel}" aria-label=${texts.title}>
        <div class="phone-head">
          <span class="who">${texts.business}</span>
          <span class="on">${app.picked ? html`<bdi dir="ltr">${app.picked.shown}</bdi>` : nothing}</span>
        </div>
        ${tabs(app)} ${panel(app)} ${replyForm(app)}
      </section>
    </main>`;
}

function numberField(app: PhoneApp): TemplateResult {
  const { texts, picked, typed } = app;
  const isBad = typed.trim() !== '' && picked === null && app.suggestions.length === 0;
  return html`<div class="field">
    <label for="number">${texts.number}</label>
    <input
      id="number"
      type="text"
      dir="auto"
      inputmode="tel"
      autocomplete="off"
      spellcheck="false"
      placeholder=${texts.numberHint}
      aria-describedby="number-says"
      aria-invalid=${isBad ? 'true' : nothing}
      .value=${typed}
      @input=${(event: Event) => app.pick((event.target as HTMLInputElement).value)}
    />
    <p id="number-says" class=${isBad ? 'says bad' : 'says'} aria-live="polite">${numberSays(app, isBad)}</p>
    ${suggestions(app)}
  </div>`;
}

function suggestions(app: PhoneApp): TemplateResult | typeof nothing {
  const { texts, suggestions: people } = app;
  if (people.length === 0) return nothing;
  return html`<ul class="suggestions" aria-label=${app.typed.trim() === '' ? texts.lately : texts.suggestions}>
    ${people.map(
      ({ name, mobile }) =>
        html`<li>
          <button type="button" @click=${() => app.pick(mobile)}>
            <bdi>${name}</bdi> <bdi dir="ltr">${mobile}</bdi>
          </button>
        </li>`,
    )}
  </ul>`;
}

function numberSays({ texts, picked, typed, suggestions: people }: PhoneApp, isBad: boolean): string | TemplateResult {
  if (isBad) return texts.unknownNumber;
  if (!picked) return typed.trim() === '' && people.length > 0 ? `${texts.lately}:` : '';
  const names = picked.owners.map(({ name }) => name);
  if (names.length > 1) return texts.shared(names.join(', '));
  if (names.length === 1) return html`<bdi>${names[0]}</bdi> · <bdi dir="ltr">${picked.e164}</bdi>`;
  return picked.isCertain ? texts.stranger : texts.uncertain;
}

function endingFields(app: PhoneApp): TemplateResult {
  const { texts, choice } = app;
  const onEnding = (event: Event): void =>
    app.choose({ ...choice, ending: (event.target as HTMLSelectElement).value as Ending });
  const onReason = (event: Event): void =>
    app.choose({ ...choice, reason: (event.target as HTMLSelectElement).value as PhoneFailure });
  return html`<div class="field">
      <label for="ending">${texts.ending}</label>
      <select id="ending" aria-describedby="ending-hint" @change=${onEnding}>
        ${endings.map(
          (ending) =>
            html`<option value=${ending} ?selected=${ending === choice.ending}>${texts.endings[ending]}</option>`,
        )}
      </select>
      <p id="ending-hint" class="says">${texts.endingHint}</p>
    </div>
    ${
      choice.ending === 'failed'
        ? html`<div class="field">
            <label for="reason">${texts.reason}</label>
            <select id="reason" @change=${onReason}>
              ${(Object.entries(texts.reasons) as [PhoneFailure, string][]).map(
                ([reason, label]) =>
                  html`<option value=${reason} ?selected=${reason === choice.reason}>${label}</option>`,
              )}
            </select>
          </div>`
        : nothing
    }`;
}

function sentAtFields(app: PhoneApp): TemplateResult {
  const { texts, sentAt } = app;
  const onKind = (event: Event): void => {
    const kind = (event.target as HTMLSelectElement).value as SentAt['kind'];
    app.backdate(kind === 'other' ? { kind, local: toLocalField(Date.now()) } : { kind });
  };
  return html`<div class="field">
      <label for="sent-at">${texts.sentAt}</label>
      <select id="sent-at" @change=${onKind}>
        ${sentAtKinds.map(
          (kind) => html`<option value=${kind} ?selected=${kind === sentAt.kind}>${texts.times[kind]}</option>`,
        )}
      </select>
    </div>
    ${
      sentAt.kind === 'other'
        ? html`<div class="field">
            <label for="other-time">${texts.otherTime}</label>
            <input
              id="other-time"
              type="datetime-local"
              .value=${sentAt.local}
              max=${toLocalField(Date.now())}
              @input=${(event: Event) => app.backdate({ kind: 'other', local: (event.target as HTMLInputElement).value })}
            />
          </div>`
        : nothing
    }`;
}

function tabs(app: PhoneApp): TemplateResult {
  return html`<div class="tabs" role="tablist" aria-label=${app.texts.channels} @keydown=${onTabKey}>
    ${channels.map((channel) => {
      const isOpen = channel === app.channel;
      const unread = app.unreadOn(channel);
      return html`<button
        type="button"
        role="tab"
        id="tab-${channel}"
        aria-selected=${String(isOpen)}
        aria-controls="panel"
        tabindex=${isOpen ? 0 : -1}
        @click=${() => app.open(channel)}
      >
        ${app.texts[channel]}${unread > 0 ? html` <span class="badge">${app.texts.unread(unread)}</span>` : nothing}
      </button>`;
    })}
  </div>`;
}

function onTabKey(event: KeyboardEvent): void {
  if (!['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) return;
  const all = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role="tab"]')];
  const other = all.find((tab) => tab !== document.activeElement);
  other?.focus();
  other?.click();
  event.preventDefault();
}

function panel(app: PhoneApp): TemplateResult {
  const { texts, picked, channel } = app;
  const messages = app.messagesOn(channel);
  return html`<div class="messages" role="tabpanel" id="panel" aria-labelledby="tab-${channel}" tabindex="0">
    ${
      app.older === null
        ? nothing
        : html`<button type="button" class="older" @click=${() => void app.showOlder()}>${texts.older}</button>`
    }
    ${
      messages.length === 0
        ? html`<p class="none">${picked ? texts.noneYet : texts.chooseFirst}</p>`
        : html`<ol aria-label=${texts.messages} aria-live="polite">
            ${repeat(
              messages,
              ({ id }) => id,
              (message) => bubble(app, message),
            )}
          </ol>`
    }
  </div>`;
}

function bubble(app: PhoneApp, message: PhoneMessage): TemplateResult {
  const { texts, options } = app;
  const { isMine } = message;
  return html`<li class=${isMine ? 'mine' : 'theirs'}>
    <span class="visually-hidden">${isMine ? texts.you : texts.business}: </span>
    ${answeredView(app, message)} ${contentView(app, message)}
    ${message.reactions.length > 0 ? html`<span class="reactions">${message.reactions.join(' ')}</span>` : nothing}
    <div class="message-foot">
      ${messageTools(app, message)} ${message.edited ? html`<span class="edited">${texts.edited}</span>` : nothing}
      <time datetime=${new Date(message.at).toISOString()}><bdi>${timeOf(message.at, options.language)}</bdi></time>
    </div>
    ${emojiChoice(app, message)}
  </li>`;
}

function replyForm(app: PhoneApp): TemplateResult {
  const { texts, channel, picked } = app;
  const text = app.replies[channel];
  const submit = (event: Event): void => {
    event.preventDefault();
    void app.reply();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
  };
  return html`<form @submit=${submit}>
    ${app.hasFailed ? html`<p class="says bad" role="alert">${texts.failed}</p>` : nothing} ${quoteView(app)}
    ${extrasView(app)}
    <textarea
      rows="2"
      aria-label=${texts.reply}
      placeholder=${texts.replyHints[channel]}
      ?disabled=${picked === null}
      .value=${text}
      @input=${(event: Event) => app.type(channel, (event.target as HTMLTextAreaElement).value)}
      @keydown=${onKeyDown}
    ></textarea>
    <button type="submit" ?disabled=${picked === null || text.trim() === ''}>
      ${app.changing ? texts.saveChange : texts.reply}
    </button>
  </form>`;
}

function timeOf(at: number, language: string): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  const day = isToday ? {} : ({ day: 'numeric', month: 'short' } as const);
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { ...day, hour: '2-digit', minute: '2-digit' }).format(at);
}
