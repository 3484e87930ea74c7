import type { BackendSession } from '../../ports/adapter.ts';
import { toAdapterError } from '../../ports/adapter-error.ts';
import { seededRandom } from '../random.ts';
import { Bench } from './bench.ts';
import { bulkChecks } from './bulk-checks.ts';
import type { Check } from './check.ts';
import { SkipCheck } from './check.ts';
import { connectChecks } from './connect-checks.ts';
import { durableChecks } from './durable-checks.ts';
import { ConformanceError } from './expect.ts';
import { fileChecks } from './file-checks.ts';
import { historyChecks } from './history-checks.ts';
import { inboxChecks } from './inbox-checks.ts';
import { listingChecks } from './listing-checks.ts';
import { modelChecks } from './model-check.ts';
import { noteChecks } from './note-checks.ts';
import { presenceChecks } from './presence-checks.ts';
import { quickReplyChecks } from './quick-reply-checks.ts';
import { revisionChecks } from './revision-checks.ts';
import { scheduleChecks } from './schedule-checks.ts';
import { searchChecks } from './search-checks.ts';
import { sendChecks } from './send-checks.ts';
import { streamChecks } from './stream-checks.ts';
import type { ConformanceOptions, ConformanceSubject, Need } from './subject.ts';
import { whyMissing } from './subject.ts';
import { templateChecks } from './template-checks.ts';
import { updateChecks } from './update-checks.ts';

/** Makes a backend and an adapter for it; called anew for each check. */
export type ConformanceSetup = () => ConformanceSubject | Promise<ConformanceSubject>;

/** How a check ended, unless it failed: then its promise rejects. */
export type ConformanceOutcome =
  { readonly result: 'passed' } | { readonly result: 'skipped'; readonly reason: string };

/** One check, ready to run in any test runner: `for (const { id, title, run } of cases) it(`[${id}] ${title}`, run)`. */
export interface ConformanceCase {
  readonly id: string;
  readonly title: string;
  /** What the adapter or the setup must offer; otherwise the check is skipped and says why. */
  readonly needs: readonly Need[];
  /** Resolves if the promise was kept or cannot be checked; rejects with what was broken. */
  readonly run: () => Promise<ConformanceOutcome>;
}

/** What a run of the kit found. */
export interface ConformanceReport {
  /** Name of the adapter. */
  readonly adapter: string;
  /** Whether nothing failed. */
  readonly ok: boolean;
  /** Give it back as an option to see the same run. */
  readonly seed: number;
  readonly passed: readonly { readonly id: string; readonly title: string }[];
  readonly failed: readonly { readonly id: string; readonly title: string; readonly error: Error }[];
  readonly skipped: readonly { readonly id: string; readonly title: string; readonly reason: string }[];
}

const checks: readonly Check[] = [
  ...connectChecks,
  ...listingChecks,
  ...historyChecks,
  ...sendChecks,
  ...noteChecks,
  ...updateChecks,
  ...streamChecks,
  ...durableChecks,
  ...inboxChecks,
  ...bulkChecks,
  ...templateChecks,
  ...quickReplyChecks,
  ...fileChecks,
  ...presenceChecks,
  ...searchChecks,
  ...revisionChecks,
  ...scheduleChecks,
  ...modelChecks,
];

/**
 * The promises that every adapter makes, as cases that any runner can run. A capability that is claimed has a case that
 * fails if it is a lie.
 */
export function adapterConformance(
  setup: ConformanceSetup,
  options: ConformanceOptions = {},
): readonly ConformanceCase[] {
  const seed = options.seed ?? newSeed();
  return checks.map((check, index) => ({
    id: check.id,
    title: check.title,
    needs: check.needs,
    run: () => runCheck(check, setup, { ...options, seed: seed + index }),
  }));
}

/** Runs all cases one after the other and reports; never rejects because an adapter is wrong. */
export async function runConformance(
  setup: ConformanceSetup,
  options: ConformanceOptions & { readonly only?: readonly string[] } = {},
): Promise<ConformanceReport> {
  const seed = options.seed ?? newSeed();
  const { name } = (await inspect(setup)).adapter;
  const passed: { id: string; title: string }[] = [];
  const failed: { id: string; title: string; error: Error }[] = [];
  const skipped: { id: string; title: string; reason: string }[] = [];
  for (const { id, title, run } of adapterConformance(setup, { ...options, seed })) {
    if (options.only && !options.only.includes(id)) continue;
    try {
      const outcome = await run();
      if (outcome.result === 'passed') passed.push({ id, title });
      else skipped.push({ id, title, reason: outcome.reason });
    } catch (error) {
      failed.push({ id, title, error: error instanceof Error ? error : new Error(String(error)) });
    }
  }
  return { adapter: name, ok: failed.length === 0, seed, passed, failed, skipped };
}

/** The report as text, for a terminal or a page. */
export function formatReport(report: ConformanceReport): string {
  const { adapter, seed, passed, failed, skipped } = report;
  return [
    `${adapter}: ${passed.length} kept, ${failed.length} broken, ${skipped.length} not checked (seed ${seed})`,
    ...failed.map(({ id, title, error }) => `  broken  ${id} ${title}\n          ${error.message}`),
    ...skipped.map(({ id, title, reason }) => `  skipped ${id} ${title}: ${reason}`),
    ...passed.map(({ id, title }) => `  kept    ${id} ${title}`),
  ].join('\n');
}

async function inspect(setup: ConformanceSetup): Promise<ConformanceSubject> {
  const subject = await setup();
  await subject.dispose?.();
  return subject;
}

async function runCheck(
  check: Check,
  setup: ConformanceSetup,
  options: ConformanceOptions & { readonly seed: number },
): Promise<ConformanceOutcome> {
  const subject = await setup();
  const bench = await openBench(subject, options);
  const timeoutMs = options.timeoutMs ?? 60_000;
  const [ran] = await Promise.allSettled([inTime(runIfMet(check, subject, bench), timeoutMs)]);
  const [closed] = await Promise.allSettled([inTime(bench.close(), timeoutMs)]);
  // What the check found says more than what closing found afterwards.
  for (const settled of [ran, closed])
    if (settled.status === 'rejected') throw broken(settled.reason, check, options.seed);
  return ran.status === 'fulfilled' ? ran.value : { result: 'passed' };
}

async function runIfMet(check: Check, subject: ConformanceSubject, bench: Bench): Promise<ConformanceOutcome> {
  const missing = firstMissing(check, subject, bench.session);
  if (missing !== null) return { result: 'skipped', reason: missing };
  try {
    await check.run(bench);
    return { result: 'passed' };
  } catch (error) {
    if (error instanceof SkipCheck) return { result: 'skipped', reason: error.message };
    throw error;
  }
}

async function openBench(
  subject: ConformanceSubject,
  options: ConformanceOptions & { readonly seed: number },
): Promise<Bench> {
  try {
    return await Bench.open(subject, options, seededRandom(options.seed));
  } catch (error) {
    await subject.dispose?.();
    throw new ConformanceError(`connect: ${toAdapterError(error).message}`, { cause: error });
  }
}

function firstMissing(check: Check, subject: ConformanceSubject, session: BackendSession): string | null {
  for (const need of check.needs) {
    const reason = whyMissing(need, subject, session);
    if (reason !== null) return reason;
  }
  return null;
}

function broken(error: unknown, { id }: Check, seed: number): ConformanceError {
  const what = error instanceof Error ? error.message : String(error);
  return new ConformanceError(`${what} [${id}, seed ${seed}]`, { cause: error });
}

async function inTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ConformanceError(`no answer within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
}
