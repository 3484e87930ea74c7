import { html, nothing, type TemplateResult } from 'lit';
import type { PhoneApp } from './phone-app.ts';

/** What a customer sends besides words: a picture, a place, a card. Only WhatsApp carries them. */
export function extrasView(app: PhoneApp): TemplateResult | typeof nothing {
  const { texts, picked, channel } = app;
  if (!app.sendsEverything || channel !== 'whatsapp') return nothing;
  const isIdle = picked === null || app.isHandingOver;
  const onPicture = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = '';
    if (file) void app.sendPicture(file);
  };
  return html`<div class="extras" role="group" aria-label=${texts.extras}>
    <label class="extra">
      📷 ${texts.picture}
      <input
        class="visually-hidden"
        type="file"
        accept="image/jpeg,image/png"
        ?disabled=${isIdle}
        @change=${onPicture}
      />
    </label>
    <button type="button" class="extra" ?disabled=${isIdle} @click=${() => void app.sendPlace()}>
      📍 ${texts.place}
    </button>
    <button type="button" class="extra" ?disabled=${isIdle} @click=${() => void app.sendCard()}>
      👤 ${texts.card}
    </button>
  </div>`;
}

/** The message that is being answered, above the words. */
export function quoteView(app: PhoneApp): TemplateResult | typeof nothing {
  const { texts, quoted } = app;
  if (!quoted) return nothing;
  return html`<p class="quoted">
    <span dir="auto">${quoted.text}</span>
    <button type="button" aria-label=${texts.dropQuote} title=${texts.dropQuote} @click=${() => app.quote(null)}>
      ✕
    </button>
  </p>`;
}
