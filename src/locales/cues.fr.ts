import type { CuesTexts } from './cues.en.ts';

/** What `conversation-cues` says, in French; the monitor has the same tiles. */
export const cuesFr: CuesTexts = {
  cues: {
    label: 'À vérifier',
    names: {
      unassigned: 'Sans collaborateur',
      unmatched: 'Expéditeur inconnu',
      'without-branch': 'Sans agence',
      'too-late': 'Attente trop longue',
      unread: 'Non lues',
    },
    notCounted: 'non compté',
  },
};
