import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import '../src/elements/phone-number-conversion/define.ts';
import type { PhoneNumberConversion } from '../src/elements/phone-number-conversion/phone-number-conversion.ts';
import { AdapterError } from '../src/ports/adapter-error.ts';
import { seedOf } from './seed.ts';
import { countries, manyPhones, phonesWithoutCountry, untidyPhones } from './phones.ts';
import { playable, turn } from './playable.ts';
import { frame, provide, withoutPart, withPart, type World, type WorldOptions } from './support.ts';

/** The report on phone numbers that were stored in any spelling: a dry run first, then written in batches. */
export default {
  title: 'Elements/phone-number-conversion',
  component: 'phone-number-conversion',
} satisfies Meta;

/** Resolves when the session can be asked. */
function ready({ session }: World): Promise<void> {
  return new Promise((resolve) => {
    const stop = session.status.subscribe(() => {
      if (session.status.value.phase !== 'ready') return;
      stop();
      resolve();
    });
  });
}

/** The report after what an agent did with it. */
function report(
  act: ((element: PhoneNumberConversion) => void | Promise<void>) | null,
  options: WorldOptions = {},
  width = '56rem',
): TemplateResult {
  const element = createRef<PhoneNumberConversion>();
  const then = async (world: World): Promise<void> => {
    await ready(world);
    if (element.value && act) await act(element.value);
  };
  return provide(
    frame(html`<phone-number-conversion country="NL" ${ref(element)}></phone-number-conversion>`, {
      width,
      height: '34rem',
    }),
    { data: untidyPhones, then, ...options },
  );
}

const check = async (element: PhoneNumberConversion): Promise<void> => {
  await element.updateComplete;
  await element.check();
};

/** Nothing asked yet. */
export const Start: StoryObj = {
  ...playable('phone-number-conversion', { country: 'NL' }, { choices: { country: countries } }),
  render: (args) =>
    provide(
      frame(html`<phone-number-conversion ${turn(args)}></phone-number-conversion>`, {
        width: '56rem',
        height: '34rem',
      }),
      { data: phonesWithoutCountry },
    ),
};

/** What would change; nothing is written. */
export const Changes: StoryObj = { render: () => report(check) };

/** What a person has to decide. */
export const Doubtful: StoryObj = {
  render: () => report(async (element) => check(element).then(() => element.show('doubtful'))),
};

/** What cannot be read. */
export const Invalid: StoryObj = {
  render: () => report(async (element) => check(element).then(() => element.show('invalid'))),
};

/** In a narrow place the table scrolls by itself. */
export const Narrow: StoryObj = { render: () => report(check, {}, '20rem') };

/** More than a page. */
export const Long: StoryObj = { render: () => report(check, { data: manyPhones(450) }) };

/** Written; everything can be taken back. */
export const Converted: StoryObj = {
  render: () => report(async (element) => check(element).then(() => element.convert())),
};

/** The backend refused half-way: what was written can be taken back. */
export const WriteFailed: StoryObj = {
  render: () => {
    let batches = 0;
    return report(async (element) => check(element).then(() => element.convert()), {
      data: manyPhones(120),
      adapt: withPart(
        'phoneConversion',
        (part) =>
          part && {
            listPhoneRecords: part.listPhoneRecords.bind(part),
            writePhoneChanges: (changes, call) =>
              (batches += 1) > 1
                ? Promise.reject(new AdapterError('forbidden', 'story'))
                : part.writePhoneChanges(changes, call),
          },
      ),
    });
  },
};

/** Reading is under way. */
export const Checking: StoryObj = {
  render: () =>
    report((element) => void check(element), {
      adapt: withPart(
        'phoneConversion',
        (part) => part && { ...part, listPhoneRecords: () => new Promise<never>(() => undefined) },
      ),
    }),
};

/** The numbers could not be read. */
export const CheckFailed: StoryObj = {
  render: () =>
    report(check, {
      adapt: withPart(
        'phoneConversion',
        (part) => part && { ...part, listPhoneRecords: () => Promise.reject(new AdapterError('unavailable', 'story')) },
      ),
    }),
};

/** No recipients at all. */
export const NoRecipients: StoryObj = { render: () => report(check, { data: seedOf([]) }) };

/** A backend without phone fields. */
export const Unsupported: StoryObj = { render: () => report(null, { adapt: withoutPart('phoneConversion') }) };
