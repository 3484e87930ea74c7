import { names } from './names.ts';
import type { Country } from './names.ts';
import type { Random } from './random.ts';

/** What a customer has hanging on the wall; a resource has a trade instead. */
export type Device = 'boiler' | 'heat-pump' | 'hybrid' | 'solar-boiler';

/** A card of the ERP: a contact (customer) or a resource (engineer, subcontractor). */
export interface ErpRecord {
  readonly id: string;
  /** As people call it on the phone: `C10023`, `R0041`. */
  readonly number: string;
  readonly kind: 'contact' | 'resource';
  readonly name: string;
  readonly firstName: string;
  readonly organisation: string | null;
  readonly address: string;
  readonly postcode: string;
  readonly town: string;
  readonly country: Country;
  readonly email: string;
  /** Spelled as somebody once typed it; `''` when nobody did. */
  readonly mobile: string;
  readonly language: string;
  /** Nobody's yet for some. */
  readonly coWorkerId: string | null;
  readonly branchId: string;
  readonly device: Device;
  /** Month of the yearly service, 1–12. */
  readonly serviceMonth: number;
  readonly contract: 'none' | 'basic' | 'all-in';
}

/** What stands in the field for a mobile number besides mobile numbers; `…` is the card's own. */
const oddNumbers: ReadonlyMap<string, string> = new Map([
  ['C10031', ''],
  ['C10177', ''],
  ['C10064', '06-1234567'],
  ['C10012', '030-2334455'],
  ['C10045', '… / 020-5551234'],
  ['C10058', 'alleen mailen'],
  ['C10090', '… tst. 12'],
  ['C10143', '+212 612 345678'],
  ['C10166', 'NL.13491208655302741918'],
  ['R0017', '3669'],
]);

/** How many cards there are of each kind. */
export const contactCount = 240;
export const resourceCount = 60;

/** All cards, contacts first. The same for the same chance. */
export function makeRecords(random: Random): readonly ErpRecord[] {
  const used = new Set<string>();
  const records = Array.from({ length: contactCount + resourceCount }, (_, index) => {
    const kind = index < contactCount ? 'contact' : 'resource';
    return makeRecord(random, kind, kind === 'contact' ? index : index - contactCount, used);
  });
  return records.map((record, index) => {
    // A couple that shares one phone: an incoming message matches both, and must not be guessed.
    const partner = records[index - 1];
    if (record.number === 'C10118' && partner) return { ...record, mobile: partner.mobile, country: partner.country };
    const mobile = oddNumbers.get(record.number);
    return mobile === undefined ? record : { ...record, mobile: mobile.replace('…', record.mobile) };
  });
}

function makeRecord(random: Random, kind: ErpRecord['kind'], index: number, used: Set<string>): ErpRecord {
  const country = pickCountry(random, kind);
  const { first, last, streets, towns, companies } = names[country];
  const [firstName, lastName] = freshName(random, first, last, used);
  const [postcode, town] = random.pick(towns);
  const branchId = country === 'BE' ? 'branch-antwerp' : 'branch-utrecht';
  return {
    id: `${kind}-${index + 1}`,
    number: kind === 'contact' ? `C${10001 + index}` : `R${String(index + 1).padStart(4, '0')}`,
    kind,
    name: `${firstName} ${lastName}`,
    firstName,
    organisation: organisationOf(random, kind, companies, branchId),
    address: `${random.pick(streets)} ${random.between(1, 240)}`,
    postcode:
      country === 'NL' ? `${postcode} ${random.pick(['AB', 'CX', 'EK', 'GN', 'HV', 'LT', 'RS', 'XW'])}` : postcode,
    town,
    country,
    email: mailOf(firstName, lastName, country),
    mobile: makeNumber(random, country, used),
    language: pickLanguage(random, country, town),
    coWorkerId: random.chance(0.07)
      ? null
      : random.pick(branchId === 'branch-antwerp' ? ['agent-3', 'agent-4'] : ['agent-1', 'agent-2']),
    branchId,
    device: random.pick(['boiler', 'boiler', 'boiler', 'hybrid', 'hybrid', 'heat-pump', 'solar-boiler'] as const),
    serviceMonth: random.between(1, 12),
    contract: random.pick(['none', 'basic', 'basic', 'all-in'] as const),
  };
}

