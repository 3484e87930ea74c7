import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { readdirSync } from 'node:fs';
import { lazyInside } from './tools/lazy-inside-plugin.mjs';
import { minifyLiterals } from './tools/minify-literals-plugin.mjs';

/** Every module of the build is an entry, so that the npm package has one file per source file. */
const modules = Object.fromEntries(
  readdirSync('build', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => [path.slice(0, -3), `build/${path}`]),
);

const terserOf = (module, arrows) =>
  terser({
    ecma: 2022,
    module,
    toplevel: module,
    compress: { passes: 2, unsafe_arrows: arrows },
    mangle: true,
    format: { comments: false },
  });
/** Arrows cannot be constructed: packages of before classes, which PDFKit brings, keep their functions. */
const minify = (module = true) => {
  const [ours, theirs] = [terserOf(module, true), terserOf(module, false)];
  const hasOld = ({ moduleIds }) => moduleIds.some((id) => /[\\/](?:pdfkit|fontkit)[\\/]|\0lazy:/.test(id));
  return {
    name: 'minify',
    renderChunk(code, chunk, ...rest) {
      return (hasOld(chunk) ? theirs : ours).renderChunk.call(this, code, chunk, ...rest);
    },
  };
};
/** With the packages: those that write PDF bring some of CommonJS. */
const packages = () => [
  nodeResolve({ browser: true, ignoreSideEffectsForRoot: true, exportConditions: ['production', 'browser'] }),
  commonjs({ include: /node_modules/ }),
  {
    // PDFKit makes the address of a colour profile, which we never ask for, as it loads: from a blob that would throw.
    name: 'no-colour-profile',
    resolveImportMeta: (property, { moduleId }) =>
      property === 'url' && /[\\/]pdfkit[\\/]/.test(moduleId) ? "'https://pdfkit.invalid/'" : null,
  },
];
const onwarn = (warning) => {
  if (warning.code === 'EMPTY_BUNDLE') return; // a module of types only
  if (warning.code === 'CIRCULAR_DEPENDENCY' && warning.ids?.every((id) => id.includes('node_modules'))) return;
  throw new Error(warning.message);
};

/** A file that only imports others, so that one bundle can hold several elements. */
const together = (files) => ({
  name: 'together',
  resolveId: (id) => (id === 'together' ? id : null),
  load: (id) => (id === 'together' ? files.map((file) => `import '${process.cwd()}/build/${file}';`).join('\n') : null),
});

/**
 * Self-contained files for script tags. `conversation-elements` is all; the others are one place on a page, each with the
 * provider that gives it a session.
 */
const provider = 'elements/conversation-provider/define.js';
const bundles = {
  'conversation-elements': ['define.js'],
  'conversation-view': [provider, 'elements/conversation-view/define.js'],
  'my-conversations': [provider, 'elements/my-conversations/define.js'],
  'channel-composer': ['elements/channel-composer/define.js'],
  'conversation-cues': ['elements/conversation-cues/define.js'],
  'conversation-monitor': ['elements/conversation-monitor/define.js'],
  'phone-number-field': ['elements/phone-number-field/define.js'],
};

/**
 * What package.json says of our modules: only those that register elements do something by being imported. Without this
 * rollup leaves bare imports behind where all it needed was a constant, and users' bundlers warn about each of them.
 */
const treeshake = {
  moduleSideEffects: (id) => !/[\\/]build[\\/]/.test(id) || /[\\/](?:define|iife)\.js$/.test(id),
};

/** 1. npm: one module per source module, dependencies left to the user's bundler. */
const npm = {
  input: modules,
  external: (id) => !/^[./]|^build/.test(id),
  plugins: [minifyLiterals()],
  treeshake,
  onwarn,
  output: { dir: 'dist/esm', format: 'es', preserveModules: true, preserveModulesRoot: 'build', sourcemap: true },
};

const scripts = [
  ...Object.entries(bundles).map(([name, files]) => ({
    // 2. script tags: everything in, what is not needed at first paint in chunks
    input: { [name]: 'together' },
    plugins: [together(files), minifyLiterals(), ...packages()],
    treeshake,
    onwarn,
    output: {
      dir: `dist/cdn/${name}`,
      format: 'es',
      sourcemap: true,
      entryFileNames: '[name].min.js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      plugins: [minify()],
    },
  })),
  {
    // 3. one classic script, for hosts that cannot load modules (Business Central control add-ins, Odoo)
    input: 'build/iife.js',
    plugins: [lazyInside('/documents/pdf-file.js', ['notDrawable', 'pdfOf']), minifyLiterals(), ...packages()],
    treeshake,
    onwarn,
    output: {
      file: 'dist/iife/conversation-elements.iife.js',
      format: 'iife',
      name: 'ConversationElements',
      sourcemap: true,
      inlineDynamicImports: true,
      plugins: [minify(false)],
    },
  },
];

/** 4. what connects a page of script tags to its backend: the adapters without elements */
const adapters = {
  input: { adapters: 'adapters' },
  plugins: [
    {
      name: 'adapters',
      resolveId: (id) => (id === 'adapters' ? id : null),
      load: (id) => (id === 'adapters' ? adapterExports : null),
    },
    ...packages(),
  ],
  treeshake,
  onwarn,
  output: {
    dir: 'dist/cdn/adapters',
    format: 'es',
    sourcemap: true,
    entryFileNames: '[name].min.js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    plugins: [minify()],
  },
};
const adapterExports = Object.entries({
  defineAdapter: 'adapters/define-adapter/index.js',
  createHttpAdapter: 'adapters/http/index.js',
  createLocalAdapter: 'adapters/local/index.js',
  createMemoryAdapter: 'adapters/memory/index.js',
  AdapterError: 'ports/adapter-error.js',
})
  .map(([name, file]) => `export { ${name} } from '${process.cwd()}/build/${file}';`)
  .join('\n');

/** `rollup --config --configModules` builds the modules alone. */
export default ({ configModules = false } = {}) => (configModules ? [npm] : [npm, ...scripts, adapters]);
