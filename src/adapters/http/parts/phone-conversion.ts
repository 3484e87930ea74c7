import type { PhoneConversionPart } from '../../../ports/parts/phone-conversion.ts';
import type { HttpCalls } from '../http-calls.ts';

/** Phone fields of the host's records. */
export function phoneConversionPart(calls: HttpCalls): PhoneConversionPart {
  return {
    listPhoneRecords: (filter, page, options) => calls.post('/phone-records/query', { filter, page }, options),
    writePhoneChanges: (changes, options) => calls.post('/phone-records', { changes }, options),
  };
}
