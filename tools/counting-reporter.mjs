import { writeFileSync } from 'node:fs';

/** Prints how many browser tests passed and failed, and leaves the numbers where `tools/test.mjs` adds them up. */
export function countingReporter() {
  return {
    onTestRunFinished({ sessions }) {
      let passed = 0;
      let failed = 0;
      const count = (suite) => {
        for (const test of suite.tests) {
          if (test.passed) passed++;
          else failed++; // a skipped test is a failure: none may be left in
        }
        suite.suites.forEach(count);
      };
      for (const session of sessions) {
        if (session.testResults) count(session.testResults);
        if (!session.passed && session.errors.length > 0) failed++;
      }
      console.log(`browser: ${passed} passed, ${failed} failed`);
      if (process.env.TEST_COUNT_FILE) writeFileSync(process.env.TEST_COUNT_FILE, JSON.stringify({ passed, failed }));
    },
  };
}
