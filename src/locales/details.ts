import { bannersEn, type BannerTexts } from './banners.en.ts';
import type { WithInbox } from './inbox.ts';
import { inboxEn } from './inbox.en.ts';
import { rowsEn, type RowsTexts } from './rows.en.ts';
import { Texts } from './texts.ts';

/** What `conversation-details` says stands where others say the same. */
export interface DetailsTexts extends RowsTexts, BannerTexts, WithInbox {}

export const detailsTexts = new Texts<DetailsTexts>({
  en: { ...rowsEn, ...bannersEn, inbox: inboxEn },
  nl: async () => {
    const [{ rowsNl }, { bannersNl }, { inboxNl }] = await Promise.all([
      import('./rows.nl.ts'),
      import('./banners.nl.ts'),
      import('./inbox.nl.ts'),
    ]);
    return { ...rowsNl, ...bannersNl, inbox: inboxNl };
  },
  de: async () => {
    const [{ rowsDe }, { bannersDe }, { inboxDe }] = await Promise.all([
      import('./rows.de.ts'),
      import('./banners.de.ts'),
      import('./inbox.de.ts'),
    ]);
    return { ...rowsDe, ...bannersDe, inbox: inboxDe };
  },
  fr: async () => {
    const [{ rowsFr }, { bannersFr }, { inboxFr }] = await Promise.all([
      import('./rows.fr.ts'),
      import('./banners.fr.ts'),
      import('./inbox.fr.ts'),
    ]);
    return { ...rowsFr, ...bannersFr, inbox: inboxFr };
  },
  ar: async () => {
    const [{ rowsAr }, { bannersAr }, { inboxAr }] = await Promise.all([
      import('./rows.ar.ts'),
      import('./banners.ar.ts'),
      import('./inbox.ar.ts'),
    ]);
    return { ...rowsAr, ...bannersAr, inbox: inboxAr };
  },
});
