// node tools/build.mjs [--modules]
// Builds everything that is published: modules, types, script-tag bundles, manifest. Stops at the first failure.
// With --modules only dist/esm/**.js, unchecked: what the benchmark measures, in a tenth of the time.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

function run(command, ...args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

const onlyModules = process.argv.includes('--modules');
for (const folder of ['build', onlyModules ? 'dist/esm' : 'dist']) rmSync(folder, { recursive: true, force: true });
if (onlyModules) {
  run('tsc', '-p', 'tsconfig.build.json', '--declaration', 'false', '--declarationMap', 'false', '--noCheck');
  run('rollup', '--config', '--configModules', '--silent');
  process.exit();
}
run('tsc', '-p', 'tsconfig.build.json', '--declaration', 'false', '--declarationMap', 'false');
run('tsc', '-p', 'tsconfig.build.json', '--emitDeclarationOnly', '--outDir', 'dist/esm');
run('rollup', '--config', '--silent');
run('cem', 'analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet');
