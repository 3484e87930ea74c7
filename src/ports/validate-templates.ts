import type {
  ApprovalStatus,
  ApprovedTemplate,
  TemplateButton,
  TemplateCategory,
  TemplateHeader,
  TemplateParameter,
  TemplateQuality,
} from '../domain/approved-template.ts';
import type { QuickReply, QuickReplyGroup, QuickReplyText } from '../domain/quick-replies.ts';
import type { Check } from './validate.ts';
import { aNumber, anId, arrayOf, aString, oneOf, orNull, shape, variant } from './validate.ts';
import { attachment, channelKind } from './validate-model.ts';

const maybeString = orNull(aString);

const parameter = shape<TemplateParameter>({
  name: aString,
  type: oneOf<TemplateParameter['type']>({
    text: 1,
    number: 1,
    currency: 1,
    date: 1,
    'date-time': 1,
    media: 1,
    location: 1,
  }),
  label: maybeString,
  example: maybeString,
  currency: maybeString,
  source: maybeString,
});
const parameters = arrayOf(parameter);

const fileHeader = shape({ exampleUrl: maybeString });
const header = variant('type', {
  text: shape({ text: aString, parameters }),
  image: fileHeader,
  video: fileHeader,
  document: fileHeader,
  location: shape({}),
} satisfies Record<TemplateHeader['type'], Check>);

const button = variant('type', {
  'quick-reply': shape({ label: aString }),
  url: shape({ label: aString, url: aString, parameter: orNull(parameter) }),
  phone: shape({ label: aString, phone: aString }),
  'copy-code': shape({ label: aString, example: maybeString }),
  unsupported: shape({ label: aString, providerType: aString }),
} satisfies Record<TemplateButton['type'], Check>);

/** One language of an approved template. */
export const approvedTemplate = shape<ApprovedTemplate>({
  id: anId,
  name: aString,
  language: aString,
  channel: channelKind,
  accountId: orNull(anId),
  category: oneOf<TemplateCategory>({ marketing: 1, utility: 1, authentication: 1 }),
  status: oneOf<ApprovalStatus>({ approved: 1, pending: 1, rejected: 1, paused: 1, disabled: 1 }),
  statusReason: maybeString,
  quality: oneOf<TemplateQuality>({ green: 1, yellow: 1, red: 1, unknown: 1 }),
  parameterFormat: oneOf<ApprovedTemplate['parameterFormat']>({ positional: 1, named: 1 }),
  header: orNull(header),
  body: shape<ApprovedTemplate['body']>({ text: aString, parameters }),
  footer: maybeString,
  buttons: arrayOf(button),
});

/** A quick reply. */
export const quickReply = shape<QuickReply>({
  id: anId,
  version: aNumber,
  texts: arrayOf(shape<QuickReplyText>({ language: maybeString, text: aString })),
  attachments: arrayOf(attachment),
});

/** A group of quick replies with what is in it. */
export const quickReplyGroup = shape<QuickReplyGroup>({
  id: anId,
  version: aNumber,
  name: aString,
  replies: arrayOf(quickReply),
});
