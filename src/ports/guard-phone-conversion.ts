import type { PhoneRecord } from '../domain/phone-conversion.ts';
import type { PartCalls } from './guard-calls.ts';
import { keyedPage } from './guard-keyed.ts';
import type { PhoneChangeResult, PhoneConversionPart } from './parts/phone-conversion.ts';
import type { Check } from './validate.ts';
import { anId, arrayOf, aString, matches, oneOf, orNull, shape } from './validate.ts';
import { both } from './validate-reading.ts';

const record = shape<PhoneRecord>({
  recipientId: anId,
  kind: oneOf<PhoneRecord['kind']>({ contact: 1, resource: 1 }),
  name: aString,
  branchId: orNull(anId),
  value: aString,
  country: orNull(aString),
});
const results = arrayOf(
  shape<PhoneChangeResult>({
    recipientId: anId,
    outcome: oneOf<PhoneChangeResult['outcome']>({ written: 1, 'changed-since': 1, 'not-found': 1 }),
  }),
);

/** Nothing malformed comes from the conversion; as many results as changes. */
export function guardPhoneConversion(part: PhoneConversionPart, calls: PartCalls): PhoneConversionPart {
  return {
    listPhoneRecords: (filter, request, options) => {
      const understand = keyedPage({ call: 'listPhoneRecords', check: record, key: 'recipientId' }, calls, request);
      return calls.guard.call(() => part.listPhoneRecords(filter, request, options), understand, options);
    },
    writePhoneChanges: (changes, options) => {
      const ask = () => part.writePhoneChanges(changes, options);
      return calls.one('writePhoneChanges', asMany(changes.length), ask, options);
    },
  };
}

function asMany(count: number): Check<readonly PhoneChangeResult[]> {
  return both(
    results,
    matches(`${count} results`, (value) => (value as readonly unknown[]).length === count),
  );
}
