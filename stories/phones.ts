import type { EmbeddedData } from '../src/adapters/memory/index.ts';
import { aRecipient } from '../src/testing/index.ts';
import { branches, coWorkers } from './seed.ts';

interface Card {
  readonly name: string;
  readonly kind?: 'contact' | 'resource';
  readonly branchId?: string;
  readonly phone: string;
  readonly country?: string | null;
}

/** Numbers as people typed them over the years: one of each kind that a customer file holds. */
const cards: readonly Card[] = [
  { name: 'Aïsha de Vries', phone: '06 12 34 56 78' },
  { name: 'Mehmet Yılmaz', kind: 'resource', phone: '0031 6 23456789' },
  { name: 'Wout Claes', branchId: 'antwerp', phone: '0470/12.34.56', country: 'BE' },
  { name: 'Jürgen Schmidt', phone: '+49 (0)171 2345678', country: 'DE' },
  { name: 'Piotr Kowalski', kind: 'resource', phone: '+48512345678' },
  { name: 'Annelies Jansen-van der Meulen', phone: '030-2001000' },
  { name: 'Youssef Amrani', phone: '+212 612 345678' },
  { name: 'Kees de Wit', phone: '06 29876543 tst 12' },
  { name: 'Ilse Bakker', phone: '06-55512345' },
  { name: 'Tom Bakker', phone: '+31655512345' },
  { name: 'Fatima El Amrani', kind: 'resource', phone: '06-1234567' },
  { name: 'Daan Smit', phone: '0612345678 / 0687654321' },
  { name: 'Sofie Peeters', branchId: 'antwerp', phone: 'bellen na vijf', country: 'BE' },
  { name: 'Bezorgdienst', phone: '3669' },
  { name: 'Grace Okafor', phone: 'NL.13491208655302741918' },
  { name: 'Noor van Dijk', phone: '' },
];

/** A directory of untidy numbers, and nothing to talk about. */
export const untidyPhones: EmbeddedData = {
  coWorkers,
  branches,
  recipients: cards.map(({ name, kind = 'contact', branchId = 'utrecht' }, index) =>
    aRecipient({ id: `card-${index + 1}`, name, kind, branchId, coWorkerId: null, addresses: [] }),
  ),
  phones: cards.map(({ phone, country = 'NL' }, index) => ({
    recipientId: `card-${index + 1}`,
    value: phone,
    country,
  })),
};

/** The same, where only who lives elsewhere has a country: the others are read as those of the report. */
export const phonesWithoutCountry: EmbeddedData = {
  ...untidyPhones,
  phones: (untidyPhones.phones ?? []).map((phone) => (phone.country === 'NL' ? { ...phone, country: null } : phone)),
};

/** Countries to read numbers by, and none. */
export const countries = ['', 'NL', 'BE', 'DE', 'FR', 'GB'];

/** So many records whose numbers all change. */
export function manyPhones(count: number): EmbeddedData {
  const ids = Array.from({ length: count }, (_, index) => `card-${index + 1}`);
  return {
    coWorkers,
    branches,
    recipients: ids.map((id, index) =>
      aRecipient({ id, name: `Klant ${String(index + 1).padStart(4, '0')}`, branchId: 'utrecht', addresses: [] }),
    ),
    phones: ids.map((recipientId, index) => ({ recipientId, value: `06-${12_345_000 + index}`, country: 'NL' })),
  };
}
