import { define } from '../tags.ts';
import { PhoneNumberField } from './phone-number-field.ts';

define('phone-number-field', PhoneNumberField);
