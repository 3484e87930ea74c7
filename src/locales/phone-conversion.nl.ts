import type { PhoneConversionTexts } from './phone-conversion.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('nl');

/** What `phone-number-conversion` says, in Dutch. */
export const phoneConversionNl: PhoneConversionTexts = {
  phoneConversion: {
    label: 'Telefoonnummers omzetten',
    intro: 'Laat eerst zien wat er zou veranderen. Er wordt niets geschreven totdat u omzet.',
    kinds: { all: 'Contacten en resources', contact: 'Contacten', resource: 'Resources' },
    kind: 'Ontvangers',
    branch: 'Vestiging',
    allBranches: 'Alle vestigingen',
    format: 'Schrijven als',
    // A sign before digits goes to the other end where text runs from right to left, unless it is kept apart.
    formats: { e164: '\u2066+31612345678\u2069', '00': '0031612345678', digits: '31612345678' },
    kindOf: { contact: 'Contact', resource: 'Resource' },
    check: 'Nummers controleren',
    checking: (count: number) => plural(count, { one: '# nummer gelezen', other: '# nummers gelezen' }),
    again: 'Opnieuw controleren',
    checkFailed: 'De nummers konden niet worden gelezen.',
    unsupported: 'Deze server heeft geen nummers om om te zetten.',
    empty: 'Geen ontvangers met deze filters.',
    emptyHint: 'Kies andere ontvangers of een andere vestiging.',
    nothingHere: 'Niets in deze lijst.',
    show: 'Tonen',
    verdicts: {
      all: 'Alle',
      changed: 'Wijzigingen',
      doubtful: 'Twijfelachtig',
      invalid: 'Ongeldig',
      unchanged: 'Ongewijzigd',
      empty: 'Leeg',
    },
    reasons: {
      'not-in-plan': 'geen bekend mobiel nummer',
      landline: 'vast nummer',
      'country-unknown': 'land kan niet worden gecontroleerd',
      extension: 'toestelnummer vervalt',
      shared: 'meerdere records hebben dit nummer',
      empty: 'geen nummer',
      'not-a-number': 'geen telefoonnummer',
      'no-country': 'land ontbreekt',
      'too-short': 'te kort',
      'too-long': 'te lang',
      several: 'meerdere nummers',
      'short-code': 'kort nummer',
      opaque: 'een id',
    },
    columns: {
      name: 'Ontvanger',
      kind: 'Soort',
      from: 'Opgeslagen',
      to: 'Wordt',
      reason: 'Opmerking',
      take: 'Meenemen',
    },
    rows: 'Records in het rapport',
    id: 'Nummer',
    verdict: 'Resultaat',
    nothing: 'niets',
    take: (name: string) => `${name} meenemen`,
    takeAll: 'Alle twijfelachtige nummers meenemen',
    page: (first: string, last: string, all: string) => `${first}–${last} van ${all}`,
    previous: 'Vorige',
    next: 'Volgende',
    convert: (count: number) => plural(count, { one: '# nummer omzetten', other: '# nummers omzetten' }),
    nothingToConvert: 'Niets om te zetten',
    converting: (done: string, all: string) => `${done} van ${all} geschreven`,
    stop: 'Stoppen',
    done: (count: number) => plural(count, { one: '# nummer omgezet.', other: '# nummers omgezet.' }),
    stopped: (count: number) =>
      plural(count, { one: 'Gestopt. # nummer is omgezet.', other: 'Gestopt. # nummers zijn omgezet.' }),
    skipped: (count: number) =>
      plural(count, {
        one: '# record is overgeslagen: iemand heeft het intussen gewijzigd.',
        other: '# records zijn overgeslagen: iemand heeft ze intussen gewijzigd.',
      }),
    undo: 'Ongedaan maken',
    undone: (count: number) =>
      plural(count, { one: '# nummer is weer zoals het was.', other: '# nummers zijn weer zoals ze waren.' }),
    writeFailed: 'Niet alles is geschreven.',
    download: 'Downloaden als CSV',
    file: 'telefoonnummers',
  },
};
