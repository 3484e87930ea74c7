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
    readonly attribute?: string;
    readonly type?: { readonly text: string };
  }[];
  readonly events?: readonly {
    readonly name?: string;
    readonly description?: string;
    readonly type?: { readonly text: string };
  }[];
  readonly slots?: readonly { readonly name: string; readonly description?: string }[];
  readonly cssParts?: readonly { readonly name: string; readonly description?: string }[];
  readonly cssProperties?: readonly { readonly name: string; readonly description?: string }[];
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
        ...(element.cssProperties ?? []),
        ...(element.events ?? []),
      ];
      for (const item of described)
        assert.ok(item.description, `${String(element.tagName)}: ${String(item.name)} has no description`);
    }
  });

  it('writes out the words that an attribute takes, and what an event carries', () => {
    const attributes = elements.flatMap(({ members }) => (members ?? []).filter(({ attribute }) => attribute));
    const typeOf = (name: string): string | undefined => attributes.find((one) => one.attribute === name)?.type?.text;
    assert.equal(typeOf('sort'), "'oldest' | 'newest' | 'shortest-wait' | 'longest-wait'");
    assert.equal(typeOf('cue'), "'unassigned' | 'unmatched' | 'without-branch' | 'too-late' | 'unread' | null");
    const plain = /^(?:(?:string|boolean|number|null|'[a-z0-9-]+')(?: \| )?)+$/;
    assert.deepEqual(
      attributes
        .map(({ name, type }) => `${name}: ${String(type?.text)}`)
        .filter((one) => !plain.test(one.split(': ')[1] ?? '')),
      [],
    );
    const events = elements.flatMap((element) => element.events ?? []);
    assert.deepEqual(
      events.filter(({ type }) => !type?.text.startsWith('CustomEvent<')).map(({ name }) => name),
      [],
    );
  });

  it('leaves out no event, slot or part that the source of an element has', () => {
    for (const { tagName = '', events, slots, cssParts } of elements) {
      const source = sourceOf(join(root, 'src/elements', tagName));
      const described = {
        events: names(events),
        slots: names(slots),
        parts: names(cssParts),
      };
      assert.deepEqual(
        {
          events: found(source, /\bemit\(\s*[^,]+,\s*'([a-z-]+)'/g).filter((name) => !described.events.has(name)),
          slots: found(source, /<slot[^>]*?\bname="([a-z-]+)"/g).filter((name) => !described.slots.has(name)),
          parts: found(source, /\bpart(?:="|: '(?=[a-z-]+',))([a-z- ]+)["' ]/g).filter(
            (name) => !described.parts.has(name),
          ),
        },
        { events: [], slots: [], parts: [] },
        `${tagName} has what its documentation does not name`,
      );
    }
  });

  it('describes no slot or part that no source has', () => {
    const source = sourceOf(join(root, 'src/elements'));
    for (const { tagName, slots, cssParts } of elements)
      for (const name of [...names(slots), ...names(cssParts)].filter((name) => name !== ''))
        assert.match(source, new RegExp(`['" ]${name}['" ]`), `${String(tagName)} has no ${name}`);
  });

  it('stands beside a table of every token in docs/theming.md', () => {
    const theming = readFileSync(join(root, 'docs/theming.md'), 'utf8');
    const tokens = new Set(found(sourceOf(join(root, 'src')), /(--ce-[a-z0-9-]+)/g));
    const explained = elements.flatMap(({ cssProperties }) => [...names(cssProperties)]);
    // Distances are a row of the table from the first to the last.
    const between = /^--ce-space-[2-5]$/;
    assert.deepEqual(
      [...tokens, ...explained].filter((name) => !between.test(name) && !theming.includes(`\`${name}\``)),
      [],
    );
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

/** The program text of a folder, without comments. */
function sourceOf(folder: string): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8').replaceAll(/\/\*[^]*?\*\//g, ''))
    .join('\n');
}

function found(source: string, pattern: RegExp): string[] {
  const names = [...source.matchAll(pattern)].flatMap((match) => (match[1] ?? '').split(' '));
  return [...new Set(names)].filter((name) => name !== '');
}

function names(items: readonly { readonly name?: string }[] | undefined): Set<string> {
  return new Set((items ?? []).flatMap(({ name }) => name ?? []));
}

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
