import { expect } from '@open-wc/testing';
import { render, type TemplateResult } from 'lit';
// Served by the plugin in web-test-runner.config.mjs: every file in stories/.
// @ts-expect-error -- a virtual module has no types
import { areAll, modules } from '/virtual/stories.js';
import { fixed } from '../../stories/playable.ts';

type Args = Readonly<Record<string, unknown>>;

interface ArgType {
  readonly control: false | { readonly type: string };
  readonly options?: readonly unknown[];
}

/** What Storybook reads of a story, or of all stories of a file. */
interface Annotations {
  readonly title?: string;
  readonly component?: string;
  readonly render?: (args: Args) => TemplateResult;
  readonly args?: Args;
  readonly argTypes?: Readonly<Record<string, ArgType>>;
  readonly parameters?: {
    readonly controls?: { readonly disable?: boolean };
    readonly docs?: { readonly source?: { readonly type?: string } };
  };
}

const stories = (modules as Readonly<Record<string, Annotations>>[]).flatMap((module) =>
  Object.entries(module)
    .filter(([name, story]) => name !== 'default' && typeof story === 'object')
    .map(([name, story]) => {
      const meta = module.default ?? {};
      return {
        title: `${meta.title ?? ''} · ${name}`,
        tag: meta.component ?? '',
        template: story.render ?? meta.render,
        args: { ...meta.args, ...story.args },
        argTypes: { ...meta.argTypes, ...story.argTypes },
        source: { ...fixed.docs.source, ...meta.parameters?.docs?.source, ...story.parameters?.docs?.source },
        isPanelShown: !{ ...fixed.controls, ...meta.parameters?.controls, ...story.parameters?.controls }.disable,
      };
    }),
);
const playable = stories.filter(({ isPanelShown }) => isPanelShown);

/** What somebody who turns the control could choose instead. */
function another(value: unknown, { control, options }: ArgType): unknown {
  if (options) return options.find((option) => option !== value && option !== '' && option !== null);
  if (control && control.type === 'boolean') return value !== true;
  if (control && control.type === 'number') return Number(value) + 7;
  return '7rem';
}

const readOf = (element: HTMLElement, key: string): unknown =>
  key.startsWith('--') ? element.style.getPropertyValue(key) : Reflect.get(element, key);

describe('the controls of stories', () => {
  it('are hidden unless a story says otherwise', async () => {
    const preview = await (await fetch('/.storybook/preview.ts')).text();
    expect(/ parameters: \{\s*\.\.\.fixed,/.test(preview), 'the preview hides them').to.equal(true);
    expect(fixed.controls.disable).to.equal(true);
  });

  it('are of stories whose code is read; the others are made once, as two hands would press one button', () => {
    const twice = stories.filter(({ source }) => source.type !== 'code');
    expect(twice.map(({ title }) => title)).to.deep.equal(playable.map(({ title }) => title));
  });

  it('are shown in one story of each element at least', () => {
    const played = playable.map(({ tag }) => tag);
    // Some files of one element say nothing of its others.
    const tags = new Set(areAll ? stories.map(({ tag }) => tag) : played);
    expect([...tags].filter((tag) => !played.includes(tag))).to.deep.equal([]);
    expect(tags.size).to.be.greaterThan(areAll ? 12 : -1);
  });

  it('are there for each value of a story, and for nothing else', () => {
    for (const { title, args, argTypes } of stories)
      expect(Object.keys(argTypes).sort(), title).to.deep.equal(Object.keys(args).sort());
  });

  it('are hidden where a story has nothing to turn', () => {
    expect(playable.filter(({ args }) => Object.keys(args).length === 0).map(({ title }) => title)).to.deep.equal([]);
  });

  for (const { title, tag, template, args, argTypes } of playable) {
    it(`of ${title} each turn the element`, () => {
      const host = document.createElement('main');
      document.body.append(host);
      try {
        const values = Object.entries(args).map(([key, value]) => [
          key,
          another(value, argTypes[key] ?? { control: false }),
        ]);
        for (const [key, value] of values as [string, unknown][]) {
          render(template?.(args), host);
          const element = host.querySelector<HTMLElement>(tag);
          if (!element) throw new Error(`${title} shows no ${tag}`);
          const before = readOf(element, key);
          render(template?.({ ...args, [key]: value }), host);
          expect(readOf(element, key), `${key} turned`).to.equal(value);
          render(template?.(args), host);
          expect(readOf(element, key), `${key} turned back`).to.equal(before);
        }
      } finally {
        render(null, host);
        host.remove();
      }
    });
  }
});
