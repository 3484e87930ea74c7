import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';

const root = join(import.meta.dirname, '../..');

interface Declaration {
  readonly kind: string;
  readonly name: string;
  readonly tagName?: string;
  readonly customElement?: boolean;
  readonly description?: string;
  readonly members?: readonly {
    readonly kind: string;
    readonly name: string;
    readonly description?: string;
    readonly privacy?: string;
  }[];
  readonly events?: readonly { readonly name?: string; readonly description?: string }[];
  readonly slots?: readonly { readonly name: string; readonly description?: string }[];
  readonly cssParts?: readonly { readonly name: string; readonly description?: string }[];
}

let elements: Declaration[] = [];

const tags = readdirSync(join(root, 'src/elements'), { withFileTypes: true })
  // What several elements share stands in folders of its own, which define nothing.
  .filter((entry) => existsSync(join(root, 'src/elements', entry.name, 'define.ts')))
  .map((entry) => entry.name);

/** Event names of the one typed map. */
const mapped = [
  ...readFileSync(join(root, 'src/elements/events.ts'), 'utf8').matchAll(/^ {2}'([a-z-]+)': CustomEvent/gm),
].map((match) => match[1]);

describe('the custom elements manifest', () => {
  before(() => {
    const { status, stderr } = spawnSync('npm', ['run', '--silent', 'manifest'], { cwd: root, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    const manifest = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8')) as {
      modules: readonly { readonly declarations?: readonly Declaration[] }[];
    };
    elements = manifest.modules
      .flatMap((module) => module.declarations ?? [])
      .filter((declaration) => declaration.customElement === true);
  });

  it('describes each element folder', () => {
    assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), [...tags].sort());
  });

  it('says what each element, property, event, slot and part is for', () => {
    for (const element of elements) {
      assert.ok(element.description, `${element.name} has no description`);
      const described = [
        ...(element.members ?? [])
          .filter(({ kind }) => kind === 'field' || kind === 'method')
          .filter(({ name }) => !lifecycle.has(name)),
        ...(element.slots ?? []),
        ...(element.cssParts ?? []),
        ...(element.events ?? []),
      ];
      for (const item of described)
        assert.ok(item.description, `${String(element.tagName)}: ${String(item.name)} has no description`);
    }
  });

  it('names only events of the event map, and every one of them', () => {
    const fired = new Set(elements.flatMap(({ events }) => (events ?? []).map(({ name }) => name)));
    assert.deepEqual(
      [...fired].filter((name) => name !== undefined && !mapped.includes(name)),
      [],
    );
    assert.deepEqual(
      mapped.filter((name) => !fired.has(name)),
      [],
    );
  });
});

/** What lit and the platform call; their meaning is not ours to document. */
const lifecycle = new Set([
  'connectedCallback',
  'disconnectedCallback',
  'adoptedCallback',
  'attributeChangedCallback',
  'formResetCallback',
  'formDisabledCallback',
  'formAssociatedCallback',
  'formStateRestoreCallback',
  'createRenderRoot',
  'willUpdate',
  'updated',
  'firstUpdated',
  'update',
  'render',
  'shouldUpdate',
]);
