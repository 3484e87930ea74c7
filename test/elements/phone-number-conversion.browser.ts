import { expect } from '@open-wc/testing';
import '../../src/elements/phone-number-conversion/define.ts';
import type { PhoneNumberConversion } from '../../src/elements/phone-number-conversion/phone-number-conversion.ts';
import { deepActiveElement } from '../../src/dom/focus.ts';
import { AdapterError, type AdapterErrorCode } from '../../src/ports/adapter-error.ts';
import type { PhoneConversionPart } from '../../src/ports/parts/phone-conversion.ts';
import { manyPhones, untidyPhones } from '../../stories/phones.ts';
import { withoutPart, withPart } from '../../stories/support.ts';
import { type Bench, bench, type BenchOptions } from './bench.ts';
import { allByRole, byRole, nameOf, textOf } from './by-role.ts';

interface ReportBench extends Bench<PhoneNumberConversion> {
  readonly part: PhoneConversionPart;
  click(name: string | RegExp): Promise<void>;
  /** Names of the recipients that are shown. */
  shown(): string[];
  row(name: string): HTMLTableRowElement;
  choose(label: string, value: string): Promise<void>;
  stored(id: string): Promise<string | undefined>;
  until(condition: () => boolean): Promise<void>;
}

async function reportBench(options: BenchOptions = {}): Promise<ReportBench> {
  await Promise.all([
    import('../../src/domain/phone-conversion.ts'),
    import('../../src/locales/phone-conversion.en.ts'),
  ]);
  const made = await bench('phone-number-conversion', {
    data: untidyPhones,
    width: 900,
    height: 600,
    attributes: { country: 'NL' },
    ...options,
  });
  const { element, world, pass } = made;
  const root = element.shadowRoot!;
  const until = async (condition: () => boolean): Promise<void> => {
    for (let turn = 0; turn < 200 && !condition(); turn += 1) await pass(5);
  };
  await until(() => root.querySelector('section') !== null);
  return {
    ...made,
    until,
    part: world.adapter.part('phoneConversion')!,
    click: async (name) => {
      byRole(element, 'button', name).click();
      await pass();
      await until(() => root.querySelector('progress') === null);
    },
    shown: () => [...root.querySelectorAll('tbody tr')].map((row) => textOf(row.querySelector('td'))),
    row: (name) =>
      [...root.querySelectorAll('tbody tr')].find(
        (row) => textOf(row.querySelector('td')) === name,
      ) as HTMLTableRowElement,
    choose: async (label, value) => {
      const field = [...root.querySelectorAll('label')].find((each) => textOf(each).startsWith(label));
      const select = field!.querySelector('select')!;
      select.value = value;
      select.dispatchEvent(new Event('change'));
      await pass();
    },
    stored: async (id) => {
      const { items } = await world.adapter.part('phoneConversion')!.listPhoneRecords({}, { limit: 200 });
      return items.find(({ recipientId }) => recipientId === id)?.value;
    },
  };
}

/** Without the column of what may be taken along, which is there only where there is a choice. */
const cells = (row: HTMLTableRowElement): string[] =>
  [...row.cells].filter(({ className }) => className !== 'take').map((cell) => textOf(cell));
const counts = (element: Element): string[] =>
  allByRole(element, 'button', /^(All|Changes|Doubtful|Invalid|Unchanged|Empty) \d/).map((each) => nameOf(each));

/** A backend that refuses one batch of changes, counted from 1, and takes the others. */
function refusing(batch: number, code: AdapterErrorCode): ReturnType<typeof withPart> {
  let batches = 0;
  return withPart(
    'phoneConversion',
    (part) =>
      part && {
        listPhoneRecords: part.listPhoneRecords.bind(part),
        writePhoneChanges: (changes, call) =>
          (batches += 1) === batch
            ? Promise.reject(new AdapterError(code, 'test'))
            : part.writePhoneChanges(changes, call),
      },
  );
}

