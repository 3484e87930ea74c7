import { build } from 'esbuild';

/** Packages that consist of CommonJS somewhere inside, which a browser does not load module by module. */
const packages = ['pdfkit', 'pdfkit/output', 'fontkit'];
const folder = '/virtual/packages/';

/** Serves them to tests as one module each. */
export function bundledPackages() {
  const made = new Map();
  const bundle = async (name) => {
    const { outputFiles } = await build({
      stdin: { contents: `export * from '${name}';`, resolveDir: import.meta.dirname },
      bundle: true,
      write: false,
      minify: true,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      conditions: ['production', 'browser'],
    });
    return outputFiles[0].text;
  };
  return {
    name: 'bundled-packages',
    resolveImport: ({ source }) => (packages.includes(source) ? `${folder}${source}` : undefined),
    async serve({ path }) {
      if (!path.startsWith(folder)) return undefined;
      const name = path.slice(folder.length);
      if (!made.has(name)) made.set(name, bundle(name));
      return { body: await made.get(name), type: 'js' };
    },
  };
}
