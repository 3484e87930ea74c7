import { monitorEn, type MonitorMessages } from './monitor.en.ts';

export type { MonitorMessages };

/** The texts of `conversation-cues` and `conversation-monitor` for a language that ships, English otherwise. */
export async function loadMonitorMessages(language: string): Promise<MonitorMessages> {
  return language === 'nl' ? (await import('./monitor.nl.ts')).monitorNl : monitorEn;
}
