import type { CuesTexts } from './cues.en.ts';

/** What `conversation-cues` says, in German; the monitor has the same tiles. */
export const cuesDe: CuesTexts = {
  cues: {
    label: 'Zu prüfen',
    names: {
      unassigned: 'Ohne Mitarbeiter',
      unmatched: 'Unbekannter Absender',
      'without-branch': 'Ohne Nieder\u00adlassung',
      'too-late': 'Wartet zu lange',
      unread: 'Ungelesen',
    },
    notCounted: 'nicht gezählt',
  },
};
