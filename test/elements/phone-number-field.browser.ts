import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/conversation-provider/define.ts';
import '../../src/elements/phone-number-field/define.ts';
import type { PhoneNumberField } from '../../src/elements/phone-number-field/phone-number-field.ts';
import { allByRole, byRole, descriptionOf, textOf } from './by-role.ts';

interface FieldBench {
  readonly element: PhoneNumberField;
  readonly input: HTMLInputElement;
  /** Types a number and leaves the field. */
  enter(text: string): Promise<void>;
  type(text: string): Promise<void>;
  note(): string;
}

/** What the field is called, once the texts of its language are there. */
const labels: Readonly<Record<string, string>> = { en: 'Mobile number', nl: 'Mobiel nummer' };

async function fieldBench(attributes: Readonly<Record<string, string>> = {}, locale = 'en'): Promise<FieldBench> {
  await Promise.all([import('../../src/domain/phone-field.ts'), import('../../src/domain/phone-metadata.ts')]);
  const form = await fixture<HTMLElement>(
    html`<form><conversation-provider locale=${locale}></conversation-provider></form>`,
  );
  const element = document.createElement('phone-number-field');
  for (const [name, value] of Object.entries({ name: 'mobile', country: 'NL', ...attributes }))
    element.setAttribute(name, value);
  form.firstElementChild?.append(element);
  const input = element.querySelector('input')!;
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await element.updateComplete;
    }
  };
  for (let turn = 0; turn < 100 && input.getAttribute('aria-label') !== labels[locale]; turn += 1) await settled();
  const type = async (text: string): Promise<void> => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
  };
  return {
    element,
    input,
    type,
    enter: async (text) => {
      await type(text);
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await settled();
    },
    note: () => textOf(byRole(element, 'status')),
  };
}

