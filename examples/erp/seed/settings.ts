import type { Branch, ConversationTemplate, CoWorker } from '../../../src/domain/model.ts';
import type { Tag, TagSettings } from '../../../src/domain/tags.ts';
import type { Team } from '../../../src/domain/teams.ts';

/** What the gateway calls the business. */
export const gatewayTenant = 'warmtehuis';

/** The two branches of the business. */
export const branches: readonly Branch[] = [
  { id: 'branch-utrecht', name: 'Utrecht' },
  { id: 'branch-antwerp', name: 'Antwerpen' },
];

/** Who answers what: text messages are mostly about appointments. */
export const teams: readonly Team[] = [
  { id: 'team-service', name: 'Service', isDefault: true },
  { id: 'team-planning', name: 'Planning', isDefault: false },
];

/** What conversations are about. */
export const tags: readonly Tag[] = ['onderhoud', 'storing', 'factuur', 'offerte', 'spoed', 'planning'].map((name) => ({
  id: `tag-${name}`,
  name,
}));

/** New tags are made by those who may. */
export const tagSettings: TagSettings = { mayCreate: false, isRequiredToArchive: false };

/** The four people who answer customers, `?agent=1` … `4`, and who watches over them, `?agent=supervisor`. */
export const coWorkers: readonly CoWorker[] = [
  {
    id: 'agent-1',
    name: 'Sanne Bakker',
    branchId: 'branch-utrecht',
    teamIds: ['team-service', 'team-planning'],
    permissions: ['manage-tags'],
  },
  { id: 'agent-2', name: 'Daan Visser', branchId: 'branch-utrecht', teamIds: ['team-service'], permissions: [] },
  { id: 'agent-3', name: 'Lotte Peeters', branchId: 'branch-antwerp', teamIds: ['team-service'], permissions: [] },
  { id: 'agent-4', name: 'Jonas Claes', branchId: 'branch-antwerp', teamIds: ['team-planning'], permissions: [] },
  {
    id: 'supervisor',
    name: 'Ines Vermeulen',
    branchId: null,
    teamIds: [],
    permissions: ['supervise', 'take-over', 'manage-tags'],
  },
];

/** The business's own WhatsApp number, and the sender of its text messages. */
export const whatsappNumber = '+31858882040';
export const smsNumber = '+3197010258842';

/** Code of the template behind *WhatsApp invitation*. */
export const invitationCode = 'WA-INVITE';

/** Conversation templates: one code, several languages, Dutch when no language matches. */
export const templates: readonly ConversationTemplate[] = [
  template(
    invitationCode,
    'nl',
    'Beste <<FirstName>>, wilt u verder met ons praten in WhatsApp? Tik op <<WhatsAppLink>> en stuur ons een bericht. Groet, Warmtehuis',
    true,
  ),
  template(
    invitationCode,
    'en',
    'Dear <<FirstName>>, would you like to continue in WhatsApp? Tap <<WhatsAppLink>> and send us a message. Kind regards, Warmtehuis',
  ),
  template(
    invitationCode,
    'de',
    'Guten Tag <<FirstName>>, möchten Sie in WhatsApp weiterschreiben? Tippen Sie auf <<WhatsAppLink>> und senden Sie uns eine Nachricht. Ihr Warmtehuis',
  ),
  template(
    invitationCode,
    'fr',
    'Bonjour <<FirstName>>, voulez-vous continuer sur WhatsApp ? Touchez <<WhatsAppLink>> et envoyez-nous un message. Bien à vous, Warmtehuis',
  ),
  template(
    'SERVICE-DUE',
    'nl',
    'Beste <<FirstName>>, uw toestel is toe aan de jaarlijkse onderhoudsbeurt. Wanneer schikt het u?',
    true,
  ),
  template(
    'SERVICE-DUE',
    'en',
    'Dear <<FirstName>>, your appliance is due for its yearly service. When would suit you?',
  ),
  template('SERVICE-DUE', 'de', 'Guten Tag <<FirstName>>, die jährliche Wartung steht an. Wann passt es Ihnen?'),
];

function template(code: string, language: string, text: string, isDefault = false): ConversationTemplate {
  return { code, language, isDefault, text };
}
