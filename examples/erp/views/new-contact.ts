import { html, type TemplateResult } from 'lit';
import { usesPhoneNumber } from '../../../src/domain/phone-based.ts';
import type { AppContext } from '../app.ts';
import type { NewContact } from '../contacts.ts';
import type { Route } from '../router.ts';
import { branches, coWorkers } from '../seed/settings.ts';
import type { View } from '../view.ts';

type NewContactRoute = Extract<Route, { page: 'new-contact' }>;
type Option = readonly [value: string, label: string];

const languages = ['nl', 'en', 'de', 'fr'];

/** The form of a new contact for somebody who wrote and has no card yet (D10). */
export function newContactView(app: AppContext, route: NewContactRoute): View {
  const { contact, fields } = app.texts;
  const isPhone = usesPhoneNumber(route.channel);
  const [firstName = '', ...rest] = route.name.trim().split(/\s+/);
  return {
    title: contact.title,
    kicker: app.texts.values.contact,
    subtitle: `${contact.sender} ${route.address}`,
    groups: [],
    content: html`<form class="card-form" @submit=${(event: SubmitEvent) => void save(event, app, route)}>
      ${field(fields.firstName, html`<input name="firstName" .value=${firstName} required autocomplete="off" />`)}
      ${field(contact.lastName, html`<input name="lastName" .value=${rest.join(' ')} autocomplete="off" />`)}
      ${field(fields.organisation, html`<input name="organisation" autocomplete="off" />`)}
      <div class="form-field">
        <label for="new-mobile">${fields.mobile}</label>
        <phone-number-field name="mobile" country="NL" .value=${isPhone ? route.address : ''}>
          <input id="new-mobile" type="tel" autocomplete="off" />
        </phone-number-field>
      </div>
      ${field(fields.email, html`<input name="email" type="email" .value=${route.channel === 'email' ? route.address : ''} autocomplete="off" />`)}
      ${field(
        fields.language,
        choice(
          'language',
          languages.map((code) => [code, app.displayName('language', code)] as const),
          'nl',
        ),
      )}
      ${field(fields.coWorker, choice('coWorkerId', [['', '–'], ...coWorkers.map(({ id, name }): Option => [id, name])], app.agent.id))}
      ${field(
        fields.branch,
        choice(
          'branchId',
          branches.map(({ id, name }) => [id, name] as const),
          app.agent.branchId ?? '',
        ),
      )}
      <div class="form-actions">
        <button type="submit" class="button primary">${contact.save}</button>
        <button type="button" class="button" @click=${() => app.leaveForm(route.conversationId)}>
          ${contact.cancel}
        </button>
      </div>
    </form>`,
  };
}

function field(label: string, control: TemplateResult): TemplateResult {
  return html`<label class="form-field"><span>${label}</span>${control}</label>`;
}

function choice(name: string, options: readonly Option[], chosen: string): TemplateResult {
  return html`<select name=${name}>
    ${options.map(([value, label]) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`)}
  </select>`;
}

async function save(event: SubmitEvent, app: AppContext, route: NewContactRoute): Promise<void> {
  event.preventDefault();
  const form = event.currentTarget as HTMLFormElement;
  const button = form.querySelector<HTMLButtonElement>('button[type="submit"]');
  if (!button || button.ariaDisabled === 'true') return;
  button.ariaDisabled = 'true';
  await app.saveContact(contactIn(new FormData(form), route), route.conversationId);
  button.ariaDisabled = null;
}

function contactIn(data: FormData, { channel, address }: NewContactRoute): NewContact {
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    firstName: text('firstName'),
    lastName: text('lastName'),
    organisation: text('organisation') || null,
    mobile: text('mobile'),
    email: text('email'),
    language: text('language'),
    coWorkerId: text('coWorkerId') || null,
    branchId: text('branchId'),
    sender: { channel, value: address },
  };
}
