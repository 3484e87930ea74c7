import { templateEditorEn, type TemplateEditorTexts } from './template-editor.en.ts';
import { Texts } from './texts.ts';

export type { TemplateEditorTexts };

/** The texts of `template-editor`. */
export const templateEditorTexts = new Texts({
  en: templateEditorEn,
  nl: async () => (await import('./template-editor.nl.ts')).templateEditorNl,
  de: async () => (await import('./template-editor.de.ts')).templateEditorDe,
  fr: async () => (await import('./template-editor.fr.ts')).templateEditorFr,
  ar: async () => (await import('./template-editor.ar.ts')).templateEditorAr,
});
