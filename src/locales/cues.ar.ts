import type { CuesTexts } from './cues.en.ts';

/** What `conversation-cues` says, in Arabic; the monitor has the same tiles. */
export const cuesAr: CuesTexts = {
  cues: {
    label: 'للمراجعة',
    names: {
      unassigned: 'بلا موظف',
      unmatched: 'مرسل غير معروف',
      'without-branch': 'بلا فرع',
      'too-late': 'انتظار أطول من اللازم',
      unread: 'غير مقروءة',
    },
    notCounted: 'غير معدود',
  },
};
