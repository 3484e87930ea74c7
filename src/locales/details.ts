import { bannersEn, type BannerTexts } from './banners.en.ts';
import { rowsEn, type RowsTexts } from './rows.en.ts';
import { Texts } from './texts.ts';

/** The texts of `conversation-details` that others have, too; the rest stands with the dialogs in `inbox.en.ts`. */
export interface DetailsTexts extends RowsTexts, BannerTexts {}

export const detailsTexts = new Texts<DetailsTexts>({
  en: { ...rowsEn, ...bannersEn },
  nl: async () => {
    const [{ rowsNl }, { bannersNl }] = await Promise.all([import('./rows.nl.ts'), import('./banners.nl.ts')]);
    return { ...rowsNl, ...bannersNl };
  },
});
