import { expect } from '@open-wc/testing';
import '../../src/elements/template-editor/define.ts';
import type { TemplateEditor } from '../../src/elements/template-editor/template-editor.ts';
import { deepActiveElement } from '../../src/dom/focus.ts';
import type { ConversationTemplate } from '../../src/domain/model.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import type { TemplateEditingPart } from '../../src/ports/parts/template-editing.ts';
import { aTemplate } from '../../src/testing/index.ts';
import { morning, seedOf, withoutPart } from '../../stories/support.ts';
import { type Bench, bench, type BenchOptions } from './bench.ts';
import { allByRole, byRole, textOf } from './by-role.ts';

const templates: readonly ConversationTemplate[] = [
  ...(seedOf(morning).templates ?? []),
  aTemplate({ code: 'INTERVIEW', language: 'nl', text: 'Dag <<FirstName>>, tot morgen – groet 👋' }),
  aTemplate({ code: 'INTERVIEW', language: 'de', isDefault: false, text: 'Guten Tag <<FirstName>>' }),
];

interface EditorBench extends Bench<TemplateEditor> {
  readonly area: HTMLTextAreaElement;
  readonly editing: TemplateEditingPart;
  /** Replaces what stands in a field or the text, as a hand does. */
  type(field: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void>;
  field(name: string): HTMLInputElement;
  option(name: RegExp): HTMLElement;
  click(name: string | RegExp): Promise<void>;
  stored(code: string, language: string): Promise<ConversationTemplate | undefined>;
  /** Waits for what loads as a chunk. */
  until(condition: () => boolean): Promise<void>;
}

async function editorBench(options: BenchOptions = {}): Promise<EditorBench> {
  const made = await bench('template-editor', {
    width: 1200,
    height: 800,
    data: { ...seedOf(morning), templates },
    ...options,
  });
  const { element, world, pass } = made;
  const until = async (condition: () => boolean): Promise<void> => {
    for (let frame = 0; frame < 200 && !condition(); frame += 1) await pass(5);
  };
  await until(() => element.shadowRoot?.querySelector('.panes') !== null);
  await pass(1);
  const root = element.shadowRoot!;
  return {
    ...made,
    until,
    area: element.querySelector('textarea')!,
    editing: world.adapter.part('templateEditing')!,
    type: async (field, text) => {
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      await pass();
    },
    field: (name) => {
      const label = [...root.querySelectorAll('label')].find((each) => textOf(each) === name);
      return root.getElementById(label!.htmlFor) as HTMLInputElement;
    },
    option: (name) => {
      const found = allByRole(element, 'option').find((each) => name.test(textOf(each)));
      if (!found) throw new Error(`no option ${String(name)}`);
      return found;
    },
    click: async (name) => {
      byRole(element, 'button', name).click();
      await pass();
      await pass(1);
    },
    stored: async (code, language) =>
      (await world.adapter.part('templates')!.listConversationTemplates()).find(
        (each) => each.code === code && each.language === language,
      ),
  };
}

const interview = { attributes: { code: 'INTERVIEW', language: 'nl' } };
const file = (text: string, name: string): File => new File([text], name);
const choose = (element: Element, chosen: File): void => {
  const input = element.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]')!;
  const transfer = new DataTransfer();
  transfer.items.add(chosen);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change'));
};

