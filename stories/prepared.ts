import type { EmbeddedData } from '../src/adapters/memory/index.ts';
import type { ApprovedTemplate, TemplateParameter } from '../src/domain/approved-template.ts';
import type { ChannelAccount, ChannelKind } from '../src/domain/model.ts';
import type { QuickReply, QuickReplyGroup } from '../src/domain/quick-replies.ts';
import { anAttachment } from '../src/testing/index.ts';

const reply = (id: string, text: string, more: Partial<QuickReply> = {}): QuickReply => ({
  id,
  version: 1,
  texts: [{ language: null, text }],
  attachments: [],
  ...more,
});

const group = (id: string, name: string, replies: readonly QuickReply[]): QuickReplyGroup => ({
  id,
  version: 1,
  name,
  replies,
});

/** What the agency answers every day. */
export const quickReplies: readonly QuickReplyGroup[] = [
  group('g-thanks', 'Thank you', [
    reply('thanks-1', 'Dank je wel, {{FirstName}}.'),
    reply('thanks-2', 'Bedankt voor je bericht. Wij komen er vandaag op terug.', {
      texts: [
        { language: null, text: 'Bedankt voor je bericht. Wij komen er vandaag op terug.' },
        { language: 'en', text: 'Thank you for your message. We will get back to you today.' },
      ],
    }),
    reply('thanks-3', 'Graag gedaan.\nTot ziens, {{Customer}}.'),
  ]),
  group('g-appointment', 'Afspraak', [
    reply('appointment-1', 'Dag {{FirstName}}, je afspraak is op {{Date}} om {{Time}} uur bij {{Company}}.'),
    reply('appointment-2', 'De route naar ons kantoor staat in de bijlage.', {
      attachments: [anAttachment({ id: 'route', name: 'route.pdf', mimeType: 'application/pdf' })],
    }),
  ]),
  group('g-documents', 'Documenten', [reply('documents-1', 'Kun je een foto van je legitimatiebewijs sturen?')]),
];

const parameter = (name: string, fields: Partial<TemplateParameter> = {}): TemplateParameter => ({
  name,
  type: 'text',
  label: null,
  example: null,
  currency: null,
  source: null,
  ...fields,
});

const template = (
  fields: Partial<ApprovedTemplate> & Pick<ApprovedTemplate, 'id' | 'name' | 'body'>,
): ApprovedTemplate => ({
  language: 'nl',
  channel: 'whatsapp',
  accountId: null,
  category: 'utility',
  status: 'approved',
  statusReason: null,
  quality: 'green',
  parameterFormat: 'named',
  header: null,
  footer: null,
  buttons: [],
  ...fields,
});

const appointment = [
  parameter('first_name', { label: 'Voornaam', source: 'FirstName' }),
  parameter('date_time', { type: 'date-time', label: 'Datum en tijd' }),
  parameter('place', { label: 'Locatie', example: 'Vestiging Utrecht' }),
];

/** Templates in every state that a list shows. */
export const approvedTemplates: readonly ApprovedTemplate[] = [
  template({
    id: 'appointment-nl',
    name: 'appointment_reminder',
    header: { type: 'text', text: 'Je afspraak', parameters: [] },
    body: {
      text: 'Dag {{first_name}}, wij zien je graag op {{date_time}} bij {{place}}. Tot dan.',
      parameters: appointment,
    },
    footer: 'Antwoord STOP om geen berichten meer te krijgen',
    buttons: [
      { type: 'quick-reply', label: 'Ik kom' },
      { type: 'quick-reply', label: 'Ik kan niet' },
    ],
  }),
  template({
    id: 'appointment-en',
    name: 'appointment_reminder',
    language: 'en',
    body: { text: 'Hello {{first_name}}, see you on {{date_time}} at {{place}}. Until then.', parameters: appointment },
  }),
  template({
    id: 'invoice-nl',
    name: 'invoice_reminder',
    body: {
      text: 'Beste {{customer}}, factuur {{number}} van {{amount}} vervalt op {{due}}. Betaal op tijd.',
      parameters: [
        parameter('customer', { label: 'Klant', source: 'Customer' }),
        parameter('number', { type: 'number', label: 'Factuurnummer' }),
        parameter('amount', { type: 'currency', label: 'Bedrag', currency: 'EUR' }),
        parameter('due', { type: 'date', label: 'Vervaldatum' }),
      ],
    },
    buttons: [
      {
        type: 'url',
        label: 'Betalen',
        url: 'https://example.com/pay/{{code}}',
        parameter: parameter('code', { label: 'Betaalcode' }),
      },
    ],
  }),
  template({
    id: 'route-nl',
    name: 'route_to_us',
    header: { type: 'location' },
    body: { text: 'Hier vind je ons, {{1}}. Parkeren kan achter het pand.', parameters: [parameter('1')] },
    parameterFormat: 'positional',
    buttons: [
      { type: 'phone', label: 'Bel ons', phone: '+31858882040' },
      { type: 'copy-code', label: 'Kopieer parkeercode', example: 'P-1234' },
    ],
  }),
  template({
    id: 'badge-nl',
    name: 'your_badge',
    header: { type: 'image', exampleUrl: null },
    body: { text: 'Dag {{voornaam}}, dit is je nieuwe pas.', parameters: [parameter('voornaam')] },
  }),
  template({
    id: 'hello-nl',
    name: 'hello_again',
    category: 'marketing',
    quality: 'yellow',
    body: { text: 'Wij hebben je een tijd niet gesproken. Kunnen wij iets voor je doen?', parameters: [] },
  }),
  template({
    id: 'party-nl',
    name: 'summer_party',
    category: 'marketing',
    status: 'paused',
    statusReason: 'Too many recipients blocked it.',
    quality: 'red',
    body: { text: 'Kom je ook naar ons zomerfeest?', parameters: [] },
  }),
  template({
    id: 'discount-nl',
    name: 'discount_now',
    category: 'marketing',
    status: 'rejected',
    statusReason: null,
    quality: 'unknown',
    body: { text: 'Nu korting op alles!', parameters: [] },
  }),
];

const account = (id: string, channel: ChannelKind, name: string, fields: Partial<ChannelAccount>): ChannelAccount => ({
  ...{ id, channel, name, address: null, branchId: null, active: true },
  ...fields,
});

/** Several numbers of one's own on each channel. */
export const ownNumbers: readonly ChannelAccount[] = [
  account('wa-utrecht', 'whatsapp', 'Utrecht', { address: '+31858882040' }),
  account('wa-antwerp', 'whatsapp', 'Antwerpen', { address: '+3238081234' }),
  account('wa-rotterdam', 'whatsapp', 'Rotterdam', { address: '+31108081234', active: false }),
  account('sms-number', 'sms', 'Sms', { address: '+3197010258842' }),
  account('sms-name', 'sms', 'Randstad', { address: 'Randstad' }),
];

/** Everything an agent need not type. */
export const prepared: EmbeddedData = { quickReplies, approvedTemplates };
