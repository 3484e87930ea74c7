import type { Tag, TagSettings } from '../../../src/domain/tags.ts';
import type { Team } from '../../../src/domain/teams.ts';
import type { Invitation } from '../store/directory.ts';
import { writeSetting } from '../store/settings.ts';
import type { Unit } from '../store/unit.ts';

/** What there is one of. Everything absent stays as it is, everything given replaces what was there. */
export interface ImportedSettings {
  /** Template and number of the WhatsApp invitation; `null` takes it away. */
  readonly invitation?: Invitation | null;
  readonly tags?: readonly Tag[];
  readonly tagSettings?: TagSettings;
  readonly teams?: readonly Team[];
}

const names = ['invitation', 'tags', 'tagSettings', 'teams'] as const;

/** Keeps the settings that are given. */
export async function putSettings({ sql, tenant }: Unit, settings: ImportedSettings): Promise<void> {
  for (const name of names) {
    const value = settings[name];
    if (value !== undefined) await writeSetting(sql, tenant, name, value);
  }
}
