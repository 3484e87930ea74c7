import { define } from '../tags.ts';
import { PhoneNumberConversion } from './phone-number-conversion.ts';

define('phone-number-conversion', PhoneNumberConversion);
