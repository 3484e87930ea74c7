import { html, nothing, type TemplateResult } from 'lit';
import type { PhoneApp } from './phone-app.ts';
import type { PhoneMessage } from './phone-line.ts';

/** What WhatsApp takes as a picture; everything else goes as a file. */
const pictures = 'image/jpeg,image/png';
const files = 'audio/*,video/mp4,video/3gpp,.pdf,.txt,.doc,.docx,.xls,.xlsx,.ppt,.pptx';

/** What a customer sends besides words: a picture, a file, a place, a card. Only WhatsApp carries them. */
export function extrasView(app: PhoneApp): TemplateResult | typeof nothing {
  const { texts, picked, channel } = app;
  if (channel !== 'whatsapp') return nothing;
  // While something is handed over it stays a button: what is disabled loses the focus.
  const isIdle = picked === null;
  return html`<div class="extras" role="group" aria-label=${texts.extras}>
    ${fileButton(app, { label: texts.picture, sign: '📷', accept: pictures, isIdle })}
    ${fileButton(app, { label: texts.file, sign: '📎', accept: files, isIdle })}
    <button type="button" class="extra" ?disabled=${isIdle} @click=${() => void app.sendPlace()}>
      <span aria-hidden="true">📍</span> ${texts.place}
    </button>
    <button type="button" class="extra" ?disabled=${isIdle} @click=${() => void app.sendCard()}>
      <span aria-hidden="true">👤</span> ${texts.card}
    </button>
  </div>`;
}

function fileButton(
  app: PhoneApp,
  { label, sign, accept, isIdle }: { label: string; sign: string; accept: string; isIdle: boolean },
): TemplateResult {
  const onFile = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = '';
    if (file) void app.sendFile(file);
  };
  return html`<label class="extra ${isIdle ? 'idle' : ''}">
    <span aria-hidden="true">${sign}</span> ${label}
    <input class="visually-hidden" type="file" accept=${accept} ?disabled=${isIdle} @change=${onFile} />
  </label>`;
}

/** The message that is being answered or changed, above the words. */
export function quoteView(app: PhoneApp): TemplateResult | typeof nothing {
  const { texts, quoted, changing } = app;
  const named = changing ?? quoted;
  if (!named) return nothing;
  const label = changing ? texts.dropChange : texts.dropQuote;
  const drop = (): void => (changing ? app.change(null) : app.quote(null));
  return html`<p class="quoted">
    <span dir="auto">${changing ? html`<strong>${texts.changing}</strong> ` : nothing}${named.text}</span>
    <button type="button" aria-label=${label} title=${label} @click=${drop}>✕</button>
  </p>`;
}

/** What a message answers, above it. */
export function answeredView(app: PhoneApp, message: PhoneMessage): TemplateResult | typeof nothing {
  const answered = app.answeredBy(message);
  if (!answered) return nothing;
  return html`<p class="answered" dir="auto">${answered.text}</p>`;
}

const emojis = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

/** What can be done with a message of the business: answer it, or react to it. */
export function messageTools(app: PhoneApp, message: PhoneMessage): TemplateResult | typeof nothing {
  const { texts, reactingTo } = app;
  if (message.revisable) return ownTools(app, message);
  if (!canBeAnswered(message)) return nothing;
  const isOpen = reactingTo === message.id;
  return html`<span class="message-tools">
    <button type="button" aria-label=${texts.answer} title=${texts.answer} @click=${() => app.quote(message)}>
      <span aria-hidden="true">↩</span>
    </button>
    <button
      type="button"
      aria-label=${texts.react}
      title=${texts.react}
      aria-expanded=${isOpen ? 'true' : 'false'}
      data-reacts-to=${message.id}
      @click=${() => app.chooseReaction(isOpen ? null : message)}
    >
      <span aria-hidden="true">🙂</span>
    </button>
  </span>`;
}

/** What can be done with an own message: change its words, or delete it for everybody. */
function ownTools(app: PhoneApp, message: PhoneMessage): TemplateResult {
  const { texts } = app;
  const { kind } = message.content;
  const hasWords = kind === 'text' || kind === 'image' || kind === 'video' || kind === 'document';
  return html`<span class="message-tools">
    ${
      hasWords
        ? html`<button
            type="button"
            aria-label=${texts.change}
            title=${texts.change}
            @click=${() => app.change(message)}
          >
            <span aria-hidden="true">✎</span>
          </button>`
        : nothing
    }
    <button
      type="button"
      aria-label=${texts.takeBack}
      title=${texts.takeBack}
      @click=${() => void app.takeBack(message)}
    >
      <span aria-hidden="true">🗑</span>
    </button>
  </span>`;
}

/** The emoji to react with, where they were asked for. The same one again takes it back. */
export function emojiChoice(app: PhoneApp, message: PhoneMessage): TemplateResult | typeof nothing {
  if (app.reactingTo !== message.id || !canBeAnswered(message)) return nothing;
  return html`<div class="emojis" role="group" aria-label=${app.texts.react}>
    ${emojis.map((emoji) => {
      const isMine = message.reactions.includes(emoji);
      return html`<button
        type="button"
        aria-pressed=${isMine ? 'true' : 'false'}
        @click=${() => void app.react(message, isMine ? null : emoji)}
      >
        ${emoji}
      </button>`;
    })}
  </div>`;
}

function canBeAnswered({ reference, channel }: PhoneMessage): boolean {
  return reference !== null && channel === 'whatsapp';
}
