import type { Db, Row, Sql, SqlValue } from '../../src/db/db.ts';

/** Where the process ends itself. */
export interface FailPoint {
  /** What the first counted statement begins with; everything before it passes. */
  readonly from: string;
  /** So many steps later: a step is a statement, a commit, or what follows it. */
  readonly after: number;
}

/** A database whose process is gone at one step, as by `kill -9`: nothing of that step happens. */
export function failingDb(db: Db, { from, after }: FailPoint): Db {
  let steps = -1;
  const step = (text: string): void => {
    if (steps < 0 && !text.trimStart().startsWith(from)) return;
    steps += 1;
    if (steps === after) process.kill(process.pid, 'SIGKILL');
  };
  const counted = (sql: Sql): Sql => ({
    query: <R extends Row>(text: string, values?: readonly SqlValue[]) => {
      step(text);
      return sql.query<R>(text, values);
    },
    script: (text) => sql.script(text),
  });
  return {
    ...counted(db),
    kind: db.kind,
    exclusive: db.exclusive,
    async transact(body) {
      step('begin');
      const result = await db.transact(async (sql) => {
        const kept = await body(counted(sql));
        step('commit');
        return kept;
      });
      step('committed');
      return result;
    },
    notify: (feed) => db.notify(feed),
    listen: (heard) => db.listen(heard),
    close: () => db.close(),
  };
}
