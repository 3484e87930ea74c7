import type { Announcement } from '../../controllers/announcer-controller.ts';
import { type Composition, windowLeft } from '../../controllers/composer-controller.ts';
import { channelName, type ComposerWords } from './words.ts';

/** What to say when the reply window of the selected channel closes, opens, or has an hour or ten minutes left. */
export function windowNews(before: Composition | null, after: Composition, words: ComposerWords): Announcement | null {
  const { conversation, option, now } = after;
  const isSame = before?.conversation.id === conversation.id && before.option.id === option.id;
  if (!isSame || option.id === 'whatsapp-invitation') return null;
  const { composer } = words.messages;
  const channel = channelName(option.id, words);
  const key = (what: string, at: number | null): string =>
    `window/${conversation.id}/${option.id}/${what}/${String(at)}`;
  const [was, is] = [before.option.window, option.window];
  if (was.state === 'open' && is.state !== 'open')
    return { key: key('closed', is.closedAt), text: composer.windowClosed(channel) };
  if (is.state !== 'open') return null;
  if (was.state !== 'open') return { key: key('open', is.closesAt), text: composer.windowOpen(channel) };
  const [lastUrgency, left] = [windowLeft(was, before.now)?.urgency, windowLeft(is, now)];
  if (!left || left.urgency === 'open' || left.urgency === lastUrgency) return null;
  return { key: key(left.urgency, is.closesAt), text: composer.closing(channel, words.formats.duration(left.leftMs)) };
}
