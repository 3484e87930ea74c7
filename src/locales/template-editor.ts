import { templateEditorEn, type TemplateEditorMessages } from './template-editor.en.ts';

export type { TemplateEditorMessages };

/** The texts of `template-editor` for a language that ships, English otherwise; they travel with that element alone. */
export async function loadTemplateEditorMessages(language: string): Promise<TemplateEditorMessages> {
  return language === 'nl' ? (await import('./template-editor.nl.ts')).templateEditorNl : templateEditorEn;
}
