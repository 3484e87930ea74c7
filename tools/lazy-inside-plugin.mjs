import { build } from 'esbuild';

const prefix = '\0lazy:';

/**
 * For the classic script, which has everything inside: a module that is imported on demand is put in as a function, so that
 * it and its packages run when they are first needed and not as the page loads.
 */
export function lazyInside(ending, names) {
  return {
    name: 'lazy-inside',
    async resolveDynamicImport(specifier, importer) {
      if (typeof specifier !== 'string' || !specifier.endsWith(ending)) return null;
      const found = await this.resolve(specifier, importer);
      return found && { id: `${prefix}${found.id}` };
    },
    async load(id) {
      if (!id.startsWith(prefix)) return null;
      const { outputFiles } = await build({
        entryPoints: [id.slice(prefix.length)],
        bundle: true,
        write: false,
        minify: true,
        format: 'iife',
        globalName: 'made',
        platform: 'browser',
        target: 'es2022',
        conditions: ['production', 'browser'],
        define: { 'import.meta.url': '"https://pdfkit.invalid/"' },
        logLevel: 'error',
      });
      const functions = names.map((name) => `export const ${name} = (...values) => loaded().${name}(...values);`);
      return `let module;
const make = () => {
${outputFiles[0].text}
return made;
};
const loaded = () => (module ??= make());
${functions.join('\n')}`;
    },
  };
}