describe('phone-number-conversion', () => {
  it('[E5] shows first what would change, and writes nothing', async () => {
    const { element, click, row, stored } = await reportBench();
    await click('Check numbers');
    expect(counts(element)).to.deep.equal(['All 16', 'Changes 5', 'Doubtful 4', 'Invalid 2', 'Unchanged 4', 'Empty 1']);
    expect(cells(row('Wout Claes'))).to.deep.equal(['Wout Claes', 'Contact', '0470/12.34.56', '+32470123456', '']);
    expect(await stored('card-1')).to.equal('06 12 34 56 78');
  });

  it('[E5] [PF6] lists the doubtful and the invalid with their reasons', async () => {
    const { click, row, shown } = await reportBench();
    await click('Check numbers');
    await click(/^Doubtful/);
    expect(shown().sort()).to.deep.equal([
      'Annelies Jansen-van der Meulen',
      'Fatima El Amrani',
      'Kees de Wit',
      'Youssef Amrani',
    ]);
    expect(cells(row('Kees de Wit')).at(-1)).to.equal('extension is left out');
    expect(cells(row('Youssef Amrani')).at(-1)).to.equal('country cannot be checked');
    await click(/^Invalid/);
    expect(cells(row('Daan Smit')).slice(2)).to.deep.equal(['0612345678 / 0687654321', '', 'several numbers']);
    expect(cells(row('Sofie Peeters')).at(-1)).to.equal('not a phone number');
  });

  it('[E5] [PF4] leaves short codes and business-scoped ids alone', async () => {
    const { click, row, stored } = await reportBench();
    await click('Check numbers');
    await click(/^Unchanged/);
    expect(cells(row('Grace Okafor')).slice(2)).to.deep.equal(['NL.13491208655302741918', '', '']);
    expect(cells(row('Bezorgdienst')).slice(2)).to.deep.equal(['3669', '', '']);
    await click(/^Changes/);
    await click('Convert 5 numbers');
    expect(await stored('card-14')).to.equal('3669');
  });

  it('[E5] narrows to a kind of recipient and to a branch', async () => {
    const { click, choose, shown } = await reportBench();
    await choose('Recipients', 'resource');
    await click('Check numbers');
    await click(/^All/);
    expect(shown().sort()).to.deep.equal(['Fatima El Amrani', 'Mehmet Yılmaz', 'Piotr Kowalski']);
    await choose('Recipients', 'all');
    await choose('Branch', 'antwerp');
    await click('Check again');
    await click(/^All/);
    expect(shown().sort()).to.deep.equal(['Sofie Peeters', 'Wout Claes']);
  });

  it('has its fields in their places before the branches are known', async () => {
    const { element, pass } = await reportBench({
      prepare: ({ adapter }) => adapter.faults.every({ kind: 'slow', ms: 2_000 }, 'listBranches'),
    });
    const places = (): string[] =>
      [...element.shadowRoot!.querySelectorAll('.form > *')].map((part) => {
        const { x, y, width } = part.getBoundingClientRect();
        return [x, y, width].map(Math.round).join();
      });
    const before = places();
    const branch = (): HTMLSelectElement => element.shadowRoot!.querySelectorAll('select')[1]!;
    expect(branch().options).to.have.length(1);
    await pass(2_000);
    await pass();
    expect(branch().options).to.have.length.above(2);
    expect(places()).to.deep.equal(before);
  });

  it('[E4] [E5] writes numbers the way that was chosen', async () => {
    const { click, choose, stored } = await reportBench();
    await choose('Write as', '00');
    await click('Check numbers');
    await click(/^Convert \d/);
    expect(await stored('card-1')).to.equal('0031612345678');
    expect(await stored('card-10')).to.equal('0031655512345');
  });

  it('[E5] writes what is certain, leaves the rest, and takes it back', async () => {
    const { element, click, heard, stored } = await reportBench();
    const told = heard('phone-numbers-converted');
    await click('Check numbers');
    await click('Convert 5 numbers');
    expect(textOf(byRole(element, 'status'))).to.equal('5 numbers converted.');
    expect([await stored('card-1'), await stored('card-6')]).to.deep.equal(['+31612345678', '030-2001000']);
    await click('Undo');
    expect(textOf(byRole(element, 'status'))).to.equal('5 numbers are as they were before.');
    expect(await stored('card-1')).to.equal('06 12 34 56 78');
    expect(allByRole(element, 'button', 'Undo')).to.have.length(0);
    expect(told.map(({ detail }) => detail)).to.deep.equal([
      { written: 5, how: 'done' },
      { written: 5, how: 'undone' },
    ]);
  });

  it('[E5] [PF6] writes a doubtful number only when it is taken along', async () => {
    const { element, click, row, stored } = await reportBench();
    await click('Check numbers');
    await click(/^Doubtful/);
    const take = row('Kees de Wit').querySelector('input')!;
    expect(take.getAttribute('aria-label')).to.equal('Take Kees de Wit along');
    take.click();
    await element.updateComplete;
    await click('Convert 6 numbers');
    expect([await stored('card-8'), await stored('card-7')]).to.deep.equal(['+31629876543', '+212 612 345678']);
  });

  it('[E5] [PF8] leaves a record alone that somebody changed meanwhile', async () => {
    const { element, part, click, stored } = await reportBench();
    await click('Check numbers');
    await part.writePhoneChanges([{ recipientId: 'card-1', from: '06 12 34 56 78', to: '+31699999999' }]);
    await click('Convert 5 numbers');
    expect(textOf(byRole(element, 'status'))).to.equal(
      '4 numbers converted. 1 record was left alone: somebody changed it meanwhile.',
    );
    expect(await stored('card-1')).to.equal('+31699999999');
  });

  it('[E5] [PF8] writes in batches, shows how far it is, and stops when told', async () => {
    let release: () => void = () => undefined;
    const { element, world, click, pass, until } = await reportBench({
      data: manyPhones(120),
      adapt: withPart(
        'phoneConversion',
        (part) =>
          part && {
            listPhoneRecords: part.listPhoneRecords.bind(part),
            writePhoneChanges: async (changes, call) => {
              await new Promise<void>((resolve) => (release = resolve));
              return part.writePhoneChanges(changes, call);
            },
          },
      ),
    });
    await click('Check numbers');
    byRole(element, 'button', 'Convert 120 numbers').click();
    await pass();
    expect(textOf(byRole(element, 'status'))).to.equal('0 of 120 written');
    release();
    await until(() => textOf(byRole(element, 'status')) === '50 of 120 written');
    byRole(element, 'button', 'Stop').click();
    release();
    await until(() => allByRole(element, 'button', 'Undo').length > 0);
    expect(textOf(byRole(element, 'status'))).to.equal('Stopped. 100 numbers were converted.');
    const { items } = await world.adapter.part('phoneConversion')!.listPhoneRecords({}, { limit: 200 });
    expect(items.filter(({ value }) => value.startsWith('+'))).to.have.length(100);
  });

  it('[E5] keeps what was written before the backend refused, and can take it back', async () => {
    const { element, click } = await reportBench({ data: manyPhones(80), adapt: refusing(2, 'forbidden') });
    await click('Check numbers');
    await click('Convert 80 numbers');
    expect(textOf(byRole(element, 'status'))).to.match(/50 numbers .*converted\. Not everything was written\./);
    await click('Undo');
    expect(textOf(byRole(element, 'status'))).to.equal('50 numbers are as they were before.');
  });

  it('[E5] can still take back what was written after looking again', async () => {
    const { element, click, stored } = await reportBench();
    await click('Check numbers');
    await click('Convert 5 numbers');
    await click('Check again');
    expect(byRole(element, 'button', 'Nothing to convert').ariaDisabled).to.equal('true');
    byRole(element, 'button', 'Undo').focus();
    await click('Undo');
    expect(textOf(byRole(element, 'status'))).to.equal('5 numbers are as they were before.');
    expect(deepActiveElement(document)?.localName).to.equal('button');
    expect(await stored('card-1')).to.equal('06 12 34 56 78');
    await click('Check again');
    expect(allByRole(element, 'button', 'Undo')).to.have.length(0);
  });

  it('[E5] goes on taking back after the backend refused in between', async () => {
    const { element, click } = await reportBench({ data: manyPhones(80), adapt: refusing(4, 'unavailable') });
    await click('Check numbers');
    await click('Convert 80 numbers');
    await click('Undo');
    expect(textOf(byRole(element, 'status'))).to.match(/^50 numbers are as they were before\. Not everything/);
    await click('Undo');
    expect(textOf(byRole(element, 'status'))).to.equal('30 numbers are as they were before.');
    expect(allByRole(element, 'button', 'Undo')).to.have.length(0);
  });

  it('[I9] has a page of rows in the document, whatever the length of the report', async () => {
    const { element, click, shown } = await reportBench({ data: manyPhones(250) });
    await click('Check numbers');
    expect(shown()).to.have.length(100);
    await click('Next');
    await click('Next');
    expect(shown()[0]).to.equal('Klant 0201');
    expect(byRole(element, 'button', 'Next').ariaDisabled).to.equal('true');
  });

  it('[E5] gives the whole report as a file in which nothing is calculated', async () => {
    const data = { ...untidyPhones, recipients: untidyPhones.recipients?.map((one) => ({ ...one })) ?? [] };
    data.recipients[0] = { ...data.recipients[0]!, name: '=HYPERLINK("https://evil.example")' };
    const { click } = await reportBench({ data });
    await click('Check numbers');
    const { createObjectURL } = URL;
    const saved: Blob[] = [];
    URL.createObjectURL = (blob: Blob) => {
      saved.push(blob);
      return createObjectURL.call(URL, blob);
    };
    const stop = (event: Event): void => event.preventDefault();
    document.addEventListener('click', stop, { capture: true });
    try {
      await import('../../src/elements/phone-number-conversion/report-file.ts');
      await click('Download as CSV');
      for (let turn = 0; turn < 50 && saved.length === 0; turn += 1)
        await new Promise((resolve) => setTimeout(resolve));
    } finally {
      URL.createObjectURL = createObjectURL;
      document.removeEventListener('click', stop, { capture: true });
    }
    const text = await saved[0]!.text();
    expect(text.split('\r\n').filter((line) => line !== '')).to.have.length(17);
    expect(text).to.not.match(/(^|[,;"])[=+@-]/m);
    expect(text).to.include('several numbers');
  });

  it('says that the numbers could not be read, and tries again', async () => {
    let isDown = true;
    const { element, click } = await reportBench({
      adapt: withPart(
        'phoneConversion',
        (part) =>
          part && {
            writePhoneChanges: part.writePhoneChanges.bind(part),
            listPhoneRecords: (...given) =>
              isDown ? Promise.reject(new AdapterError('unavailable', 'test')) : part.listPhoneRecords(...given),
          },
      ),
    });
    await click('Check numbers');
    expect(textOf(byRole(element, 'status'))).to.match(/^The numbers could not be read\./);
    isDown = false;
    await click('Try again');
    expect(counts(element)[0]).to.equal('All 16');
  });

  it('says so where the backend has no phone fields', async () => {
    const { element } = await reportBench({ adapt: withoutPart('phoneConversion') });
    expect(textOf(byRole(element, 'status'))).to.equal('This backend has no numbers to convert.');
    expect(byRole(element, 'button', 'Check numbers').ariaDisabled).to.equal('true');
  });

  it('at 320 px stays inside its box, right-to-left too', async () => {
    const { element, click } = await reportBench({ width: 320, dir: 'rtl' });
    await click('Check numbers');
    const box = element.getBoundingClientRect();
    for (const part of element.shadowRoot?.querySelectorAll('.form, .verdicts button, .actions, .table') ?? []) {
      const { left, right } = part.getBoundingClientRect();
      expect(left, part.className).to.be.at.least(box.left - 1);
      expect(right, part.className).to.be.at.most(box.right + 1);
    }
  });
});