describe('phone-number-field', () => {
  it('[E4] keeps what was typed at home as E.164 when the field is left, and says what it did', async () => {
    const { element, enter, input, note } = await fieldBench();
    await enter('06-12 34 56 78');
    expect(element.value).to.equal('+31612345678');
    expect(input.value).to.equal('+31612345678');
    expect(note()).to.equal(
      'Kept as +31612345678: spaces and signs removed, leading 0 removed, and country code added. Undo',
    );
    expect(descriptionOf(input)).to.match(/^Kept as/);
  });

  it('[E4] [PF1] keeps 00 or digits where that is the setting', async () => {
    const zeros = await fieldBench({ format: '00' });
    await zeros.enter('+32 470 12 34 56');
    expect(zeros.element.value).to.equal('0032470123456');
    const digits = await fieldBench({ format: 'digits' });
    await digits.enter('06 12345678');
    expect(digits.element.value).to.equal('31612345678');
  });

  it('changes nothing while somebody types', async () => {
    const { element, type, note } = await fieldBench();
    await type('06 123');
    expect(element.value).to.equal('06 123');
    expect(note()).to.equal('');
  });

  it('[E4] takes back what it did, and then leaves the number alone', async () => {
    const { element, enter, input, note } = await fieldBench();
    await enter('06 12345678');
    byRole(element, 'button', 'Undo').click();
    await element.updateComplete;
    expect(element.value).to.equal('06 12345678');
    expect(note()).to.equal('Kept as it was typed.');
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve));
    expect(element.value).to.equal('06 12345678');
  });

  for (const [typed, kept, said] of [
    ['030-2001000', '+31302001000', /not a known mobile number/],
    ['+212 612 345678', '+212612345678', /country cannot be checked/],
    ['06 23456789 tst. 12', '+31623456789', /extension cannot be reached/],
  ] as const)
    it(`[E4] keeps ${typed} with a warning`, async () => {
      const { element, enter, note } = await fieldBench();
      await enter(typed);
      expect(element.value).to.equal(kept);
      expect(note()).to.match(said);
      expect(element.checkValidity()).to.equal(true);
    });

  for (const [typed, country, said] of [
    ['06 12345678 / 06 87654321', 'NL', 'These are several numbers. Keep one.'],
    ['bellen na vijf', 'NL', 'This is not a phone number.'],
    ['06 12', 'NL', 'This number is too short.'],
    ['06 12345678', '', 'The country is missing. Begin with + and the country code.'],
  ] as const)
    it(`[E4] refuses ${typed} ${country || 'without a country'} and keeps it as it was typed`, async () => {
      const { element, enter, input, note } = await fieldBench({ country });
      await enter(typed);
      expect(element.value).to.equal(typed);
      expect(note()).to.equal(said);
      expect(input.getAttribute('aria-invalid')).to.equal('true');
      expect(element.checkValidity()).to.equal(false);
      expect(element.validationMessage).to.equal(said);
    });

  for (const id of ['NL.13491208655302741918', '3669'])
    it(`[E4] leaves ${id} alone, which is no phone number`, async () => {
      const { element, enter, note } = await fieldBench();
      await enter(id);
      expect(element.value).to.equal(id);
      expect(note()).to.equal('This is not a phone number. It is kept as it is.');
      expect(element.checkValidity()).to.equal(true);
    });

  it('takes part in forms: gives the kept number, is required, is reset', async () => {
    const { element, enter } = await fieldBench({ required: '' });
    const form = element.closest('form')!;
    expect(element.form).to.equal(form);
    expect(form.checkValidity()).to.equal(false);
    await enter('06 12345678');
    expect(form.checkValidity()).to.equal(true);
    expect(new FormData(form).get('mobile')).to.equal('+31612345678');
    form.reset();
    await element.updateComplete;
    expect(element.value).to.equal('');
    expect(allByRole(element, 'button', 'Undo')).to.have.length(0);
  });

  it('is out of use with its fieldset, and shows a number that may not be changed', async () => {
    const { element, input } = await fieldBench();
    const fieldset = document.createElement('fieldset');
    element.before(fieldset);
    fieldset.append(element);
    fieldset.disabled = true;
    await element.updateComplete;
    expect(input.disabled).to.equal(true);
    fieldset.disabled = false;
    element.readonly = true;
    await element.updateComplete;
    expect([input.disabled, input.readOnly]).to.deep.equal([false, true]);
  });

  it('tells the page what is kept, what was typed and what is the matter with it', async () => {
    const { element, enter } = await fieldBench();
    const told: unknown[] = [];
    element.addEventListener('phone-number-change', ({ detail }) => told.push(detail));
    await enter('030-2001000');
    await enter('bel me');
    expect(told).to.deep.equal([
      { value: '+31302001000', typed: '030-2001000', e164: '+31302001000', doubts: ['not-in-plan'], problem: null },
      { value: 'bel me', typed: 'bel me', e164: null, doubts: [], problem: 'not-a-number' },
    ]);
  });

  it('uses the input and the label that the page gives', async () => {
    const box = await fixture<HTMLElement>(
      html`<div>
        <label for="own">Mobiel nummer van de klant</label>
        <phone-number-field country="NL"><input id="own" /></phone-number-field>
      </div>`,
    );
    const element = box.querySelector('phone-number-field')!;
    await element.updateComplete;
    expect(element.querySelectorAll('input')).to.have.length(1);
    expect(element.querySelector('input')?.hasAttribute('aria-label')).to.equal(false);
  });

  it('speaks Dutch', async () => {
    const { input, enter, note } = await fieldBench({}, 'nl');
    expect(input.getAttribute('aria-label')).to.equal('Mobiel nummer');
    await enter('06-12345678');
    expect(note()).to.match(/^Bewaard als \+31612345678/);
  });

  describe('without a provider', () => {
    const { lang } = document.documentElement;
    afterEach(() => {
      document.documentElement.lang = lang;
    });

    const calledIn = async (field: Element, name: string): Promise<void> => {
      const called = (): string | null => field.querySelector('input')?.getAttribute('aria-label') ?? null;
      for (let turn = 0; turn < 200 && called() !== name; turn += 1) await new Promise(requestAnimationFrame);
      expect(called()).to.equal(name);
    };

    it('[E4] speaks the language of the page, also when that changes', async () => {
      document.documentElement.lang = 'nl-BE';
      const field = await fixture<PhoneNumberField>(html`<phone-number-field country="NL"></phone-number-field>`);
      await calledIn(field, 'Mobiel nummer');
      field.value = '06 12 34 56 78';
      await field.updateComplete;
      await field.normalizeNow();
      await field.updateComplete;
      expect(textOf(byRole(field, 'status'))).to.include('Bewaard als');
      document.documentElement.lang = 'en';
      await calledIn(field, 'Mobile number');
      expect(textOf(byRole(field, 'status'))).to.include('Kept as');
    });

    it('[E4] speaks English on a page in a language that does not ship', async () => {
      document.documentElement.lang = 'fi';
      const field = await fixture<PhoneNumberField>(html`<phone-number-field></phone-number-field>`);
      await calledIn(field, 'Mobile number');
    });
  });
});
