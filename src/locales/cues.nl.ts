import type { CuesTexts } from './cues.en.ts';

/** What `conversation-cues` says, in Dutch; the monitor has the same tiles. */
export const cuesNl: CuesTexts = {
  cues: {
    label: 'Om naar te kijken',
    names: {
      unassigned: 'Zonder medewerker',
      unmatched: 'Onbekende afzender',
      'without-branch': 'Zonder vestiging',
      'too-late': 'Wacht te lang',
      unread: 'Ongelezen',
    },
    notCounted: 'niet geteld',
  },
};
