import { closeSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** The data folder is used by another process. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';

  constructor(folder: string, holder: string) {
    super(
      `${folder} is used by ${holder}. The embedded database serves one process only, two would lose data. ` +
        'For several instances set DATABASE_URL to a PostgreSQL database.',
    );
  }
}

/** Reserves a folder for this process; PGlite itself does not notice a second one. Returns what gives it back. */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, '.lock');
  if (!take(path)) {
    const holder = readHolder(path);
    if (holder === null || isRunning(holder)) throw new FolderInUse(folder, describe(holder));
    // A process that was killed leaves its lock behind. Whoever removes it has to win the next round as well.
    unlinkSync(path);
    if (!take(path)) throw new FolderInUse(folder, describe(readHolder(path)));
  }
  let isHeld = true;
  return () => {
    if (isHeld) unlinkSync(path);
    isHeld = false;
  };
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process started, so that another one that was given its number later is not taken for it. */
  readonly startedAt: string | null;
}

function take(path: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  writeSync(file, JSON.stringify({ pid: process.pid, host: hostname(), startedAt: startOf(process.pid) }));
  closeSync(file);
  return true;
}

/** `null` when it cannot be read, for instance because it is being written at this moment. */
function readHolder(path: string): Holder | null {
  try {
    const { pid, host, startedAt } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>;
    if (typeof pid !== 'number' || typeof host !== 'string') return null;
    return { pid, host, startedAt: startedAt ?? null };
  } catch {
    return null;
  }
}

function isRunning({ pid, host, startedAt }: Holder): boolean {
  // On a shared disk nobody can ask another machine; better to refuse than to lose data.
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return startedAt === null || startOf(pid) === startedAt;
}

/** Start of a process in the kernel's ticks; `null` where there is no /proc. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function describe(holder: Holder | null): string {
  return holder === null ? 'another process' : `process ${holder.pid} on ${holder.host}`;
}
