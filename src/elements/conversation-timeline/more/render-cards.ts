import { html, nothing, type TemplateResult } from 'lit';
import type { Content, MessageButton } from '../../../domain/model.ts';
import { visibleName } from '../../../domain/visible-text.ts';
import { safeUrl } from '../../../dom/safe-url.ts';
import { personIcon, placeIcon } from '../../../styles/icons.ts';
import { renderLink, renderText } from '../render-text.ts';
import type { RowContext } from '../row-context.ts';

type Of<K extends Content['kind']> = Extract<Content, { readonly kind: K }>;

/** A place, with a map for those who ask for it: nothing is fetched by itself. */
export function renderLocation({ latitude, longitude, label }: Of<'location'>, context: RowContext): TemplateResult {
  const { messages, more } = context;
  const place = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const href = safeUrl(
    `https://www.openstreetmap.org/?mlat=${String(latitude)}&mlon=${String(longitude)}#map=16/${String(latitude)}/${String(longitude)}`,
  );
  return html`<span class="card"
      >${placeIcon()}<span class="card-text"
        ><bdi class="card-title">${visibleName(label ?? messages.common.kinds.location)}</bdi
        ><small dir="ltr">${place}</small></span
      ></span
    >${href === null ? nothing : renderLink({ text: more?.texts.openMap ?? '', href, type: 'url' }, context)}`;
}

/** People with their numbers and addresses. */
export function renderContacts({ contacts }: Of<'contacts'>, context: RowContext): TemplateResult[] {
  return contacts.map(
    ({ name, phones, emails }) =>
      html`<span class="card"
        >${personIcon()}<span class="card-text"
          ><bdi class="card-title">${visibleName(name)}</bdi>${phones.map((phone) =>
            reachBy(phone, `tel:${phone.replace(/[^\d+]/g, '')}`, 'phone', context),
          )}${emails.map((email) => reachBy(email, `mailto:${email}`, 'email', context))}</span
        ></span
      >`,
  );
}

/** An approved template as the recipient saw it. */
export function renderTemplate({ header, body, footer, buttons }: Of<'template'>, context: RowContext): unknown[] {
  return [renderHeader(header), renderParts(body, footer, buttons, context)];
}

/** A message with buttons as the recipient saw it. */
export function renderInteractive(
  { header, body, footer, buttons }: Of<'interactive'>,
  context: RowContext,
): unknown[] {
  return [renderHeader(header), renderParts(body, footer, buttons, context)];
}

/** The line above the words of a message with buttons or choices. */
export function renderHeader(header: string | null | undefined): TemplateResult | typeof nothing {
  return header ? html`<strong class="text" dir="auto">${header}</strong>` : nothing;
}

/** What nobody here can show: said, never dropped. */
export function renderUnsupported({ description }: Of<'unsupported'>, { messages }: RowContext): TemplateResult {
  return html`<em class="unsupported"
    >${messages.common.kinds.unsupported}${description === '' ? nothing : html`: <bdi>${visibleName(description)}</bdi>`}</em
  >`;
}

function renderParts(
  body: string,
  footer: string | null,
  buttons: readonly MessageButton[],
  context: RowContext,
): TemplateResult {
  return html`${renderText(body, context)}${footer ? html`<small class="text" dir="auto">${footer}</small>` : nothing}${
    buttons.length === 0
      ? nothing
      : html`<span class="sent-buttons"
          >${buttons.map(({ label }) => html`<bdi class="sent-button">${visibleName(label)}</bdi>`)}</span
        >`
  }`;
}

function reachBy(text: string, url: string, type: 'phone' | 'email', context: RowContext): TemplateResult {
  const href = safeUrl(url);
  return href === null
    ? html`<bdi>${visibleName(text)}</bdi>`
    : renderLink({ text: visibleName(text), href, type }, context);
}
