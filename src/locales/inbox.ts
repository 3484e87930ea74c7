import { inboxEn, type InboxTexts } from './inbox.en.ts';
import { Texts } from './texts.ts';

export type { InboxTexts };

/** With the texts of filters, bulk actions and dialogs, which load with them. */
export interface WithInbox {
  readonly inbox: InboxTexts;
}

export const inboxTexts = new Texts<WithInbox>({
  en: { inbox: inboxEn },
  nl: async () => ({ inbox: (await import('./inbox.nl.ts')).inboxNl }),
});
