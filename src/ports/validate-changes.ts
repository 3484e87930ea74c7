import type { Change, ChangeBatch } from './adapter.ts';
import type { Check } from './validate.ts';
import { anArray, anId, aString, orNull, shape, variant } from './validate.ts';
import { recipient } from './validate-directory.ts';
import { conversation, message } from './validate-model.ts';

/** A batch of the change stream; its changes are looked at one by one. */
export const changeBatch = shape<ChangeBatch>({ cursor: aString, previous: orNull(aString), changes: anArray });

/** One thing that changed. */
export const change = variant('type', {
  conversation: shape({ conversation }),
  'conversation-removed': shape({ conversationId: anId }),
  message: shape({ message }),
  'message-removed': shape({ conversationId: anId, messageId: anId }),
  recipient: shape({ recipient }),
} satisfies Record<Change['type'], Check>) as Check<Change>;
