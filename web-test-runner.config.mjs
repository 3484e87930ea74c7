import { readdirSync, readFileSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromiumArgs, chromiumPath } from './tools/browsers.mjs';
import { bundledPackages } from './tools/bundled-packages.mjs';
import { countingReporter } from './tools/counting-reporter.mjs';
import { gatewayForTests } from './tools/gateway-for-tests.mjs';

const launchOptions = { executablePath: await chromiumPath(), headless: true, args: chromiumArgs };

/** Lets a test import every file of stories/, whatever they are called; with `STORIES=composer` only those so named. */
const allStories = {
  name: 'all-stories',
  serve(context) {
    if (context.path !== '/virtual/stories.js') return undefined;
    const files = readdirSync(`${import.meta.dirname}/stories`).filter(
      (name) => name.endsWith('.stories.ts') && name.includes(process.env.STORIES ?? ''),
    );
    const imports = files.map((file, index) => `import * as m${index} from '/stories/${file}';`).join('\n');
    return {
      body: `${imports}\nexport const areAll = ${!process.env.STORIES};\nexport const modules = [${files.map((_, index) => `m${index}`).join(', ')}];`,
      type: 'js',
    };
  },
};

/** Stories import the manifest (`npm run manifest`) as Storybook's bundler serves it: as a module. */
const manifestModule = {
  name: 'manifest-module',
  serve({ path }) {
    if (path !== '/custom-elements.json') return undefined;
    return { body: `export default ${readFileSync(`${import.meta.dirname}${path}`, 'utf8')}`, type: 'js' };
  },
};

/** Lets a test ask for the colours of a contrast theme, which `emulateMedia` does not know. */
const forcedColors = {
  name: 'forced-colors',
  async executeCommand({ command, payload, session }) {
    if (command !== 'forced-colors') return undefined;
    await session.browser.getPage(session.id).emulateMediaFeatures([{ name: 'forced-colors', value: payload }]);
    return true;
  },
};

export default {
  rootDir: import.meta.dirname,
  files: ['test/**/*.browser.ts'],
  nodeResolve: { browser: true, exportConditions: ['browser', 'production'] },
  // A sandboxed frame, such as Business Central's, has an origin of its own: it loads modules only with this.
  middleware: [
    (context, next) => {
      context.set('Access-Control-Allow-Origin', '*');
      return next();
    },
  ],
  plugins: [
    allStories,
    manifestModule,
    forcedColors,
    bundledPackages(),
    gatewayForTests(),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${import.meta.dirname}/tsconfig.base.json` }),
  ],
  browsers: [
    chromeLauncher({
      launchOptions,
      // A context of its own per file: no shared storage, and no hidden tab that starves of animation frames.
      createPage: ({ browser }) => browser.createBrowserContext().then((context) => context.newPage()),
    }),
  ],
  concurrency: 2,
  testFramework: { config: { timeout: 10_000 } },
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  reporters: [defaultReporter({ reportTestProgress: false }), countingReporter()],
};
