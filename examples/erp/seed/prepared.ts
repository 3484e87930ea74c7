import type { ApprovedTemplate, TemplateParameter } from '../../../src/domain/approved-template.ts';
import type { ChannelAccount } from '../../../src/domain/model.ts';
import type { QuickReplyGroup } from '../../../src/domain/quick-replies.ts';
import { smsNumber, whatsappNumber } from './settings.ts';

/** The own numbers: each branch has one for WhatsApp, and text messages also leave under the name of the business. */
export const ownNumbers: readonly ChannelAccount[] = [
  account(whatsappNumber, 'whatsapp', 'Utrecht', { branchId: 'branch-utrecht' }),
  account('+3238081234', 'whatsapp', 'Antwerpen', { branchId: 'branch-antwerp' }),
  account(smsNumber, 'sms', 'Sms', {}),
  account('Warmtehuis', 'sms', 'Warmtehuis', {}),
];

const firstName = parameter('first_name', { label: 'Voornaam', source: 'FirstName' });
const visit = parameter('visit', { label: 'Datum en tijd', type: 'date-time' });
const mechanic = parameter('mechanic', { label: 'Monteur', example: 'Ruben' });

/** Templates that WhatsApp has approved, and two that it has not. */
export const approvedTemplates: readonly ApprovedTemplate[] = [
  template('service_appointment', 'nl', {
    header: { type: 'text', text: 'Uw onderhoudsbeurt', parameters: [] },
    body: {
      text: 'Beste {{first_name}}, onze monteur {{mechanic}} komt op {{visit}} voor het onderhoud van uw toestel. Schikt dat?',
      parameters: [firstName, mechanic, visit],
    },
    footer: 'Warmtehuis',
    buttons: [
      { type: 'quick-reply', label: 'Dat schikt' },
      { type: 'quick-reply', label: 'Liever een ander moment' },
    ],
  }),
  template('service_appointment', 'en', {
    body: {
      text: 'Dear {{first_name}}, our mechanic {{mechanic}} will visit on {{visit}} to service your appliance. Does that suit you?',
      parameters: [firstName, mechanic, visit],
    },
    footer: 'Warmtehuis',
    buttons: [
      { type: 'quick-reply', label: 'That suits me' },
      { type: 'quick-reply', label: 'Another time, please' },
    ],
  }),
  template('service_appointment', 'de', {
    body: {
      text: 'Guten Tag {{first_name}}, unser Monteur {{mechanic}} kommt am {{visit}} zur Wartung. Passt Ihnen das?',
      parameters: [firstName, mechanic, visit],
    },
    status: 'pending',
  }),
  template('invoice_reminder', 'nl', {
    body: {
      text: 'Beste {{first_name}}, factuur {{number}} van {{amount}} vervalt op {{due}}. Betalen kan met de knop hieronder.',
      parameters: [
        firstName,
        parameter('number', { label: 'Factuurnummer' }),
        parameter('amount', { label: 'Bedrag', type: 'currency', currency: 'EUR' }),
        parameter('due', { label: 'Vervaldatum', type: 'date' }),
      ],
    },
    buttons: [
      {
        type: 'url',
        label: 'Betalen',
        url: 'https://example.com/betalen/{{code}}',
        parameter: parameter('code', { label: 'Betaalcode' }),
      },
      { type: 'phone', label: 'Bel ons', phone: whatsappNumber },
    ],
  }),
  template('showroom', 'nl', {
    category: 'marketing',
    header: { type: 'location' },
    parameterFormat: 'positional',
    body: {
      text: 'Beste {{1}}, kom kijken naar onze warmtepompen. Met deze code krijgt u koffie van ons.',
      parameters: [parameter('1', { label: 'Voornaam', source: 'FirstName' })],
    },
    buttons: [{ type: 'copy-code', label: 'Kopieer code', example: 'KOFFIE' }],
  }),
  template('winter_offer', 'nl', {
    category: 'marketing',
    status: 'paused',
    statusReason: 'Te veel ontvangers hebben dit sjabloon geblokkeerd.',
    quality: 'red',
    body: { text: 'Nu tien procent korting op een nieuwe ketel.', parameters: [] },
  }),
  template('prize_draw', 'nl', {
    category: 'marketing',
    status: 'rejected',
    statusReason: 'INVALID_FORMAT',
    body: { text: 'U heeft gewonnen! Bel nu.', parameters: [] },
  }),
];

/** What is answered every day. */
export const quickReplies: readonly QuickReplyGroup[] = [
  group('thanks', 'Thank you', [
    'Dank u wel, {{FirstName}}.',
    'Bedankt voor uw bericht. Wij komen er vandaag op terug.',
    'Graag gedaan. Tot ziens, {{Customer}}.',
  ]),
  group('appointment', 'Afspraak', [
    'Beste {{FirstName}}, schikt {{Date}} om {{Time}} uur?',
    'Onze monteur belt u een half uur voordat hij er is.',
  ]),
];

function account(
  address: string,
  channel: ChannelAccount['channel'],
  name: string,
  { branchId = null }: { readonly branchId?: string | null },
): ChannelAccount {
  return { id: address, channel, name, address, branchId, active: true };
}

function parameter(name: string, fields: Partial<TemplateParameter>): TemplateParameter {
  return { name, type: 'text', label: null, example: null, currency: null, source: null, ...fields };
}

function template(
  name: string,
  language: string,
  fields: Partial<ApprovedTemplate> & Pick<ApprovedTemplate, 'body'>,
): ApprovedTemplate {
  return {
    id: `${name}-${language}`,
    ...{ name, language, channel: 'whatsapp', accountId: null, category: 'utility', status: 'approved' },
    ...{ statusReason: null, quality: 'green', parameterFormat: 'named', header: null, footer: null, buttons: [] },
    ...fields,
  };
}

function group(id: string, name: string, texts: readonly string[]): QuickReplyGroup {
  const replies = texts.map((text, index) => ({
    id: `${id}-${index + 1}`,
    version: 1,
    texts: [{ language: null, text }],
    attachments: [],
  }));
  return { id, version: 1, name, replies };
}
