import type { Announcement } from '../../controllers/announcer-controller.ts';
import type { Messages } from '../../controllers/localization.ts';
import type { TimelineNews } from '../../controllers/timeline-controller.ts';
import { authorName, spokenText } from './render-message.ts';

/** How much is read out of what arrives: nothing, that something arrived, or what it says. */
export type Verbosity = 'off' | 'brief' | 'full';

/** What to say of something new. Own messages are not read out; that one failed is, however little else is said. */
export function announcementOf(
  { type, entry }: TimelineNews,
  { messages, verbosity, recipient }: { messages: Messages; verbosity: Verbosity; recipient: string },
): Announcement | null {
  const { announcements } = messages;
  const { message, key } = entry;
  if (type === 'own') return null;
  if (type === 'failed') return { key: `failed/${key}`, text: announcements.failed(recipient), urgency: 'assertive' };
  if (verbosity === 'off') return null;
  const name = authorName(message.author, messages);
  const text = spokenText(message, messages);
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
