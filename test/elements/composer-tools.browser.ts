import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { deepActiveElement } from '../../src/dom/focus.ts';
import { prepared } from '../../stories/prepared.ts';
import { morning, seedOf, withPart, type WorldOptions } from '../../stories/support.ts';
import { allByRole, byRole, descriptionOf, nameOf, textOf } from './by-role.ts';
import { type Bench, composerBench } from './composer-bench.ts';

const world = (): WorldOptions => ({ data: seedOf(morning, prepared) });
const benchOf = (id = 'aisha'): Promise<Bench> => composerBench(id, world());
const focused = (): Element | null => deepActiveElement(document);
const selected = ({ text }: Bench): string => text.value.slice(text.selectionStart, text.selectionEnd);
const listbox = ({ composer }: Bench): HTMLElement[] =>
  allByRole(composer, 'listbox', 'Quick replies').filter((list) => list.checkVisibility());
const options = (bench: Bench): HTMLElement[] => listbox(bench).flatMap((list) => allByRole(list, 'option'));
const active = ({ text, composer }: Bench): string => {
  const id = text.getAttribute('aria-activedescendant');
  return id === null ? '' : textOf(composer.querySelector(`#${id}`));
};

/** Real keys in the text area. */
async function keys(bench: Bench, ...presses: readonly (string | { readonly text: string })[]): Promise<void> {
  bench.text.focus();
  for (const press of presses) {
    await sendKeys(typeof press === 'string' ? { press } : { type: press.text });
    await bench.pass();
  }
  await bench.pass();
}

/** What Control+Z does: the text area's own undo. */
async function undo(bench: Bench): Promise<void> {
  bench.text.focus();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- scripted keys do not reach the browser's undo
  document.execCommand('undo');
  await bench.pass();
}

