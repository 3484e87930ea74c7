import { ConfigError, configFrom } from './config.ts';
import { FolderInUse } from './db/folder-lock.ts';
import { errorFields, jsonLog } from './log.ts';
import { runGateway } from './run.ts';

const log = jsonLog();

try {
  const running = await runGateway(configFrom(process.env), log);
  log('info', 'ready', { url: running.url });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log('info', 'closing', { signal });
      void running.close().then(() => log('info', 'closed'));
    });
  }
} catch (error) {
  // These two are for the person who starts it, and hold nothing secret.
  if (error instanceof ConfigError || error instanceof FolderInUse)
    log('error', 'cannot-start', { reason: error.message });
  else log('error', 'cannot-start', errorFields(error));
  process.exitCode = 1;
}
