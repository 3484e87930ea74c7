import type { TimelineMoreTexts } from '../../../locales/timeline-more.ts';
import type { Presence } from '../../../ports/parts/presence.ts';
import { isolatedName } from '../../../domain/visible-text.ts';

/** What is said of others in a conversation. */
interface PresenceShown {
  readonly sentences: readonly string[];
  /** That co-workers are replying, which an agent must hear of; `null` when none is. */
  readonly replying: string | null;
}

/** Who is writing, replying, and looking on, in words. */
export function presenceSentences(others: readonly Presence[], texts: TimelineMoreTexts['presence']): PresenceShown {
  const sentence = (
    kind: Presence['kind'],
    activity: Presence['activity'],
    say: (count: number, names: string) => string,
  ): string | null => {
    const found = others.filter((one) => one.kind === kind && one.activity === activity);
    return found.length === 0 ? null : say(found.length, found.map(({ name }) => isolatedName(name)).join(', '));
  };
  const replying = sentence('co-worker', 'typing', texts.replying);
  const all = [
    sentence('customer', 'typing', texts.customer),
    replying,
    sentence('co-worker', 'viewing', texts.viewing),
  ];
  return { sentences: all.filter((one) => one !== null), replying };
}
