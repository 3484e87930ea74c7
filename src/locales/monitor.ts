import { monitorEn, type MonitorTexts } from './monitor.en.ts';
import { Texts } from './texts.ts';

export type { MonitorTexts };

/** The texts of `conversation-monitor`. */
export const monitorTexts = new Texts({
  en: monitorEn,
  nl: async () => (await import('./monitor.nl.ts')).monitorNl,
  de: async () => (await import('./monitor.de.ts')).monitorDe,
  fr: async () => (await import('./monitor.fr.ts')).monitorFr,
  ar: async () => (await import('./monitor.ar.ts')).monitorAr,
});
