import { templateDialogEn, type TemplateDialogTexts } from './template-dialog.en.ts';
import { Texts } from './texts.ts';

export type { TemplateDialogTexts };

/** With the texts of the dialog that fills approved templates, which load with it. */
export interface WithTemplateDialog {
  readonly templateDialog: TemplateDialogTexts;
}

export const templateDialogTexts = new Texts<WithTemplateDialog>({
  en: { templateDialog: templateDialogEn },
  nl: async () => ({ templateDialog: (await import('./template-dialog.nl.ts')).templateDialogNl }),
  de: async () => ({ templateDialog: (await import('./template-dialog.de.ts')).templateDialogDe }),
  fr: async () => ({ templateDialog: (await import('./template-dialog.fr.ts')).templateDialogFr }),
  ar: async () => ({ templateDialog: (await import('./template-dialog.ar.ts')).templateDialogAr }),
});
