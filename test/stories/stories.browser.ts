import { expect } from '@open-wc/testing';
import { render, type TemplateResult } from 'lit';
import type { AxeResults, RunOptions } from 'axe-core';
// No module: it leaves itself on the window.
import 'axe-core/axe.js';
// Served by the plugin in web-test-runner.config.mjs: every file in stories/.
// @ts-expect-error -- a virtual module has no types
import { areAll, modules } from '/virtual/stories.js';

const { axe } = globalThis as unknown as {
  readonly axe: { run(element: Element, options: RunOptions): Promise<AxeResults> };
};

interface Story {
  readonly render?: (args: Record<string, unknown>) => TemplateResult;
  readonly args?: Record<string, unknown>;
  /** For axe rules that a story breaks on purpose; each needs a reason beside it. */
  readonly parameters?: { readonly a11y?: { readonly disable?: readonly string[] } };
}
type StoryModule = Readonly<Record<string, Story>> & { readonly default: Story & { readonly title: string } };

const schemes = ['light', 'dark'] as const;

/** Lets elements load, render and settle: ends when nothing on the page is busy any more, or after 2 s of frames. */
async function settled(host: HTMLElement): Promise<void> {
  const busy = (root: ParentNode): boolean =>
    [...root.querySelectorAll('*')].some(
      (element) =>
        element.getAttribute('aria-busy') === 'true' || (element.shadowRoot !== null && busy(element.shadowRoot)),
    );
  for (let frame = 0; frame < 120; frame++) {
    await new Promise(requestAnimationFrame);
    if (frame > 6 && !busy(host)) return;
  }
}

const stories = (modules as StoryModule[]).flatMap((module) =>
  Object.entries(module)
    .filter(([name, story]) => name !== 'default' && typeof story === 'object')
    .map(([name, story]) => ({ title: `${module.default.title} · ${name}`, story, meta: module.default })),
);

describe('stories', () => {
  it('are found', () => {
    expect(stories.length).to.be.greaterThan(areAll ? 20 : 0);
  });

  for (const { title, story, meta } of stories) {
    for (const scheme of schemes) {
      it(`${title} is accessible in ${scheme}`, async () => {
        const host = document.createElement('main');
        document.body.append(host);
        document.documentElement.lang = 'en';
        document.documentElement.style.colorScheme = scheme;
        document.body.style.background = 'Canvas';
        try {
          const template = (story.render ?? meta.render)?.({ ...meta.args, ...story.args });
          expect(template, 'a story renders something').to.exist;
          render(template, host);
          await settled(host);
          const disabled = Object.fromEntries(
            (story.parameters?.a11y?.disable ?? []).map((rule) => [rule, { enabled: false }]),
          );
          const { violations } = await axe.run(host, {
            rules: { 'page-has-heading-one': { enabled: false }, 'landmark-one-main': { enabled: false }, ...disabled },
            resultTypes: ['violations'],
          });
          expect(
            violations.map(
              ({ id, nodes }) =>
                `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`).join(' | ')}`,
            ),
          ).to.deep.equal([]);
        } finally {
          render(null, host);
          host.remove();
        }
      });
    }
  }
});