describe('template-editor', () => {
  it('[F3] lists codes with their languages, the default marked', async () => {
    const { element } = await editorBench();
    const list = byRole(element, 'listbox', 'Templates');
    expect(allByRole(list, 'group').map((group) => textOf(group.querySelector('.code-name')))).to.deep.equal([
      'WHATSAPP WhatsApp invitation',
      'INTERVIEW',
    ]);
    expect(allByRole(list, 'option').map((option) => textOf(option.querySelector('.option-head')))).to.deep.equal([
      'Dutch Default',
      'English',
      'Dutch Default',
      'German',
    ]);
  });

  it('goes through the list by arrows and opens a text by Enter', async () => {
    const { element, press, area } = await editorBench();
    byRole(element, 'listbox').querySelector<HTMLElement>('[tabindex="0"]')!.focus();
    await press('End');
    await press('ArrowUp');
    await press('Enter');
    expect(area.value).to.equal('Dag <<FirstName>>, tot morgen – groet 👋');
    expect(element.code).to.equal('INTERVIEW');
    expect(element.language).to.equal('nl');
  });

  it('finds templates by code, language and text', async () => {
    const { element, type, pass } = await editorBench();
    const search = element.shadowRoot!.querySelector<HTMLInputElement>('input[type=search]')!;
    await type(search, 'german');
    expect(allByRole(element, 'option')).to.have.length(1);
    await type(search, 'chat with');
    expect(allByRole(element, 'option').map((option) => textOf(option))[0]).to.match(/^English/);
    await type(search, 'zzz');
    await pass();
    expect(textOf(element.shadowRoot)).to.include('No template matches “zzz”.');
  });

  it('saves a changed text by the button and by Control+S, and tells the page', async () => {
    const { area, type, click, stored, heard, press } = await editorBench(interview);
    const saved = heard('template-saved');
    const unsaved = heard('unsaved-change');
    await type(area, 'Dag <<FirstName>>');
    await click('Save');
    expect((await stored('INTERVIEW', 'nl'))?.text).to.equal('Dag <<FirstName>>');
    await type(area, 'Hoi <<FirstName>>');
    area.focus();
    await press('s', { ctrlKey: true });
    await press('Shift');
    expect((await stored('INTERVIEW', 'nl'))?.text).to.equal('Hoi <<FirstName>>');
    expect(saved.map(({ detail }) => detail.template.text)).to.deep.equal(['Dag <<FirstName>>', 'Hoi <<FirstName>>']);
    expect(unsaved.map(({ detail }) => detail.isUnsaved)).to.deep.equal([true, false, true, false]);
  });

  it('keeps what is not saved when another text is chosen, when it leaves the page, and asks before the page closes', async () => {
    const { element, area, type, option, pass } = await editorBench(interview);
    await type(area, 'Half');
    option(/^German/).click();
    await pass();
    expect(area.value).to.equal('Guten Tag <<FirstName>>');
    expect(textOf(option(/^Dutch .*Half/))).to.include('Not saved');
    const leave = new Event('beforeunload', { cancelable: true });
    dispatchEvent(leave);
    expect(leave.defaultPrevented).to.equal(true);
    const parent = element.parentElement!;
    element.remove();
    const afterwards = new Event('beforeunload', { cancelable: true });
    dispatchEvent(afterwards);
    expect(afterwards.defaultPrevented).to.equal(false);
    parent.append(element);
    await pass(1);
    await pass();
    option(/^Dutch .*Half/).click();
    await pass();
    expect(area.value).to.equal('Half');
    byRole(element, 'button', 'Discard changes').click();
    await pass();
    expect(area.value).to.equal('Dag <<FirstName>>, tot morgen – groet 👋');
  });

  it('says what is wrong with a new template, and saves it when it is right', async () => {
    const { element, click, field, type, area, stored } = await editorBench();
    await click('New template');
    expect(deepActiveElement(document)).to.equal(field('Code'));
    await click('Save');
    expect(textOf(element.shadowRoot)).to.include('Type a code.');
    expect(field('Code').getAttribute('aria-invalid')).to.equal('true');
    await type(field('Code'), 'WHATSAPP');
    await type(field('Language'), 'EN');
    expect(textOf(element.shadowRoot)).to.include('This code already has a text in this language.');
    await type(field('Code'), 'HOURS');
    await type(field('Language'), 'nl-be');
    await type(area, 'Uren?');
    await click('Save');
    expect(await stored('HOURS', 'nl-BE')).to.deep.include({ text: 'Uren?', isDefault: true });
  });

  it('moves the default to another language; a code keeps exactly one', async () => {
    const { element, option, pass, click, stored } = await editorBench();
    option(/^German/).click();
    await pass();
    element.shadowRoot!.querySelector<HTMLInputElement>('input[type=checkbox]')!.click();
    await pass();
    await click('Save');
    expect((await stored('INTERVIEW', 'de'))?.isDefault).to.equal(true);
    expect((await stored('INTERVIEW', 'nl'))?.isDefault).to.equal(false);
    expect(element.shadowRoot!.querySelector<HTMLInputElement>('input[type=checkbox]')!.disabled).to.equal(true);
  });

  it('deletes a text after asking, and the focus stays', async () => {
    const { element, click, stored, heard, option, pass } = await editorBench();
    const removed = heard('template-removed');
    option(/^German/).click();
    await pass();
    await click('Delete text');
    expect(textOf(element.shadowRoot)).to.include('Delete the text of INTERVIEW in German?');
    await click('Keep it');
    expect(textOf(deepActiveElement(document))).to.equal('Delete text');
    await click('Delete text');
    await click('Delete');
    expect(await stored('INTERVIEW', 'de')).to.equal(undefined);
    expect(removed.map(({ detail }) => detail.language)).to.deep.equal(['de']);
    expect(deepActiveElement(document)).to.not.equal(null);
  });

  for (const keep of ['mine', 'theirs'] as const)
    it(`[CT8] shows both texts when two changed one, and keeps ${keep}`, async () => {
      const { element, area, type, click, stored, editing } = await editorBench(interview);
      await type(area, 'Mine');
      const before = (await stored('INTERVIEW', 'nl'))!;
      await editing.save({ ...before, text: 'Theirs' }, { replaces: before });
      await click('Save');
      expect((await stored('INTERVIEW', 'nl'))?.text).to.equal('Theirs');
      const question = byRole(element, 'group', /Somebody else changed this text/);
      expect([...question.querySelectorAll('blockquote')].map((text) => textOf(text))).to.deep.equal([
        'Theirs',
        'Mine',
      ]);
      expect(textOf(deepActiveElement(document))).to.equal('Use their text');
      await click(keep === 'mine' ? 'Use my text' : 'Use their text');
      expect((await stored('INTERVIEW', 'nl'))?.text).to.equal(keep === 'mine' ? 'Mine' : 'Theirs');
      expect(area.value).to.equal(keep === 'mine' ? 'Mine' : 'Theirs');
      expect(element.hasUnsavedChanges).to.equal(false);
    });

  it('[CT8] saves mine as a new text when somebody else removed it', async () => {
    const { element, area, type, click, stored, editing } = await editorBench(interview);
    await type(area, 'Mine');
    await editing.remove({ code: 'INTERVIEW', language: 'nl' });
    await click('Save');
    expect(textOf(element.shadowRoot)).to.include('Somebody else removed this text meanwhile');
    await click('Save mine as a new text');
    expect((await stored('INTERVIEW', 'nl'))?.text).to.equal('Mine');
  });

  it('keeps the text when saving fails, and says why', async () => {
    const { element, area, type, click, world } = await editorBench(interview);
    await type(area, 'Mine');
    world.adapter.faults.next({ kind: 'error', error: new AdapterError('forbidden', 'test') }, 'save');
    await click('Save');
    expect(textOf(byRole(element, 'alert'))).to.equal('The text was not saved. You have no permission for this.');
    expect(area.value).to.equal('Mine');
    expect(element.hasUnsavedChanges).to.equal(true);
  });

  it('[F3] inserts tags at the caret', async () => {
    const { area, click, pass } = await editorBench(interview);
    area.focus();
    area.setSelectionRange(4, 17);
    await pass();
    await click('Name');
    expect(area.value).to.equal('Dag <<Name>>, tot morgen – groet 👋');
  });

  it('[F3] counts parts with the tags filled, and replaces what forces Unicode', async () => {
    const { element, area, click } = await editorBench(interview);
    expect(textOf(element.shadowRoot!.querySelector('[part=segments]'))).to.match(/^1 SMS part · 30 left/);
    expect(textOf(element.shadowRoot)).to.include('Without a plain form: 👋');
    await click('Replace “–” with “-”');
    expect(area.value).to.equal('Dag <<FirstName>>, tot morgen - groet 👋');
  });

  it('[F3] [CT3] previews per recipient: which text, why, and filled', async () => {
    const { element, field, type, press, until } = await editorBench(interview);
    const bubble = (): string => textOf(element.shadowRoot!.querySelector('.bubble'));
    const outcome = (): string => textOf(element.shadowRoot!.querySelector('.outcome'));
    await type(field('Recipient'), 'Jürgen');
    await until(() => allByRole(element, 'listbox', 'Recipients found').length === 1);
    field('Recipient').focus();
    await press('ArrowDown');
    expect(field('Recipient').getAttribute('aria-activedescendant')).to.equal('recipient-0');
    await press('Enter');
    expect(allByRole(element, 'listbox', 'Recipients found')).to.have.length(0);
    expect(outcome()).to.equal('Gets the text in German: it is the recipient’s own language.');
    expect(bubble()).to.equal('Guten Tag Jürgen');
    await type(field('Recipient'), 'Chloé Dubois');
    expect(bubble()).to.equal('Guten Tag Chloé');
    const select = element.shadowRoot!.querySelector('select')!;
    select.value = '';
    select.dispatchEvent(new Event('change'));
    await press('Shift');
    expect(outcome()).to.equal('Gets the text in Dutch: the default, because no text is in the recipient’s language.');
  });

  it('[CT1] [CT3] shows which language gets which text', async () => {
    const { element } = await editorBench(interview);
    const rows = [...element.shadowRoot!.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => textOf(cell)).join(' | '),
    );
    expect(rows).to.deep.equal([
      'German | German | Own language',
      'English | Dutch | Default of this code',
      'Dutch | Dutch | Own language',
      'Any other, or unknown | Dutch | Default of this code',
    ]);
  });

  it('[IV1] [IV2] builds a link, and inserts it at the caret', async () => {
    const { element, area, field, type, click } = await editorBench(interview);
    element.shadowRoot!.querySelector<HTMLDetailsElement>('.whatsapp')!.open = true;
    await type(field('WhatsApp number'), '0031 30 200 10');
    expect(element.shadowRoot!.querySelector('.result a')?.getAttribute('href')).to.equal('https://wa.me/313020010');
    await type(field('WhatsApp number'), '12');
    expect(textOf(element.shadowRoot)).to.include('Type the whole number, with its country code.');
    await type(field('WhatsApp number'), '+31 30 200 1000');
    await type(field('What the customer finds typed already'), 'Hallo & dag');
    area.setSelectionRange(0, area.value.length);
    await click('Insert link');
    expect(area.value).to.equal('https://wa.me/31302001000?text=Hallo%20%26%20dag');
  });

  it('[F2] names the template that invites to WhatsApp, and none', async () => {
    const { element, click, world } = await editorBench(interview);
    element.shadowRoot!.querySelector<HTMLDetailsElement>('.whatsapp')!.open = true;
    await click('Use as WhatsApp invitation');
    const setting = (): Promise<unknown> => world.adapter.part('templates')!.getInvitation();
    expect(await setting()).to.deep.equal({ code: 'INTERVIEW', whatsappNumber: '+31302001000' });
    await click('Stop inviting to WhatsApp');
    expect(await setting()).to.equal(null);
  });

  it('[TX1] [TX2] shows what a file would change, with each row that cannot be taken over, then takes it over', async () => {
    const { element, click, stored, until } = await editorBench();
    const row = (language: string, text: unknown): unknown => ({ code: 'INTERVIEW', language, isDefault: false, text });
    const rows = [
      { ...(row('nl', 'Nieuw') as object), isDefault: true },
      row('fr', 'Bonjour'),
      row('x y', 'Nee'),
      row('pl', 7),
    ];
    choose(element, file(JSON.stringify({ format: 'conversation-templates', version: 1, templates: rows }), 'a.json'));
    await until(() => allByRole(element, 'button', /^Take over/).length === 1);
    const text = textOf(element.shadowRoot);
    expect(text).to.include('Import of a.json');
    expect(text).to.include('1 new text');
    expect(text).to.include('1 changed text');
    expect(text).to.include('2 rows cannot be taken over');
    expect(text).to.include('templates[2]').and.to.include('This is not a language code.');
    expect(text).to.include('templates[3].text is missing or of a wrong kind.');
    await click('Take over 2 texts');
    await until(() => textOf(element.shadowRoot).includes('2 texts taken over.'));
    expect((await stored('INTERVIEW', 'nl'))?.text).to.equal('Nieuw');
    expect((await stored('INTERVIEW', 'fr'))?.text).to.equal('Bonjour');
    expect((await stored('INTERVIEW', 'de'))?.text).to.equal('Guten Tag <<FirstName>>');
    expect(textOf(element.shadowRoot), 'what failed is still listed').to.include('templates[2]');
  });

  it('[TX2] overwrites nothing that somebody changed after it was shown', async () => {
    const { element, click, stored, until, editing } = await editorBench();
    const templatesInFile = [{ code: 'INTERVIEW', language: 'nl', isDefault: true, text: 'Bestand' }];
    choose(
      element,
      file(JSON.stringify({ format: 'conversation-templates', version: 1, templates: templatesInFile }), 'a.json'),
    );
    await until(() => allByRole(element, 'button', /^Take over/).length === 1);
    const before = (await stored('INTERVIEW', 'nl'))!;
    await editing.save({ ...before, text: 'Collega' }, { replaces: before });
    await click('Take over 1 text');
    await until(() => textOf(element.shadowRoot).includes('was not saved'));
    expect((await stored('INTERVIEW', 'nl'))?.text).to.equal('Collega');
    await click('Try those again');
    await until(() => textOf(element.shadowRoot).includes('1 text taken over.'));
    expect((await stored('INTERVIEW', 'nl'))?.text).to.equal('Bestand');
  });

  it('[TX1] says that a file is none of ours', async () => {
    const { element, until } = await editorBench();
    choose(element, file('<html></html>', 'a.xlf'));
    await until(() => allByRole(element, 'alert').length === 1);
    expect(textOf(byRole(element, 'alert'))).to.equal('This file does not hold conversation templates.');
  });

  it('[TX4] exports for translators and takes the same file back without a change', async () => {
    const { element, click, until, type, field } = await editorBench();
    const made: Blob[] = [];
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      made.push(blob as Blob);
      return createObjectURL(blob);
    };
    try {
      await click('Export');
      element.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.click();
      await until(() => textOf(element.shadowRoot).includes('Also ask for a translation into'));
      await type(field('Also ask for a translation into'), 'fr, q');
      expect(byRole(element, 'button', 'Download').getAttribute('aria-disabled')).to.equal('true');
      await type(field('Also ask for a translation into'), '');
      document.addEventListener('click', (event) => event.preventDefault(), { once: true });
      element.ownerDocument.body.addEventListener('click', (event) => event.preventDefault(), { once: true });
      await click('Download');
      await until(() => made.length === 1);
    } finally {
      URL.createObjectURL = createObjectURL;
    }
    choose(element, file(await made[0]!.text(), 'back.xlf'));
    await until(() => textOf(element.shadowRoot).includes('Nothing in this file is different'));
    expect(textOf(element.shadowRoot)).to.include('4 texts stay as they are');
  });

  it('lets nothing be changed where the backend has no editing', async () => {
    const { element, area } = await editorBench({
      ...interview,
      adapt: withoutPart('templateEditing'),
    });
    expect(textOf(element.shadowRoot)).to.include('These texts can be read here, not changed.');
    expect(area.readOnly).to.equal(true);
    for (const name of ['New template', 'Import', 'Save', 'Delete text', 'Name'])
      expect(allByRole(element, 'button', name), name).to.have.length(0);
    expect(byRole(element, 'button', 'Export')).to.exist;
  });

  it('takes part in a form: its value is the text, and a reset brings the saved one back', async () => {
    const { element, area, type, pass } = await editorBench(interview);
    const form = document.createElement('form');
    element.setAttribute('name', 'template');
    const provider = element.parentElement!;
    provider.parentElement!.append(form);
    form.append(provider);
    await pass(1);
    await pass();
    await type(area, 'Anders');
    expect(new FormData(form).get('template')).to.equal('Anders');
    form.reset();
    await pass();
    expect(new FormData(form).get('template')).to.equal('Dag <<FirstName>>, tot morgen – groet 👋');
  });

  it('speaks Dutch in a Dutch page', async () => {
    const { element, until } = await editorBench({ ...interview, locale: 'nl' });
    await until(() => allByRole(element, 'button', 'Nieuw sjabloon').length === 1);
    expect(textOf(byRole(element, 'listbox', 'Sjablonen'))).to.include('Nederlands');
  });
});
