import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { ConformanceReport } from '../../src/testing/conformance/conformance.ts';
import { adapterConformance, formatReport, runConformance } from '../../src/testing/conformance/conformance.ts';
import type { ConformanceSubject } from '../../src/testing/conformance/subject.ts';
import { composerLies } from './composer-lies.ts';
import { fileLies } from './file-lies.ts';
import { inboxLies } from './inbox-lies.ts';
import type { Lie } from './lying.ts';
import { lyingSubject } from './lying.ts';
import { presenceLies } from './presence-lies.ts';
import { readingLies } from './reading-lies.ts';
import { revisionLies } from './revision-lies.ts';
import { searchLies } from './search-lies.ts';
import { scheduleLies } from './schedule-lies.ts';
import { streamLies } from './stream-lies.ts';
import { memorySubject, resettingSubject, restartingSubject } from './subjects.ts';
import { writingLies } from './writing-lies.ts';

const seed = 4711;
/** As many random runs may miss a lie before one must come across it. */
const mostRuns = 6;

/** Lies that a random run must come across. */
const modelLies = {
  MC1: {
    'loses a message of a page': readingLies.LM2!['loses one between two pages']!,
    'does not mark read': writingLies.UP6!['does not mark read']!,
    'forgets client ids': writingLies.SE3!['forgets client ids']!,
    'does not look at ifVersion': writingLies.UP8!['does not look at ifVersion']!,
    'marks the last one unread only': writingLies.UP13!['marks the last one only']!,
    'forgets what an answer names': writingLies.SE12![Object.keys(writingLies.SE12!)[0]!]!,
    'never lets what was put off leave': scheduleLies.PL1!['never lets it leave']!,
    'only says that it was taken back': scheduleLies.PL3!['only says that it was taken back']!,
    'keeps the first time of what is moved': scheduleLies.PL2!['keeps the first time']!,
    'does not bring messages': streamLies.ST1!['loses messages']!,
    'does not resume': streamLies.ST5!['starts at now instead of resuming']!,
  },
} satisfies Record<string, Record<string, Lie>>;

const lies: Readonly<Record<string, Readonly<Record<string, Lie>>>> = {
  ...readingLies,
  ...writingLies,
  ...streamLies,
  ...inboxLies,
  ...composerLies,
  ...fileLies,
  ...presenceLies,
  ...searchLies,
  ...revisionLies,
  ...scheduleLies,
  ...modelLies,
};

/** Subjects for checks that the plain memory adapter is not asked for. */
function honestSubject(id: string): ConformanceSubject {
  if (id.startsWith('DU')) return restartingSubject();
  return id === 'ST6' ? resettingSubject() : memorySubject();
}

/** A lie is not waited for; an honest adapter on a busy machine is. */
const one = (
  id: string,
  subject: () => ConformanceSubject,
  { patienceMs = 40, run = 0 } = {},
): Promise<ConformanceReport> =>
  runConformance(subject, { seed: seed + run, only: [id], patienceMs, quietMs: 1, timeoutMs: 5000 });

/** The report that caught a lie, else the last one. Only a check that does random things is given more than one run. */
async function caught(id: string, lie: Lie): Promise<ConformanceReport> {
  const runs = id === 'MC1' ? mostRuns : 1;
  let report = await one(id, () => lyingSubject(honestSubject(id), lie));
  for (let run = 1; run < runs && report.failed.length === 0; run += 1)
    report = await one(id, () => lyingSubject(honestSubject(id), lie), { run });
  return report;
}

describe('the conformance kit', () => {
  it('has a lie for each check, and no lie for a check that is gone', () => {
    const checks = adapterConformance(memorySubject).map(({ id }) => id);
    assert.deepEqual(Object.keys(lies).sort(), [...checks].sort());
    assert.equal(new Set(checks).size, checks.length);
  });

  for (const id of ['ST6', 'DU1', 'DU2', 'DU3']) {
    it(`[${id}] believes an honest adapter`, async () => {
      const report = await one(id, () => honestSubject(id), { patienceMs: 4000 });
      assert.equal(report.passed.length, 1, formatReport(report));
    });
  }

  for (const [id, told] of Object.entries(lies)) {
    for (const [title, lie] of Object.entries(told)) {
      it(`[${id}] catches an adapter that ${title}`, async () => {
        const report = await caught(id, lie);
        assert.equal(report.failed.length, 1, formatReport(report));
      });
    }
  }
});
