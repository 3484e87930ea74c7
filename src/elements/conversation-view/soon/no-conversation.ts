import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../../controllers/localization.ts';
import type { Recipient } from '../../../domain/model.ts';
import { visibleName } from '../../../domain/visible-text.ts';
import { runTold } from '../../../dom/run-told.ts';
import type { AdapterErrorCode } from '../../../ports/adapter-error.ts';
import type { ViewSoonTexts } from '../../../locales/view-soon.ts';
import { conversationsIcon, failedIcon } from '../../../styles/icons.ts';
import type { ViewCommand } from '../../events.ts';

/** The backend refused the session: there is nothing else to show. */
export function refusedSession(
  { provider, common }: Messages<ViewSoonTexts>,
  code: AdapterErrorCode | null,
): TemplateResult {
  return html`<div class="empty" role="alert">
    ${failedIcon()}
    <p class="title">${provider.failedToStart}</p>
    ${code === null ? nothing : html`<p>${common.errors[code]}</p>`}
  </div>`;
}

/** Nothing is chosen yet: what can be done all the same is in the palette. */
export function noConversation(
  { viewSoon }: Messages<ViewSoonTexts>,
  palette: ViewCommand | undefined,
): TemplateResult {
  return html`<div class="empty">
    ${conversationsIcon()}
    <p class="title">${viewSoon.choose}</p>
    <p>${viewSoon.chooseHint}</p>
    ${
      palette
        ? html`<button type="button" class="link" aria-haspopup="dialog" @click=${() => runTold(palette)}>
            ${palette.label}
          </button>`
        : nothing
    }
  </div>`;
}

/** This recipient has no conversation yet; offers to start one where the backend can. */
export function noConversationWith(
  recipient: Recipient | null,
  { viewSoon }: Messages<ViewSoonTexts>,
  start: ViewCommand | undefined,
): TemplateResult {
  const name = visibleName(recipient?.name ?? '');
  return html`<div class="empty">
    ${conversationsIcon()}
    <p class="title">${name === '' ? viewSoon.recipientEmptyUnnamed : viewSoon.recipientEmpty(name)}</p>
    ${
      start?.enabled
        ? html`<p>${viewSoon.startHint}</p>
            <button type="button" class="button primary" @click=${() => runTold(start)}>${start.label}</button>`
        : nothing
    }
  </div>`;
}
