import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { InvitationSetting } from '../../controllers/template-editor-controller.ts';
import { waMeLink } from '../../domain/invitation.ts';
import { safeUrl } from '../../dom/safe-url.ts';
import { copyIcon, inviteIcon } from '../../styles/icons.ts';
import type { EditorWords } from './words.ts';

/** What the link is made of, and where it goes. */
export interface LinkContext extends EditorWords {
  readonly code: string;
  /** As typed. */
  readonly number: string;
  /** What the customer finds typed. */
  readonly text: string;
  readonly invitation: InvitationSetting | null;
  readonly canEdit: boolean;
  /** Whether the code has a saved text: nobody can be invited with another. */
  readonly isSaved: boolean;
  readonly isCopied: boolean;
  readonly change: (change: { readonly number?: string; readonly text?: string }) => void;
  readonly insert: (text: string) => void;
  readonly copy: (text: string) => void;
  readonly saveInvitation: (invitation: InvitationSetting | null) => void;
}

/** A typed number in the form of the network, `null` while it is none. */
export function typedNumber(number: string): string | null {
  const compact = number.replace(/[\s().\-/]/g, '').replace(/^00/, '+');
  return /^\+[1-9]\d{6,14}$/.test(compact) ? compact : null;
}

/** Makes a wa.me link (IV1, IV2), and says which template invites with it (F2). */
export function linkBuilder(context: LinkContext): TemplateResult {
  const { own, number, text, canEdit } = context;
  const e164 = typedNumber(number);
  const isWrong = number.trim() !== '' && e164 === null;
  const link = e164 === null ? null : safeUrl(waMeLink(e164, text.trim()));
  return html`<details class="panel whatsapp">
    <summary>${own.link.title}</summary>
    <div class="fields-row">
      <div class="labelled">
        <label for="number">${own.link.number}</label>
        <input
          id="number"
          class="field"
          type="tel"
          inputmode="tel"
          enterkeyhint="done"
          autocomplete="off"
          dir="ltr"
          aria-invalid=${isWrong}
          aria-describedby="number-about"
          .value=${live(number)}
          @input=${(event: Event) => context.change({ number: (event.target as HTMLInputElement).value })}
        />
        <span id="number-about" class=${isWrong ? 'problem' : 'hint'}
          >${isWrong ? own.link.numberWrong : own.link.numberHint}</span
        >
      </div>
      <div class="labelled">
        <label for="link-text">${own.link.text}</label>
        <input
          id="link-text"
          enterkeyhint="done"
          class="field"
          autocomplete="off"
          dir="auto"
          .value=${live(text)}
          @input=${(event: Event) => context.change({ text: (event.target as HTMLInputElement).value })}
        />
      </div>
    </div>
    ${link === null ? nothing : resultOf(link, context)} ${canEdit ? invitationActions(e164, context) : nothing}
  </details>`;
}

function resultOf(link: string, { own, canEdit, insert, copy, isCopied }: LinkContext): TemplateResult {
  return html`<div class="result">
    <span class="hint">${own.link.result}</span>
    <a href=${link} target="_blank" rel="noopener noreferrer" dir="ltr">${link}</a>
    <div class="actions">
      ${canEdit ? html`<button type="button" class="button" @click=${() => insert(link)}>${own.link.insert}</button>` : nothing}
      <button type="button" class="button" @click=${() => copy(link)}>
        ${copyIcon()}${isCopied ? own.copied : own.copy}
      </button>
    </div>
  </div>`;
}

function invitationActions(e164: string | null, context: LinkContext): TemplateResult | typeof nothing {
  const { own, code, invitation, isSaved, saveInvitation } = context;
  if (!isSaved) return nothing;
  const isThis = invitation?.code.toLowerCase() === code.trim().toLowerCase();
  const hasOtherNumber = isThis && e164 !== null && e164 !== invitation.whatsappNumber;
  const use = (): void => {
    if (e164 !== null) saveInvitation({ code: code.trim(), whatsappNumber: e164 });
  };
  return html`<div class="actions">
    ${isThis ? html`<p class="hint">${own.invitation.isHint}</p>` : nothing}
    ${
      isThis && !hasOtherNumber
        ? html`<button type="button" class="button quiet" @click=${() => saveInvitation(null)}>
            ${own.invitation.stop}
          </button>`
        : html`<button type="button" class="button" aria-disabled=${e164 === null} @click=${use}>
            ${inviteIcon()}${isThis ? own.invitation.saveNumber : own.invitation.use}
          </button>`
    }
  </div>`;
}