describe('composer tools: quick replies', () => {
  it('[B8] opens a list at ! and letters, and Enter picks the first', async () => {
    const bench = await benchOf();
    await keys(bench, { text: 'Ok. !ty' });
    await bench.until(() => listbox(bench).length === 1);
    expect(options(bench)).to.have.length(3);
    expect(active(bench)).to.contain('!ty1');
    expect(bench.text.getAttribute('aria-controls')).to.equal(listbox(bench)[0]?.id);
    await keys(bench, 'Enter');
    expect(bench.text.value).to.equal('Ok. Dank je wel, Aïsha.');
    expect(bench.composer.value).to.equal('Ok. Dank je wel, Aïsha.');
    expect(listbox(bench)).to.have.length(0);
    expect(bench.text.hasAttribute('aria-activedescendant')).to.equal(false);
    expect(await bench.accepted()).not.to.include('Ok. Dank je wel, Aïsha.');
  });

  it('[B8] goes by arrows, around the ends, and Tab picks', async () => {
    const bench = await benchOf();
    await keys(bench, { text: '!thank' });
    await bench.until(() => listbox(bench).length === 1);
    await keys(bench, 'ArrowUp');
    expect(active(bench)).to.contain('!thankyou3');
    await keys(bench, 'ArrowDown', 'ArrowDown');
    expect(active(bench)).to.contain('!thankyou2');
    await keys(bench, 'Tab');
    expect(bench.text.value).to.equal('Bedankt voor je bericht. Wij komen er vandaag op terug.');
    expect(focused()).to.equal(bench.text);
  });

  it('[B8] takes the language of the recipient', async () => {
    const bench = await benchOf('kowalski');
    await keys(bench, { text: '!ty2' });
    await bench.until(() => listbox(bench).length === 1);
    await keys(bench, 'Enter');
    expect(bench.text.value).to.equal('Thank you for your message. We will get back to you today.');
  });

  it('[B8] picks with the mouse and keeps the focus', async () => {
    const bench = await benchOf();
    await keys(bench, { text: '!doc' });
    await bench.until(() => options(bench).length === 1);
    options(bench)[0]?.click();
    await bench.pass();
    expect(bench.text.value).to.equal('Kun je een foto van je legitimatiebewijs sturen?');
    expect(focused()).to.equal(bench.text);
  });

  it('closes by Escape and stays closed for that word', async () => {
    const bench = await benchOf();
    await keys(bench, { text: '!th' });
    await bench.until(() => listbox(bench).length === 1);
    await keys(bench, 'Escape', { text: 'a' });
    expect(listbox(bench)).to.have.length(0);
    await keys(bench, { text: ' !d' });
    await bench.until(() => listbox(bench).length === 1);
    expect(bench.text.value).to.equal('!tha !d');
  });

  it('a lone ! shows all, and Enter still sends', async () => {
    const bench = await benchOf();
    await keys(bench, { text: 'Tot morgen !' });
    await bench.until(() => listbox(bench).length === 1);
    expect(options(bench)).to.have.length(6);
    await keys(bench, 'Enter');
    await bench.pass(100);
    expect((await bench.accepted()).at(-1)).to.equal('Tot morgen !');
    expect(listbox(bench)).to.have.length(0);
  });

  it('opens nothing inside a word, for nothing that fits, or while an input method composes', async () => {
    const bench = await benchOf();
    await keys(bench, { text: 'Super!ty' });
    expect(listbox(bench)).to.have.length(0);
    await keys(bench, { text: ' !zzz' });
    expect(listbox(bench)).to.have.length(0);
    bench.text.value = '!ty';
    bench.text.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    await bench.pass();
    expect(listbox(bench)).to.have.length(0);
  });

  it('an Enter that belongs to an input method picks nothing', async () => {
    const bench = await benchOf();
    await keys(bench, { text: '!ty' });
    await bench.until(() => listbox(bench).length === 1);
    bench.text.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'Enter',
        isComposing: true,
        bubbles: true,
        composed: true,
        cancelable: true,
      }),
    );
    await bench.pass(100);
    expect(bench.text.value).to.equal('!ty');
  });

  it('is one step to undo, line breaks and all', async () => {
    const bench = await benchOf();
    await keys(bench, { text: 'Hoi !ty3' });
    await bench.until(() => listbox(bench).length === 1);
    await keys(bench, 'Enter');
    expect(bench.text.value).to.equal('Hoi Graag gedaan.\nTot ziens, Aïsha de Vries.');
    await undo(bench);
    expect(bench.text.value).to.equal('Hoi !ty3');
    expect(bench.composer.value).to.equal('Hoi !ty3');
  });

  it('[B9] selects the first placeholder nobody could fill; Tab goes to the next, and then out', async () => {
    const bench = await benchOf('mehmet');
    await keys(bench, { text: '!afspraak1' });
    await bench.until(() => listbox(bench).length === 1);
    await keys(bench, 'Enter');
    expect(bench.text.value).to.match(/^Dag Mehmet, je afspraak is op \{\{Date\}\}/);
    expect(selected(bench)).to.equal('{{Date}}');
    expect(bench.send().ariaDisabled).to.equal('true');
    expect(descriptionOf(bench.send())).to.contain('Nothing is known for: Date, Time, Company.');
    await keys(bench, { text: 'dinsdag' }, 'Tab');
    expect(selected(bench)).to.equal('{{Time}}');
    await keys(bench, { text: '10' }, 'Tab', { text: 'Randstad' });
    expect(bench.text.value).to.equal('Dag Mehmet, je afspraak is op dinsdag om 10 uur bij Randstad.');
    expect(bench.send().ariaDisabled).to.equal('false');
    await keys(bench, 'Tab');
    expect(focused()).not.to.equal(bench.text);
  });

  it('says which files do not come along', async () => {
    const bench = await benchOf('jansen');
    await keys(bench, { text: '!afspraak2' });
    await bench.until(() => listbox(bench).length === 1);
    await keys(bench, 'Enter');
    expect(textOf(bench.composer.shadowRoot?.querySelector('[part=notice]'))).to.contain('route.pdf');
  });

  it('has no button without the part, in a note, or where nothing can be typed', async () => {
    const bench = await benchOf();
    byRole(bench.composer, 'radio', 'Note').click();
    await bench.pass();
    expect(allByRole(bench.composer, 'button', 'Quick replies')).to.have.length(0);
    const disabled = await composerBench('aisha', { ...world(), attributes: { disabled: '' } });
    expect(allByRole(disabled.composer, 'button', 'Quick replies')).to.have.length(0);
  });
});

