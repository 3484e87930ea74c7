import { recall, remember } from '../../dom/remembered.ts';
import { type NotificationKind, notificationKinds, type QuietHours } from '../../domain/notifications.ts';

/** What an agent wants to be told in this browser, and how. */
export interface NotificationPreferences {
  readonly desktop: boolean;
  readonly sound: boolean;
  readonly kinds: readonly NotificationKind[];
  readonly quiet: QuietHours | null;
}

const name = 'notifications';

/** What this browser remembers; nothing is told until somebody asks for it, and then of everything. */
export function recallPreferences(): NotificationPreferences {
  const kept = (recall(name) ?? {}) as Readonly<Partial<Record<keyof NotificationPreferences, unknown>>>;
  const { kinds } = kept;
  const quiet = kept.quiet as Partial<QuietHours> | null | undefined;
  return {
    desktop: kept.desktop === true,
    sound: kept.sound === true,
    kinds: Array.isArray(kinds) ? notificationKinds.filter((kind) => kinds.includes(kind)) : notificationKinds,
    quiet:
      typeof quiet?.from === 'string' && typeof quiet.until === 'string'
        ? { from: quiet.from, until: quiet.until }
        : null,
  };
}

/** Remembers it for this browser. */
export function rememberPreferences(preferences: NotificationPreferences): void {
  remember(name, preferences);
}
