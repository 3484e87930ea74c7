/** What `conversation-cues` says, in English; the monitor has the same tiles. */
export const cuesEn = {
  cues: {
    label: 'To look at',
    names: {
      unassigned: 'Without co-worker',
      unmatched: 'Unknown sender',
      'without-branch': 'Without branch',
      'too-late': 'Waiting too long',
      unread: 'Unread',
    },
    /** In place of a figure that the backend does not give. */
    notCounted: 'not counted',
  },
};

/** The shape of these texts. */
export type CuesTexts = typeof cuesEn;
