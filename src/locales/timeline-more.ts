import type { TimelineMoreTexts } from './timeline-more.en.ts';

export type { TimelineMoreTexts };

/** Languages that ship, each a chunk of its own; English stands in for others. */
const loaders: ReadonlyMap<string, () => Promise<TimelineMoreTexts>> = new Map([
  ['nl', async () => (await import('./timeline-more.nl.ts')).timelineMore],
]);

/**
 * The texts of what a timeline shows beyond texts.
 *
 * @param language - that of the other texts of the element
 */
export async function loadTimelineTexts(language: string): Promise<TimelineMoreTexts> {
  return (await loaders.get(language)?.()) ?? (await import('./timeline-more.en.ts')).timelineMore;
}
