import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/template-editor/define.ts';
import type { TemplateEditor } from '../src/elements/template-editor/template-editor.ts';
import { AdapterError } from '../src/ports/adapter-error.ts';
import { aTemplate } from '../src/testing/index.ts';
import { playable, turn } from './playable.ts';
import { frame, morning, provide, seedOf, within, type WorldOptions, withoutPart } from './support.ts';

/** Conversation templates: one code, many languages, one default per code. */
export default {
  title: 'Elements/template-editor',
  component: 'template-editor',
} satisfies Meta;

/** What the agency sends again and again. */
const templates = [
  ...(seedOf(morning).templates ?? []),
  aTemplate({
    code: 'INTERVIEW',
    language: 'nl',
    text: 'Dag <<FirstName>>, je gesprek bij <<Company>> is morgen om 10.00 uur. Tot dan – het team 👋',
  }),
  aTemplate({
    code: 'INTERVIEW',
    language: 'de',
    isDefault: false,
    text: 'Guten Tag <<FirstName>>, Ihr Gespräch ist morgen um 10 Uhr.',
  }),
  aTemplate({
    code: 'HOURS',
    language: 'nl',
    text: 'Beste {{Customer}}, we missen je uren van week <<Week>>. Kun je ze vandaag nog doorgeven?',
  }),
];

const withTemplates: WorldOptions = { data: { ...seedOf(morning), templates } };

const shelf = (editor: TemplateResult, options: WorldOptions = withTemplates, width = '72rem'): TemplateResult =>
  provide(frame(editor, { width, height: '44rem' }), options);

const interview = html`<template-editor code="INTERVIEW" language="nl"></template-editor>`;

/** A text with its fallback, a preview and the parts it takes as SMS. */
export const Edited: StoryObj = {
  ...playable(
    'template-editor',
    { code: 'INTERVIEW', language: 'nl' },
    {
      choices: {
        code: [null, ...new Set(templates.map(({ code }) => code))],
        language: [null, ...new Set(templates.map(({ language }) => language))],
      },
      without: ['name'],
    },
  ),
  render: (args) => shelf(html`<template-editor ${turn(args)}></template-editor>`),
};

/** Does something in the editor once it is there, as a hand would. */
const once = (act: (root: ShadowRoot, editor: TemplateEditor) => void): Required<Pick<WorldOptions, 'then'>> => ({
  then: async (world) => {
    for (let frame = 0; frame < 60; frame += 1) {
      await new Promise(requestAnimationFrame);
      const editor = within(world, 'template-editor');
      if (!editor?.shadowRoot?.querySelector('.panes.chosen, .codes')) continue;
      act(editor.shadowRoot, editor);
      return;
    }
  },
});

const button = (root: ShadowRoot, name: string): HTMLElement | undefined =>
  [...root.querySelectorAll('button')].find((each) => each.textContent.includes(name));

/** Changed and not saved; a tag that nothing fills is named. */
export const Unsaved: StoryObj = {
  render: () =>
    shelf(interview, {
      ...withTemplates,
      ...once((_, editor) => (editor.value = 'Dag <<FirstName>>, neem <<Papers>> mee.')),
    }),
};

/** Somebody else changed the same text: both are shown, and one is chosen. */
export const Conflict: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    shelf(interview, {
      ...withTemplates,
      then: async (world) => {
        await once(() => undefined).then(world);
        const editor = within(world, 'template-editor');
        if (!editor) return;
        editor.value = 'Dag <<FirstName>>, tot morgen om 10.00 uur.';
        const [before] = templates.filter(({ code, language }) => code === 'INTERVIEW' && language === 'nl');
        if (!before) return;
        const theirs = { ...before, text: 'Dag <<FirstName>>, je gesprek is verplaatst naar 11.00 uur.' };
        await world.adapter.part('templateEditing')?.save(theirs, { replaces: before });
        await editor.save();
      },
    }),
};

/** Asks before a text is deleted for everybody. */
export const AsksBeforeDeleting: StoryObj = {
  tags: ['!autodocs'],
  render: () => shelf(interview, { ...withTemplates, ...once((root) => button(root, 'Delete text')?.click()) }),
};

/** A new template that was saved too early. */
export const New: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    shelf(html`<template-editor></template-editor>`, {
      ...withTemplates,
      ...once((root, editor) => {
        button(root, 'New template')?.click();
        void editor.updateComplete.then(() => editor.save());
      }),
    }),
};

/** What a file would change, and the rows that cannot be taken over. */
export const Import: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    shelf(html`<template-editor></template-editor>`, {
      ...withTemplates,
      ...once((root) => {
        const input = root.querySelector<HTMLInputElement>('input[type=file]');
        if (!input) return;
        const rows = [
          { code: 'INTERVIEW', language: 'nl', isDefault: true, text: 'Dag <<FirstName>>, tot morgen.' },
          { code: 'INTERVIEW', language: 'fr', isDefault: false, text: 'Bonjour <<FirstName>>, à demain.' },
          { code: 'INTERVIEW', language: 'Frans', isDefault: false, text: 'Bonjour' },
          { code: 'HOURS', language: 'de', isDefault: false },
        ];
        const text = JSON.stringify({ format: 'conversation-templates', version: 1, templates: rows });
        const chosen = new DataTransfer();
        chosen.items.add(new File([text], 'templates.json'));
        input.files = chosen.files;
        input.dispatchEvent(new Event('change'));
      }),
    }),
};

/** In which form the templates leave. */
export const Export: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    shelf(html`<template-editor></template-editor>`, {
      ...withTemplates,
      ...once((root) => {
        button(root, 'Export')?.click();
        requestAnimationFrame(() => root.querySelectorAll<HTMLElement>('input[type=radio]')[1]?.click());
      }),
    }),
};

/** Nothing is chosen yet. */
export const NothingChosen: StoryObj = { render: () => shelf(html`<template-editor></template-editor>`) };

/** As narrow as a fact box: the list, then the text. */
export const Narrow: StoryObj = { render: () => shelf(interview, withTemplates, '20rem') };

/** The list as narrow as a fact box. */
export const NarrowList: StoryObj = {
  render: () => shelf(html`<template-editor></template-editor>`, withTemplates, '20rem'),
};

/** The backend lets templates be read, not changed. */
export const ReadOnly: StoryObj = {
  render: () => shelf(interview, { ...withTemplates, adapt: withoutPart('templateEditing') }),
};

/** No template yet. */
export const Empty: StoryObj = {
  render: () =>
    shelf(html`<template-editor></template-editor>`, { data: { ...seedOf(morning), templates: [], invitation: null } }),
};

/** Rows in outline while the templates load. */
export const Loading: StoryObj = {
  render: () =>
    shelf(html`<template-editor></template-editor>`, {
      ...withTemplates,
      prepare: ({ adapter }) =>
        adapter.faults.every({ kind: 'silence', commit: 'before' }, 'listConversationTemplates'),
    }),
};

/** The templates did not come. */
export const LoadFailed: StoryObj = {
  render: () =>
    shelf(html`<template-editor></template-editor>`, {
      ...withTemplates,
      prepare: ({ adapter }) =>
        adapter.faults.every(
          { kind: 'error', error: new AdapterError('unavailable', 'story') },
          'listConversationTemplates',
        ),
    }),
};
