import { readdirSync } from 'node:fs';
import { composerAssistantTexts } from '../../src/locales/composer-assistant.ts';
import { loadEmojiWords } from '../../src/locales/composer-emoji.ts';
import { composerToolsTexts } from '../../src/locales/composer-tools.ts';
import { composerTexts } from '../../src/locales/composer.ts';
import { cuesTexts } from '../../src/locales/cues.ts';
import { detailsTexts } from '../../src/locales/details.ts';
import { inboxTexts } from '../../src/locales/inbox.ts';
import { listSoonTexts } from '../../src/locales/list-soon.ts';
import { listTexts } from '../../src/locales/list.ts';
import { loadMessages } from '../../src/locales/messages.ts';
import { monitorTexts } from '../../src/locales/monitor.ts';
import { myConversationsTexts } from '../../src/locales/my-conversations.ts';
import { notificationsTexts } from '../../src/locales/notifications.ts';
import { phoneConversionTexts } from '../../src/locales/phone-conversion.ts';
import { phoneFieldTexts } from '../../src/locales/phone-field.ts';
import { templateDialogTexts } from '../../src/locales/template-dialog.ts';
import { templateEditorTexts } from '../../src/locales/template-editor.ts';
import { timelineMoreTexts } from '../../src/locales/timeline-more.ts';
import { timelineSoonTexts } from '../../src/locales/timeline-soon.ts';
import { timelineTexts } from '../../src/locales/timeline.ts';
import { viewSoonTexts } from '../../src/locales/view-soon.ts';
import { viewTexts } from '../../src/locales/view.ts';
import { waitingOrderTexts } from '../../src/locales/waiting-order.ts';

export type Language = 'en' | 'nl' | 'de' | 'fr' | 'ar';

const folder = new URL('../../src/locales/', import.meta.url);

/** How many the functions are called with: each plural form of each language is among them. */
const samples = [0, 1, 2, 5, 12, 100];

/** Every text with its path; functions are called with sample values. */
export function texts(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function')
    return samples.map((sample) => {
      const call = Array.from({ length: Math.max(1, value.length) }, () => sample);
      return [`${path}(${sample})`, String((value as (...values: unknown[]) => unknown)(...call))] as const;
    });
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

/** Which of the values that each function is given stand in its text. */
export function given(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'string') return [];
  if (typeof value === 'function') {
    const values = [5, 6, 7].slice(0, Math.max(1, value.length));
    const text = String((value as (...values: unknown[]) => unknown)(...values));
    return [`${path}: ${values.filter((one) => text.includes(String(one))).join(' ')}`];
  }
  return Object.entries(value as object).flatMap(([key, inner]) => given(inner, `${path}.${key}`));
}

/** Every part of the texts in a language by its file; the names of emoji are data from elsewhere. */
export async function partsOf(language: Language): Promise<ReadonlyMap<string, unknown>> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.en.ts') && file !== 'emoji-names.en.ts');
  const parts = files.map((file) => file.slice(0, -'.en.ts'.length));
  const all = await Promise.all(parts.map(async (part) => [part, await exported(part, language)] as const));
  const shared = (await import(new URL(`${language}.ts`, folder).href)) as Record<string, unknown>;
  return new Map([['shared', shared[language]], ...all]);
}

async function exported(part: string, language: Language): Promise<unknown> {
  const file = (await import(new URL(`${part}.${language}.ts`, folder).href)) as Record<string, unknown>;
  const name = part.replace(/-./g, (mark) => mark.slice(1).toUpperCase());
  const value = file[name + language.charAt(0).toUpperCase() + language.slice(1)] ?? file[name];
  if (!value) throw new Error(`${part}.${language}.ts exports no ${name}`);
  return value;
}

/** What elements call for the texts of a language. */
export const loaders: Readonly<Record<string, (language: string) => Promise<unknown>>> = {
  loadMessages,
  loadEmojiWords: async (language) => ({ ...(await loadEmojiWords(language)), names: '' }),
  ...Object.fromEntries(
    Object.entries({
      ...{
        composerAssistantTexts,
        composerTexts,
        composerToolsTexts,
        cuesTexts,
        detailsTexts,
        inboxTexts,
        listSoonTexts,
      },
      ...{ listTexts, monitorTexts, myConversationsTexts, notificationsTexts, phoneConversionTexts, phoneFieldTexts },
      ...{ templateDialogTexts, templateEditorTexts, timelineMoreTexts, timelineSoonTexts, timelineTexts },
      ...{ viewSoonTexts, viewTexts, waitingOrderTexts },
    }).map(([name, one]) => [name, async (language: string): Promise<unknown> => one.load(language)]),
  ),
};
