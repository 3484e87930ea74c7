import type { TemplateDialogTexts } from './template-dialog.en.ts';

export type { TemplateDialogTexts };

/**
 * The texts of the dialog that fills approved templates; English for languages that do not ship.
 *
 * @param language - that of the other texts of the element
 */
export async function loadTemplateDialogTexts(language: string): Promise<TemplateDialogTexts> {
  if (language === 'nl') return (await import('./template-dialog.nl.ts')).templateDialog;
  return (await import('./template-dialog.en.ts')).templateDialog;
}
