/** What happened, in fields. Never a message's text, an address, a name or a secret. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Writes one line about what happened. */
export type Log = (level: 'info' | 'warn' | 'error', event: string, fields?: LogFields) => void;

/** One JSON object a line, for whatever collects logs. */
export function jsonLog(write: (line: string) => void = (line) => process.stdout.write(line)): Log {
  return (level, event, fields = {}) =>
    write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })}\n`);
}

/** What an error may say in a log: its kind and code. Its words may quote what a customer wrote. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return { error: error.name, code, at: error.stack?.split('\n')[1]?.trim().slice(0, 200) ?? null };
}
