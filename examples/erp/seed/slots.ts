import type { Device, ErpRecord } from './people.ts';
import type { Random } from './random.ts';

const day = 86_400_000;

/** Languages that scripts are written in. */
export type SeedLanguage = 'nl' | 'en' | 'de' | 'fr';

const devices: Readonly<Record<SeedLanguage, Readonly<Record<Device, string>>>> = {
  nl: { boiler: 'cv-ketel', 'heat-pump': 'warmtepomp', hybrid: 'hybride installatie', 'solar-boiler': 'zonneboiler' },
  en: { boiler: 'boiler', 'heat-pump': 'heat pump', hybrid: 'hybrid system', 'solar-boiler': 'solar boiler' },
  de: { boiler: 'Gastherme', 'heat-pump': 'Wärmepumpe', hybrid: 'Hybridanlage', 'solar-boiler': 'Solaranlage' },
  fr: {
    boiler: 'chaudière',
    'heat-pump': 'pompe à chaleur',
    hybrid: 'installation hybride',
    'solar-boiler': 'chaudière solaire',
  },
};

const parts: Readonly<Record<SeedLanguage, readonly string[]>> = {
  nl: ['drukschakelaar', 'ventilator', 'ontsteekpen', 'pomp', 'driewegklep', 'printplaat'],
  en: ['pressure switch', 'fan', 'ignition electrode', 'pump', 'three-way valve', 'circuit board'],
  de: ['Pumpe', 'Steuerplatine', 'Zündelektrode', 'Dichtung'],
  fr: ['pompe', 'carte électronique', 'vanne', 'sonde'],
};

const locales: Readonly<Record<SeedLanguage, string>> = { nl: 'nl-NL', en: 'en-GB', de: 'de-DE', fr: 'fr-BE' };

/** The language of a record's scripts. */
export function scriptLanguage(tag: string | null): SeedLanguage {
  const language = (tag ?? '').split('-')[0];
  return language === 'en' || language === 'de' || language === 'fr' ? language : 'nl';
}

/** What an episode is about: filled into its lines. */
export function makeSlots(
  random: Random,
  record: ErpRecord,
  context: { readonly at: number; readonly branch: string; readonly records: readonly ErpRecord[] },
): ReadonlyMap<string, string> {
  const language = scriptLanguage(record.language);
  const near = context.records.filter(({ branchId, id }) => branchId === record.branchId && id !== record.id);
  const engineers = near.filter(({ kind }) => kind === 'resource');
  const customers = near.filter(({ kind }) => kind === 'contact');
  const hour = random.between(8, 14);
  const clock = (hours: number): string => `${String(hours).padStart(2, '0')}:00`;
  const first = workday(context.at + random.between(1, 5) * day);
  return new Map([
    ['first', record.firstName],
    ['branch', context.branch],
    ['device', devices[language][record.device]],
    ['engineer', random.pick(engineers).firstName],
    ['time', clock(hour)],
    ['time2', clock(hour + 2)],
    ['day', dayName(first, language)],
    ['day2', dayName(workday(first + random.between(1, 3) * day), language)],
    ['street', (record.kind === 'contact' ? record : random.pick(customers)).address],
    ['amount', money(random.between(45, 980) + random.pick([0, 0.5, 0.95]), language)],
    ['order', `W26-${String(random.between(1200, 9899)).padStart(5, '0')}`],
    ['code', random.pick(['E4', 'F28', 'E133', 'F75', 'H07', 'A1'])],
    ['part', random.pick(parts[language])],
  ]);
}

/** Puts the slots into a line, in one pass. */
export function fillSlots(line: string, slots: ReadonlyMap<string, string>): string {
  return line.replace(/\{(\w+)\}/g, (source, name: string) => slots.get(name) ?? source);
}

function workday(at: number): number {
  const weekday = new Date(at).getUTCDay();
  return weekday === 0 ? at + day : weekday === 6 ? at + 2 * day : at;
}

function dayName(at: number, language: SeedLanguage): string {
  return new Intl.DateTimeFormat(locales[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'Europe/Amsterdam',
  }).format(at);
}

function money(amount: number, language: SeedLanguage): string {
  return new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'EUR' }).format(amount);
}
