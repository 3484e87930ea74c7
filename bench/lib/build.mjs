import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import * as esbuild from 'esbuild';
import { rollup } from 'rollup';
import { deflateSync, gzipSync, brotliCompressSync, constants, crc32 as zcrc } from 'node:zlib';
import { mkdirSync, writeFileSync, readFileSync, readdirSync, rmSync, existsSync, statSync, cpSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './subjects.mjs';
// four deterministic 160x120 PNGs as data URIs
function crc32(buf) {
  let c,
    crc = ~0;
  for (let n = 0; n < buf.length; n++) {
    c = (crc ^ buf[n]) & 255;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    crc = (crc >>> 8) ^ c;
  }
  return ~crc >>> 0;
}
function png(seed) {
  const w = 160,
    h = 120,
    raw = Buffer.alloc((w * 3 + 1) * h);
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const o = y * (w * 3 + 1) + 1 + x * 3;
      raw[o] = ((x >> 4) * 16 + seed * 60) & 255;
      raw[o + 1] = ((y >> 4) * 24 + seed * 90) & 255;
      raw[o + 2] = (((x >> 5) ^ (y >> 5)) * 40 + seed * 30) & 255;
    }
  const chunk = (t, d) => {
    const l = Buffer.alloc(4);
    l.writeUInt32BE(d.length);
    const td = Buffer.concat([Buffer.from(t), d]);
    const c = Buffer.alloc(4);
    c.writeUInt32BE(crc32(td));
    return Buffer.concat([l, td, c]);
  };
  const ihdr = Buffer.alloc(13);
  ihdr.writeUInt32BE(w, 0);
  ihdr.writeUInt32BE(h, 4);
  ihdr[8] = 8;
  ihdr[9] = 2;
  return (
    'data:image/png;base64,' +
    Buffer.concat([
      Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
      chunk('IHDR', ihdr),
      chunk('IDAT', deflateSync(raw, { level: 9 })),
      chunk('IEND', Buffer.alloc(0)),
    ]).toString('base64')
  );
}
const IMAGES = [0, 1, 2, 3].map(png);

const common = {
  bundle: true,
  minify: true,
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
  jsx: 'automatic',
  absWorkingDir: ROOT,
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  loader: {
    '.svg': 'dataurl',
    '.woff2': 'file',
    '.woff': 'file',
    '.ttf': 'file',
    '.eot': 'file',
    '.png': 'file',
    '.gif': 'file',
  },
};
export async function buildHarness() {
  mkdirSync(path.join(ROOT, 'dist'), { recursive: true });
  mkdirSync(path.join(ROOT, 'dist/img'), { recursive: true });
  IMAGES.forEach((d, i) => writeFileSync(path.join(ROOT, `dist/img/${i}.png`), Buffer.from(d.split(',')[1], 'base64')));
  await esbuild.build({
    ...common,
    entryPoints: ['lib/harness.js'],
    outfile: 'dist/harness.js',
    format: 'iife',
    define: { ...common.define, __IMAGES__: JSON.stringify(IMAGES) },
  });
}
/** A subject may have a fixture beside it, such as a backend: bundled apart, so that its bytes do not count. */
export const fixtureOf = (s) =>
  existsSync(path.join(ROOT, 'dist', `${s.name}-fixture`)) ? `/${s.name}-fixture/app.js` : null;
async function buildFixture(s) {
  const out = path.join(ROOT, 'dist', `${s.name}-fixture`);
  const entry = s.entry?.replace(/\.jsx?$/, '.fixture.js');
  rmSync(out, { recursive: true, force: true });
  if (!entry || !existsSync(path.resolve(ROOT, entry))) return;
  await bundle(s, { entry, out });
}
export async function buildSubject(s) {
  await buildFixture(s);
  const out = path.join(ROOT, 'dist', s.name);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  if (s.dir) {
    cpSync(s.dir, out, { recursive: true });
  } else if (s.lazy || (s.external && !s.entry.endsWith('x'))) await bundleLikeVite(s.entry, out);
  else await bundle(s, { entry: s.entry, out });
  return sizes(s.name);
}
const bundle = (s, { entry, out }) =>
  esbuild.build({
    ...common,
    entryPoints: { app: entry },
    outdir: out,
    format: 'esm',
    splitting: true,
    chunkNames: 'chunk-[hash]',
    define: { ...common.define, ...(s.define || {}) },
    nodePaths: [path.join(ROOT, 'node_modules')],
  });
/**
 * A module with lazy chunks as applications bundle it (Rollup, minified by esbuild): what the page has loaded already is not
 * cut in files of its own, as esbuild does for every set of chunks that share a module. Peers that ask for one file only are
 * bundled by esbuild, which gives the same.
 */
async function bundleLikeVite(entry, dir) {
  const made = await rollup({
    input: { app: path.resolve(ROOT, entry) },
    preserveEntrySignatures: 'allow-extension',
    plugins: [
      nodeResolve({ browser: true, exportConditions: ['production', 'browser'] }),
      commonjs({ include: /node_modules/ }),
      {
        name: 'minify',
        renderChunk: (code) =>
          esbuild.transform(code, {
            ...{ minify: true, format: 'esm', target: common.target, legalComments: 'none', define: common.define },
          }),
      },
    ],
    onwarn: ({ code, message }) => {
      if (code !== 'CIRCULAR_DEPENDENCY') throw new Error(message);
    },
  });
  await made.write({ dir, entryFileNames: '[name].js', chunkFileNames: 'chunk-[hash].js' });
  await made.close();
}
const size = (b) => ({
  raw: b.length,
  gzip: gzipSync(b, { level: 9 }).length,
  brotli: brotliCompressSync(b, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
});
const memo = new Map();
export function fileSize(f) {
  const k = f + statSync(f).mtimeMs;
  if (!memo.has(k)) memo.set(k, size(readFileSync(f)));
  return memo.get(k);
}
export function sizes(name) {
  const dir = path.join(ROOT, 'dist', name);
  const o = {};
  for (const f of readdirSync(dir)) if (/\.(js|mjs|css)$/.test(f)) o[f] = fileSize(path.join(dir, f));
  return o;
}
