import { configFrom } from '../../src/config.ts';
import { jsonLog } from '../../src/log.ts';
import { runGateway } from '../../src/run.ts';
import { failingDb } from './failing-db.ts';

const { FAIL_FROM: from = '', FAIL_AFTER = '0' } = process.env;
const log = jsonLog();
const running = await runGateway(configFrom(process.env), log, (db) =>
  failingDb(db, { from, after: Number(FAIL_AFTER) }),
);
log('info', 'ready', { url: running.url });
