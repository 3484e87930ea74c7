import { normalizePhone, phoneDigits } from '../../src/domain/phone.ts';
import { phoneMetadata as metadata } from '../../src/domain/phone-metadata.ts';
import { addressOf, seedRecords } from './seed.ts';
import type { ErpRecord } from './seed/people.ts';
import { branches, coWorkers } from './seed/settings.ts';

export type { ErpRecord } from './seed/people.ts';

/** What a list of cards is narrowed by. */
export interface RecordFilter {
  readonly kind: ErpRecord['kind'];
  readonly search: string;
  readonly serviceMonth: number | null;
  readonly noMobile: boolean;
}

/** Columns a list can be sorted by. */
export type RecordColumn = 'number' | 'name' | 'organisation' | 'town' | 'mobile' | 'language' | 'coWorker' | 'branch';

/** The order of a list. */
export interface RecordOrder {
  readonly column: RecordColumn;
  readonly descending: boolean;
}

/** The ERP's cards. */
export class Records {
  readonly #byId: Map<string, ErpRecord>;

  /** @param added - cards that were made here after the first ones */
  constructor(added: readonly ErpRecord[]) {
    this.#byId = new Map([...seedRecords(), ...added].map((record) => [record.id, record]));
  }

  get all(): readonly ErpRecord[] {
    return [...this.#byId.values()];
  }

  /** A card was made. */
  add(record: ErpRecord): void {
    this.#byId.set(record.id, record);
  }

  get(id: string): ErpRecord | null {
    return this.#byId.get(id) ?? null;
  }

  count(kind: ErpRecord['kind']): number {
    return this.all.filter((record) => record.kind === kind).length;
  }

  /** The cards that a filter leaves, in the order asked for. */
  find(filter: RecordFilter, order: RecordOrder, locale: string): readonly ErpRecord[] {
    const matches = matcher(filter.search);
    const compare = new Intl.Collator(locale, { numeric: true }).compare;
    const direction = order.descending ? -1 : 1;
    return this.all
      .filter(
        (record) =>
          record.kind === filter.kind &&
          (filter.serviceMonth === null || record.serviceMonth === filter.serviceMonth) &&
          (!filter.noMobile || !hasUsableMobile(record)) &&
          matches(record),
      )
      .sort((a, b) => direction * compare(columnText(a, order.column), columnText(b, order.column)));
  }

  /** The card before (-1) or after (1) this one, of the same kind. */
  neighbour(record: ErpRecord, step: 1 | -1): ErpRecord | null {
    const siblings = this.all.filter(({ kind }) => kind === record.kind);
    return siblings[siblings.indexOf(record) + step] ?? null;
  }
}

/** Whether the card's number is a mobile number that exists. */
export function hasUsableMobile({ mobile, country }: ErpRecord): boolean {
  const read = normalizePhone(mobile, { defaultCountry: country, metadata });
  return read.ok && read.type === 'mobile';
}

/** The number as messages are matched on it; `null` when it cannot be read. */
export function matchedNumber(record: ErpRecord): string | null {
  return addressOf(record) || null;
}

export function coWorkerName(record: ErpRecord): string | null {
  return coWorkers.find(({ id }) => id === record.coWorkerId)?.name ?? null;
}

export function branchName(record: ErpRecord): string | null {
  return branches.find(({ id }) => id === record.branchId)?.name ?? null;
}

/** What stands in a column, also to sort by it. */
export function columnText(record: ErpRecord, column: RecordColumn): string {
  switch (column) {
    case 'coWorker':
      return coWorkerName(record) ?? '';
    case 'branch':
      return branchName(record) ?? '';
    case 'mobile':
    case 'number':
    case 'name':
    case 'town':
    case 'language':
      return record[column];
    case 'organisation':
      return record.organisation ?? '';
  }
}

/** Every word has to be found somewhere; digits are found in a number in any spelling. */
function matcher(search: string): (record: ErpRecord) => boolean {
  const words = plain(search).split(/\s+/).filter(Boolean);
  const digits = /^[-+()./\s\d]{3,}$/.test(search.trim()) ? phoneDigits(search) : '';
  return (record) => {
    if (digits !== '' && phoneDigits(addressOf(record) || record.mobile).includes(digits)) return true;
    const text = plain([record.number, record.name, record.organisation, record.town, record.email].join(' '));
    return words.every((word) => text.includes(word));
  };
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase();
}
