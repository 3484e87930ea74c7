import { formatPhone, normalizePhone, phoneDigits } from '../../../src/domain/phone.ts';
import { phoneMetadata as metadata } from '../../../src/domain/phone-metadata.ts';
import { addressOf, seedRecords } from '../seed.ts';
import type { ErpRecord } from '../seed/people.ts';

/** A number somebody picked. */
export interface PickedNumber {
  readonly e164: string;
  /** For people to read. */
  readonly shown: string;
  /** Cards with this number; more than one when it is shared, none for a stranger. */
  readonly owners: readonly ErpRecord[];
  /** Whether a numbering plan knows it. */
  readonly isCertain: boolean;
}

/** Countries whose national spelling is tried, the most likely first. */
const countries = ['NL', 'BE', 'DE'] as const;

/** Finds numbers in any spelling, and who has them. */
export class PhoneBook {
  readonly records = seedRecords().filter((record) => addressOf(record) !== '');
  readonly #byAddress = byAddress(this.records);

  /** Reads a number as typed; `null` when it is none. */
  pick(typed: string): PickedNumber | null {
    const named = this.records.find(({ name }) => name.toLowerCase() === typed.trim().toLowerCase());
    if (named) return this.#picked(addressOf(named), true);
    const read = countries
      .map((defaultCountry) => normalizePhone(typed, { defaultCountry, metadata }))
      .filter((result) => result.ok);
    const known = read.find(({ e164 }) => this.#byAddress.has(e164));
    const best = known ?? read.find(({ certain }) => certain) ?? read[0];
    return best ? this.#picked(best.e164, best.certain) : null;
  }

  /** People whose name or number holds what was typed, at most `limit`. */
  matching(typed: string, limit: number): readonly ErpRecord[] {
    const text = plain(typed);
    const digits = phoneDigits(typed);
    if (text === '') return [];
    return this.records
      .filter(
        (record) =>
          plain(record.name).includes(text) || (digits.length >= 3 && phoneDigits(addressOf(record)).includes(digits)),
      )
      .slice(0, limit);
  }

  #picked(e164: string, isCertain: boolean): PickedNumber {
    return { e164, shown: formatPhone(e164, metadata), owners: this.#byAddress.get(e164) ?? [], isCertain };
  }
}

function byAddress(records: readonly ErpRecord[]): ReadonlyMap<string, readonly ErpRecord[]> {
  const groups = new Map<string, ErpRecord[]>();
  for (const record of records) {
    const address = addressOf(record);
    groups.set(address, [...(groups.get(address) ?? []), record]);
  }
  return groups;
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
}
