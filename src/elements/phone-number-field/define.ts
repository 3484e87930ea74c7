import { define } from '../tags.ts';
import { PhoneNumberField } from './phone-number-field.ts';

// Whoever imports this module only has its types, too.
export type { ConversationElementsEventMap } from '../events.ts';
export type { PhoneNumberField } from './phone-number-field.ts';

define('phone-number-field', PhoneNumberField);
