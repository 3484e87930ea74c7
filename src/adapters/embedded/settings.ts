import type { EmbeddedTransaction } from './store.ts';
import type { SettingRow, Settings } from './tables.ts';

/** What there is one of, by name; `undefined` in a store that was never filled. */
export async function readSetting<K extends keyof Settings>(
  tx: EmbeddedTransaction,
  name: K,
): Promise<Settings[K] | undefined> {
  // The row's value belongs to its name; the compiler cannot follow that through a key.
  return (await tx.get('settings', name))?.value as Settings[K] | undefined;
}

/** Keeps what there is one of. */
export async function writeSetting<K extends keyof Settings>(
  tx: EmbeddedTransaction,
  name: K,
  value: Settings[K],
): Promise<void> {
  await tx.put('settings', { name, value } as SettingRow);
}
