import type { Tag, TagSettings } from '../../domain/tags.ts';
import type { CallOptions } from '../calls.ts';

/** The tags of the business (D5). Conversations carry their names; putting tags on and off is `update`. */
export interface TagsPart {
  listTags(options?: CallOptions): Promise<readonly Tag[]>;
  getTagSettings(options?: CallOptions): Promise<TagSettings>;
  /**
   * Makes a tag, or gives the one that is the same but for capitals and accents. Rejects with `forbidden` where co-workers
   * may not make tags, and with `invalid` for what is no name.
   */
  createTag(name: string, options?: CallOptions): Promise<Tag>;
}
