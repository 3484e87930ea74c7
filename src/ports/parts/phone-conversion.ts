import type { ConversionFilter, PhoneChange, PhoneRecord } from '../../domain/phone-conversion.ts';
import type { CallOptions, Page, PageRequest } from '../calls.ts';

/** What became of one change: written, or left alone because the field no longer held what the report saw. */
export interface PhoneChangeResult {
  readonly recipientId: string;
  readonly outcome: 'written' | 'changed-since' | 'not-found';
}

/** The mobile numbers of the host's contacts and resources as they are stored, for the conversion report (E5). */
export interface PhoneConversionPart {
  /** Records in any order, each once over all pages. */
  listPhoneRecords(filter: ConversionFilter, page?: PageRequest, options?: CallOptions): Promise<Page<PhoneRecord>>;
  /** Writes each change while its field holds `from`, in one act per call; answers for each, in the order given. */
  writePhoneChanges(changes: readonly PhoneChange[], options?: CallOptions): Promise<readonly PhoneChangeResult[]>;
}
