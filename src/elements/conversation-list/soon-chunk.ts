import { SoonChunk } from '../../controllers/soon.ts';

/** What a list needs a moment after its first rows. */
export const soonChunk = new SoonChunk(async () => (await import('./soon/soon.ts')).ListSoon);
