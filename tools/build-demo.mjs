// Bundles the ERP demo of examples/erp straight from the sources into .cache/demo.
import { build } from 'esbuild';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @returns the folder to serve */
export async function buildDemo() {
  const folder = join(root, '.cache', 'demo');
  const source = join(root, 'examples', 'erp');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: { erp: join(source, 'main.ts'), phone: join(source, 'phone', 'main.ts') },
    outdir: join(folder, 'assets'),
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    sourcemap: true,
    minify: true,
    conditions: ['production', 'browser'],
    tsconfig: join(root, 'tsconfig.json'),
    logLevel: 'warning',
  });
  for (const page of ['', 'monitor', 'conversion'])
    cpSync(join(source, 'index.html'), join(folder, page, 'index.html'));
  cpSync(join(source, 'icon.svg'), join(folder, 'assets', 'icon.svg'));
  cpSync(join(source, 'erp.css'), join(folder, 'assets', 'erp.css'));
  cpSync(join(source, 'phone', 'index.html'), join(folder, 'phone', 'index.html'));
  cpSync(join(source, 'phone', 'phone.css'), join(folder, 'assets', 'phone.css'));
  return folder;
}
