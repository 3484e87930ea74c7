import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromiumArgs, chromiumPath } from './tools/browsers.mjs';
import { countingReporter } from './tools/counting-reporter.mjs';

const launchOptions = { executablePath: await chromiumPath(), headless: true, args: chromiumArgs };

export default {
  rootDir: import.meta.dirname,
  files: ['test/**/*.browser.ts'],
  nodeResolve: { browser: true, exportConditions: ['browser', 'production'] },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${import.meta.dirname}/tsconfig.base.json` })],
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
  testsFinishTimeout: 180_000,
  reporters: [defaultReporter({ reportTestProgress: false }), countingReporter()],
};