describe('composer tools: the picker of quick replies', () => {
  const opened = async (): Promise<Bench> => {
    const bench = await benchOf();
    byRole(bench.composer, 'button', 'Quick replies').click();
    await bench.until(() => options(bench).length > 0);
    return bench;
  };
  const search = ({ composer }: Bench): HTMLElement => byRole(composer, 'combobox', 'Search quick replies');

  it('[B8] opens by its button, with groups, and the search has the focus', async () => {
    const bench = await opened();
    expect(focused()).to.equal(search(bench));
    expect(byRole(bench.composer, 'dialog', 'Quick replies')).to.exist;
    const [list] = listbox(bench);
    expect(list && allByRole(list, 'group').map(nameOf)).to.deep.equal(['Thank you', 'Afspraak', 'Documenten']);
    expect(byRole(bench.composer, 'button', 'Quick replies').ariaExpanded).to.equal('true');
  });

  it('[B8] finds by words, chooses by arrows and group, and Enter inserts at the caret', async () => {
    const bench = await benchOf();
    await keys(bench, { text: 'AB' }, 'ArrowLeft');
    byRole(bench.composer, 'button', 'Quick replies').click();
    await bench.until(() => options(bench).length > 0);
    for (const press of ['PageDown', 'PageDown', 'ArrowUp', 'PageUp']) {
      await sendKeys({ press });
      await bench.pass();
    }
    const current = (): string => textOf(options(bench).find(({ ariaSelected }) => ariaSelected === 'true'));
    expect(current()).to.contain('!ty1');
    await sendKeys({ type: 'legitimatie' });
    await bench.pass();
    expect(options(bench)).to.have.length(1);
    await sendKeys({ press: 'Enter' });
    await bench.pass();
    expect(bench.text.value).to.equal('AKun je een foto van je legitimatiebewijs sturen?B');
    expect(focused()).to.equal(bench.text);
    expect(listbox(bench)).to.have.length(0);
  });

  it('says when nothing fits', async () => {
    const bench = await opened();
    await sendKeys({ type: 'zzz' });
    await bench.pass();
    expect(textOf(byRole(bench.composer, 'dialog', 'Quick replies'))).to.contain('No quick reply with “zzz”');
  });

  it('closes by Escape and gives the focus back', async () => {
    const bench = await benchOf();
    const button = byRole(bench.composer, 'button', 'Quick replies');
    button.focus();
    button.click();
    await bench.until(() => options(bench).length > 0);
    await sendKeys({ press: 'Escape' });
    await bench.until(() => listbox(bench).length === 0);
    expect(focused()?.getAttribute('aria-label')).to.equal('Quick replies');
  });

  it('says that they could not be loaded, and tries again', async () => {
    let failures = 1;
    const adapt = withPart(
      'quickReplies',
      (part) => part && { ...part, list: () => (failures-- > 0 ? Promise.reject(new Error('down')) : part.list()) },
    );
    const bench = await composerBench('aisha', { ...world(), adapt });
    byRole(bench.composer, 'button', 'Quick replies').click();
    await bench.until(() => allByRole(bench.composer, 'button', 'Try again').length === 1);
    expect(textOf(byRole(bench.composer, 'dialog', 'Quick replies'))).to.contain('could not be loaded');
    byRole(bench.composer, 'button', 'Try again').click();
    await bench.until(() => options(bench).length > 0);
    expect(options(bench)).to.have.length(6);
  });
});

describe('composer tools: text messages', () => {
  const replaceButtons = ({ composer }: Bench): string[] => allByRole(composer, 'button', /^Replace/).map(nameOf);

  it('[B11] replaces a character everywhere by its button, as one step to undo', async () => {
    const bench = await benchOf('jansen');
    await keys(bench, { text: 'geïnteresseerd, geïnformeerd’' });
    expect(replaceButtons(bench)).to.deep.equal(['Replace “ï” with “i”', "Replace “’” with “'”", 'Replace all']);
    byRole(bench.composer, 'button', 'Replace “ï” with “i”').click();
    await bench.pass();
    expect(bench.text.value).to.equal('geinteresseerd, geinformeerd’');
    await undo(bench);
    expect(bench.text.value).to.equal('geïnteresseerd, geïnformeerd’');
    byRole(bench.composer, 'button', 'Replace all').click();
    await bench.pass();
    expect(bench.text.value).to.equal("geinteresseerd, geinformeerd'");
    expect(replaceButtons(bench)).to.deep.equal([]);
    expect(focused()).to.equal(bench.text);
  });

  it('[B11] replaces what comes from a placeholder, too', async () => {
    const bench = await composerBench('aisha', world());
    byRole(bench.composer, 'radio', 'SMS').click();
    await bench.pass();
    await keys(bench, { text: 'Dag {{FirstName}}' });
    byRole(bench.composer, 'button', 'Replace “ï” with “i”').click();
    await bench.pass();
    expect(bench.text.value).to.equal('Dag Aisha');
  });

  it('[B11] selects what nothing can stand for', async () => {
    const bench = await benchOf('jansen');
    await keys(bench, { text: 'Tot dan 🙂' });
    byRole(bench.composer, 'button', 'Replace “🙂” by hand').click();
    await bench.pass();
    expect(selected(bench)).to.equal('🙂');
  });

  it('names nothing on channels that do not count in parts', async () => {
    const bench = await benchOf('aisha');
    await keys(bench, { text: 'geïnteresseerd' });
    expect(replaceButtons(bench)).to.deep.equal([]);
  });
});