function pickCountry(random: Random, kind: ErpRecord['kind']): Country {
  const share = random.next();
  if (kind === 'resource') return share < 0.62 ? 'NL' : share < 0.94 ? 'BE' : 'DE';
  return share < 0.58 ? 'NL' : share < 0.86 ? 'BE' : 'DE';
}

function pickLanguage(random: Random, country: Country, town: string): string {
  if (town === 'Brussel') return random.pick(['fr-BE', 'fr-BE', 'nl-BE', 'en']);
  if (random.chance(0.08)) return 'en';
  return { NL: 'nl', BE: random.chance(0.12) ? 'fr-BE' : 'nl-BE', DE: 'de' }[country];
}

function freshName(
  random: Random,
  first: readonly string[],
  last: readonly string[],
  used: Set<string>,
): readonly [string, string] {
  for (;;) {
    const name = [random.pick(first), random.pick(last)] as const;
    if (used.has(name.join(' '))) continue;
    used.add(name.join(' '));
    return name;
  }
}

function organisationOf(
  random: Random,
  kind: ErpRecord['kind'],
  companies: readonly string[],
  branchId: string,
): string | null {
  if (kind === 'contact') return random.chance(0.28) ? random.pick(companies) : null;
  const own = branchId === 'branch-antwerp' ? 'Warmtehuis Antwerpen' : 'Warmtehuis Utrecht';
  return random.pick([own, own, own, 'Installatiebedrijf Kuipers', 'Duurzaam Techniek BV']);
}

function mailOf(firstName: string, lastName: string, country: Country): string {
  const local = `${firstName}.${lastName}`
    .normalize('NFKD')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .replace(/[^A-Za-z.]/g, '')
    .toLowerCase();
  return `${local}@example.${{ NL: 'nl', BE: 'be', DE: 'de' }[country]}`;
}

/** A mobile number in one of the spellings that are found in every customer file. */
function makeNumber(random: Random, country: Country, used: Set<string>): string {
  const [trunk, digits] = freshDigits(random, country, used);
  const code = { NL: '31', BE: '32', DE: '49' }[country];
  const rest = digits.slice(trunk.length);
  const pairs = rest.match(/\d{1,2}/g)?.join(' ') ?? rest;
  return random.pick([
    `0${trunk}-${rest}`,
    `0${trunk} ${pairs}`,
    `0${trunk}${rest}`,
    `+${code} ${trunk} ${pairs}`,
    `+${code}${trunk}${rest}`,
    `00${code}${trunk}${rest}`,
    `+${code} (0)${trunk} ${rest}`,
    `0${trunk}.${pairs.replaceAll(' ', '.')}`,
    ...(country === 'DE' ? [`0${trunk}/${rest}`] : []),
  ]);
}

function freshDigits(random: Random, country: Country, used: Set<string>): readonly [trunk: string, digits: string] {
  for (;;) {
    const tail = (length: number): string => String(random.between(10 ** (length - 1), 10 ** length - 1));
    const trunk = { NL: '6', BE: random.pick(['470', '475', '484', '495']), DE: random.pick(['151', '160', '171']) }[
      country
    ];
    const digits =
      trunk +
      { NL: `${random.pick(['1', '2', '3', '4', '5'])}${tail(7)}`, BE: tail(6), DE: germanTail(trunk, tail) }[country];
    if (used.has(digits)) continue;
    used.add(digits);
    return [trunk, digits];
  }
}

/** 0151 numbers have one digit more than the older ones. */
function germanTail(trunk: string, tail: (length: number) => string): string {
  return tail(trunk === '151' ? 8 : 7);
}
