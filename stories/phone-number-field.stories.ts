import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import '../src/elements/phone-number-field/define.ts';
import type { PhoneNumberField } from '../src/elements/phone-number-field/phone-number-field.ts';
import { countries } from './phones.ts';
import { playable, turn } from './playable.ts';
import { provide } from './support.ts';

/** A field for a mobile number: what is typed in any spelling is kept in the one form in which messages are matched. */
export default {
  title: 'Elements/phone-number-field',
  component: 'phone-number-field',
} satisfies Meta;

const field = (content: TemplateResult): TemplateResult => provide(content);

/** Reads the number as leaving the field does. */
const left = ref((element) => void (element as PhoneNumberField | undefined)?.normalizeNow());

/** Nothing typed yet. */
export const Empty: StoryObj = {
  ...playable(
    'phone-number-field',
    { country: 'NL', placeholder: '06 12345678' },
    { choices: { country: countries }, without: ['name'] },
  ),
  render: (args) => field(html`<phone-number-field ${turn(args)}></phone-number-field>`),
};

/** Typed as at home, kept with the country in front; says what was done, and takes it back. */
export const Normalised: StoryObj = {
  render: () => field(html`<phone-number-field country="NL" value="06-12 34 56 78" ${left}></phone-number-field>`),
};

/** A business that keeps its numbers with `00`. */
export const With00: StoryObj = {
  render: () => field(html`<phone-number-field format="00" value="+32 470 12 34 56" ${left}></phone-number-field>`),
};

/** A business that keeps digits only. */
export const Digits: StoryObj = {
  render: () =>
    field(html`<phone-number-field format="digits" value="+49 (0)171 2345678" ${left}></phone-number-field>`),
};

/** A landline, or a digit missing: kept, with a warning. */
export const Doubtful: StoryObj = {
  render: () => field(html`<phone-number-field country="NL" value="030-2001000" ${left}></phone-number-field>`),
};

/** A message reaches the line, not the extension. */
export const WithExtension: StoryObj = {
  render: () => field(html`<phone-number-field country="NL" value="06 23456789 tst. 12" ${left}></phone-number-field>`),
};

/** A country whose numbering plan does not ship. */
export const UnknownCountry: StoryObj = {
  render: () => field(html`<phone-number-field country="NL" value="+212 612 345678" ${left}></phone-number-field>`),
};

/** Two numbers in one field: nobody guesses which. */
export const Invalid: StoryObj = {
  render: () =>
    field(html`<phone-number-field country="NL" value="06 12345678 / 06 87654321" ${left}></phone-number-field>`),
};

/** Spelled as at home, but nobody said where home is. */
export const CountryMissing: StoryObj = {
  render: () => field(html`<phone-number-field value="06 12345678" ${left}></phone-number-field>`),
};

/** An id of WhatsApp instead of a number: kept as it is. */
export const BusinessScopedId: StoryObj = {
  render: () =>
    field(html`<phone-number-field country="NL" value="NL.13491208655302741918" ${left}></phone-number-field>`),
};

/** May not be changed. */
export const ReadOnly: StoryObj = {
  render: () => field(html`<phone-number-field readonly value="+31612345678"></phone-number-field>`),
};

/** Out of use. */
export const Disabled: StoryObj = {
  render: () => field(html`<phone-number-field disabled value="+31612345678"></phone-number-field>`),
};

/** In a form of the host, with the host's own input and label. */
export const InAForm: StoryObj = {
  render: () =>
    field(
      html`<form>
        <label for="story-mobile">Mobiel</label>
        <phone-number-field name="mobile" country="NL" required>
          <input id="story-mobile" type="tel" autocomplete="tel" />
        </phone-number-field>
      </form>`,
    ),
};
