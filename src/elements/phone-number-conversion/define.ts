import { define } from '../tags.ts';
import { PhoneNumberConversion } from './phone-number-conversion.ts';

// Whoever imports this module only has its types, too.
export type { ConversationElementsEventMap } from '../events.ts';
export type { PhoneNumberConversion } from './phone-number-conversion.ts';

define('phone-number-conversion', PhoneNumberConversion);
