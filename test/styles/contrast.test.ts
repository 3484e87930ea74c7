import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { transform } from 'lightningcss';

const root = join(import.meta.dirname, '../..');
const defaults = readFileSync(join(root, 'src/styles/tokens.ts'), 'utf8');
const themes = readdirSync(join(root, 'themes')).map((file) => ({
  name: `the theme ${file}`,
  source: readFileSync(join(root, 'themes', file), 'utf8'),
}));

/** A semantic token of the defaults or of a theme, light and dark. */
function colourOf(source: string, name: string, scheme: 'light' | 'dark'): string {
  const found = new RegExp(`--ce-${name}[:,] light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(source);
  assert.ok(found, `--ce-${name} has a colour for light and dark`);
  return found[scheme === 'light' ? 1 : 2] ?? '';
}

const channels = (hex: string): number[] => [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16) / 255);

function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: readonly number[], b: readonly number[]): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** `share` of the first colour over the second, as `color-mix` makes the tints. */
const mixed = (over: string, under: string, share: number): number[] =>
  channels(over).map((value, index) => value * share + (channels(under)[index] ?? 0) * (1 - share));

const texts = ['text-strong', 'text', 'text-muted', 'accent', 'positive', 'caution', 'critical'];

const looks = [{ name: 'tokens', source: defaults }, ...themes].flatMap((look) =>
  (['light', 'dark'] as const).map((scheme) => ({ ...look, scheme })),
);

for (const { name: look, source, scheme } of looks) {
  const colour = (name: string, of: 'light' | 'dark'): string => colourOf(source, name, of);
  describe(`${look} in ${scheme}`, () => {
    const surface = colour('surface', scheme);
    const tints = {
      surface: channels(surface),
      'surface-raised': channels(colour('surface-raised', scheme)),
      'surface-sunken': channels(colour('surface-sunken', scheme)),
      'surface-note': channels(colour('surface-note', scheme)),
      'accent tint': mixed(colour('accent', scheme), surface, 0.11),
      'caution tint': mixed(colour('caution', scheme), surface, 0.12),
      'critical tint': mixed(colour('critical', scheme), surface, 0.09),
      hovered: mixed(colour('text', scheme), surface, 0.06),
    };
    for (const [name, background] of Object.entries(tints)) {
      it(`text is legible on ${name}`, () => {
        for (const text of texts) {
          const ratio = contrast(channels(colour(text, scheme)), background);
          assert.ok(ratio >= 4.5, `${text} on ${name}: ${ratio.toFixed(2)}`);
        }
      });
    }

    it('text is legible on the accent, and edges of controls can be seen', () => {
      const [accent, onAccent] = [channels(colour('accent', scheme)), channels(colour('text-on-accent', scheme))];
      assert.ok(contrast(accent, onAccent) >= 4.5);
      for (const background of ['surface', 'surface-raised', 'surface-sunken'])
        assert.ok(
          contrast(channels(colour('border-strong', scheme)), channels(colour(background, scheme))) >= 3,
          background,
        );
    });
  });
}

describe('the themes that ship', () => {
  const set = (source: string): string[] => [...source.matchAll(/(--[a-z-]+): /g)].map((match) => match[1] ?? '');

  it('are the four of the design', () => {
    assert.deepEqual(readdirSync(join(root, 'themes')).sort(), [
      ...['business-central.css', 'neutral.css', 'odoo.css', 'sap-horizon.css'],
    ]);
  });

  it('set semantic tokens that the elements read, and nothing else', () => {
    for (const { name, source } of themes)
      for (const token of set(source)) assert.ok(defaults.includes(`var(${token},`), `${name}: ${token}`);
  });

  it('are complete: one that takes the place of another leaves nothing of it', () => {
    for (const { name, source } of themes) assert.deepEqual(set(source), set(themes[1]?.source ?? ''), name);
  });

  it('begin with a neutral one that writes the defaults out', () => {
    const neutral = readFileSync(join(root, 'themes/neutral.css'), 'utf8');
    for (const [, token = '', value = ''] of neutral.matchAll(/(--[a-z-]+): (.+);/g))
      assert.ok(defaults.includes(`var(${token}, ${value})`), `${token}: ${value}`);
  });

  it('keep their colours in a bundler that rewrites light-dark() for old browsers, as Vite does', () => {
    for (const { name, source } of themes) {
      const { code } = transform({
        filename: name,
        code: Buffer.from(source),
        minify: true,
        targets: { chrome: 111 << 16 },
      });
      const rewritten = code.toString();
      assert.ok(rewritten.includes('--ce-accent:var(--lightningcss-light,'), 'this is what Vite does');
      assert.match(rewritten, /:where\(:root\)\{--lightningcss-light:initial;--lightningcss-dark: ;/, name);
      assert.match(rewritten, /color-scheme:unset\}/, `${name} leaves the page its own scheme`);
    }
  });
});
