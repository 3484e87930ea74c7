import type { Address, Branch, ConversationTemplate, Recipient } from '../domain/model.ts';
import { aBoolean, anId, aNumber, arrayOf, aString, orAbsent, orNull, shape } from './validate.ts';
import { channelKind, summaryFields } from './validate-model.ts';

/** A contact, a resource or an unmatched sender. */
export const recipient = shape<Recipient>({
  ...summaryFields,
  addresses: arrayOf(
    shape<Address>({
      channel: (value) => (value === 'phone' ? undefined : channelKind(value)),
      value: aString,
    }),
  ),
  coWorkerId: orNull(anId),
  branchId: orNull(anId),
  linkedTo: orAbsent(orNull(anId)),
});

/** A branch. */
export const branch = shape<Branch>({ id: anId, name: aString });

/** A conversation template. */
export const conversationTemplate = shape<ConversationTemplate>({
  code: aString,
  language: aString,
  isDefault: aBoolean,
  text: aString,
  version: orAbsent(aNumber),
});

/** The setting that names the invitation. */
export const invitation = orNull(
  shape<{ code: string; whatsappNumber: string }>({ code: aString, whatsappNumber: aString }),
);
