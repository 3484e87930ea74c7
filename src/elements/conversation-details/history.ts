import { html, nothing, type TemplateResult } from 'lit';
import type { Message } from '../../domain/model.ts';
import { textOf } from '../../domain/preview.ts';
import { visibleName } from '../../domain/visible-text.ts';
import type { ListSnapshot } from '../../controllers/session-controller.ts';
import { lastMessageTime, previewText } from '../last-message.ts';
import type { DetailsInputs } from './inputs.ts';
import { section } from './sections.ts';

/** Notes about the conversation and a field for another one: never sent (D6). */
export function notesSection(
  inputs: DetailsInputs,
  note: { readonly value: string; readonly type: (text: string) => void; readonly add: () => void },
): TemplateResult {
  const { texts, can } = inputs;
  const notes = messagesOf(inputs).filter(({ direction }) => direction === 'note');
  return section(
    texts.details.notes,
    html`${notes.length === 0 ? html`<p class="hint">${texts.details.noNotes}</p>` : nothing}
      <ul class="plain">
        ${notes.map((message) => noteItem(message, inputs))}
      </ul>
      ${earlier(inputs)}
      ${
        can?.notes
          ? html`<form
              class="note-form"
              @submit=${(event: Event) => {
                event.preventDefault();
                note.add();
              }}
            >
              <textarea
                autocapitalize="sentences"
                enterkeyhint="enter"
                class="field"
                rows="2"
                dir="auto"
                aria-label=${texts.details.note}
                placeholder=${texts.details.notePlaceholder}
                .value=${note.value}
                @input=${(event: Event) => note.type((event.target as HTMLTextAreaElement).value)}
              ></textarea>
              <button type="submit" class="button" aria-disabled=${note.value.trim() === '' ? 'true' : 'false'}>
                ${texts.details.addNote}
              </button>
            </form>`
          : nothing
      }`,
  );
}

/** All conversations with this recipient; this one is marked. */
export function conversationsSection(inputs: DetailsInputs, list: ListSnapshot | null): TemplateResult {
  const { texts, localization, conversation: current, now, openConversation } = inputs;
  const { states } = localization.messages.common;
  const rows = list?.rows ?? [];
  return section(
    texts.details.earlier,
    rows.length <= 1 && list?.loaded
      ? html`<p class="hint">${texts.details.noEarlier}</p>`
      : html`<ul class="plain">
          ${rows.map(({ conversation }) => {
            const isCurrent = conversation.id === current.id;
            const last = conversation.lastMessage;
            return html`<li>
              <button
                type="button"
                class="other"
                aria-current=${isCurrent ? 'true' : 'false'}
                @click=${() => isCurrent || openConversation(conversation)}
              >
                <span class="other-top"
                  ><span>${isCurrent ? texts.details.current : states[conversation.state]}</span
                  >${lastMessageTime(last, localization, now)}</span
                >
                <bdi class="other-text">${last ? previewText(last, localization) : ''}</bdi>
              </button>
            </li>`;
          })}
        </ul>`,
  );
}

function messagesOf({ timeline }: DetailsInputs): readonly Message[] {
  return (timeline?.entries ?? []).map(({ message }) => message).reverse();
}

function noteItem(message: Message, { localization }: DetailsInputs): TemplateResult {
  const { formats } = localization;
  return html`<li class="note">
    <p><bdi>${textOf(message.content)}</bdi></p>
    <p class="hint"><bdi>${visibleName(message.author.name)}</bdi> · ${formats.dateTime(message.at)}</p>
  </li>`;
}

/** Notes are looked for in what is loaded: the rest is one press away. */
function earlier({ timeline, texts, loadOlder }: DetailsInputs): TemplateResult | typeof nothing {
  if (!timeline?.hasOlder) return nothing;
  return html`<button
    type="button"
    class="link"
    aria-disabled=${timeline.loadingOlder ? 'true' : 'false'}
    @click=${loadOlder}
  >
    ${timeline.loadingOlder ? texts.details.loadingOlder : texts.details.lookBack}
  </button>`;
}
