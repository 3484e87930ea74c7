import type { Announcement } from '../../../controllers/announcer-controller.ts';
import type { Messages } from '../../../controllers/localization.ts';
import type { TimelineNews } from '../../../controllers/timeline-controller.ts';
import type { TimelineTexts } from '../../../locales/timeline.ts';
import type { TimelineSoonTexts } from '../../../locales/timeline-soon.ts';
import type { ConversationElementsEventMap } from '../../events.ts';
import { authorName, spokenText } from '../render-message.ts';

/** How much is read out of what arrives: nothing, that something arrived, or what it says. */
export type Verbosity = 'off' | 'brief' | 'full';

/** What to say of what is new. */
export function announcementsOf(news: readonly TimelineNews[], words: Words): readonly Announcement[] {
  return news.flatMap((item) => announcementOf(item, words) ?? []);
}

/** What hosts are told of messages that failed. */
export function failuresIn(news: readonly TimelineNews[]): readonly Failed[] {
  return news
    .filter(({ type }) => type === 'failed')
    .map(({ entry: { message } }) => ({
      conversationId: message.conversationId,
      clientId: message.clientId,
      reason: message.failure?.reason ?? 'unknown',
    }));
}

type Failed = ConversationElementsEventMap['message-failed']['detail'];

/** What sentences are made with. */
interface Words {
  readonly messages: Messages<TimelineTexts & TimelineSoonTexts>;
  readonly verbosity: Verbosity;
  /** Who the conversation is with. */
  readonly recipient: string;
}

/** What to say of something new. Own messages are not read out; that one failed is, however little else is said. */
function announcementOf({ type, entry }: TimelineNews, { messages, verbosity, recipient }: Words): Announcement | null {
  const { announcements } = messages;
  const { message, key } = entry;
  if (type === 'own') return null;
  if (type === 'failed') return { key: `failed/${key}`, text: announcements.failed(recipient), urgency: 'assertive' };
  if (verbosity === 'off') return null;
  const name = authorName(message.author, messages);
  const text = spokenText(message, messages);
  if (type === 'changed') return changed(entry, { name, text, verbosity, messages });
  const full = type === 'note' ? announcements.note(name, text) : announcements.incoming(name, text);
  return {
    key: `message/${key}`,
    text: verbosity === 'full' ? full : announcements.newMessages(1),
    group: {
      name: `messages/${message.conversationId}`,
      summary: announcements.newMessages,
      sumFrom: verbosity === 'full' ? 4 : 2,
    },
  };
}

/** A change is said once for each time it was changed; in brief without the words. */
function changed(
  { message, key }: TimelineNews['entry'],
  { name, text, verbosity, messages }: Omit<Words, 'recipient'> & { readonly name: string; readonly text: string },
): Announcement {
  const { announcements, timeline } = messages;
  const { deletedAt, editedAt } = message;
  const what = deletedAt === null && verbosity === 'full' ? `${timeline.edited}: ${text}` : timeline.edited;
  return {
    key: `changed/${key}/${deletedAt ?? editedAt}`,
    text: announcements.incoming(name, deletedAt === null ? what : text),
    group: { name: `changed/${message.conversationId}`, summary: announcements.changed },
  };
}
