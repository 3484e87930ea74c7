import type { More } from '../row-context.ts';
import { FileAddresses } from '../../../controllers/file-addresses.ts';
import { buttons } from '../../../styles/buttons.ts';
import { act } from './act.ts';
import { enlarge } from './enlarge.ts';
import { mediaStyles } from './media.styles.ts';
import { moreStyles } from './more.styles.ts';
import { renderChanged } from './render-changed.ts';
import { renderDetails, renderQuote, renderReactions } from './render-around.ts';
import { renderHole } from './render-hole.ts';
import { renderTools } from './render-tools.ts';
import { toolsStyles } from './tools.styles.ts';
import { renderThread } from './render-thread.ts';
import { copiedText } from './copied-text.ts';
import { renderTrouble } from './render-trouble.ts';
import { renderMentions } from './render-mentions.ts';
import { renderFormatted } from './render-formatted.ts';
import { renderRich } from './rich-content.ts';

/** Everything in a row that is more than a text: a chunk of its own, because most messages are plain texts. */
export const renderers: Omit<More, 'texts'> = {
  content: renderRich,
  formatted: renderFormatted,
  mentioned: renderMentions,
  quote: renderQuote,
  reactions: renderReactions,
  tools: renderTools,
  trouble: renderTrouble,
  copied: copiedText,
  act,
  enlarge,
  files: (host, session) => new FileAddresses(host, session),
  changed: renderChanged,
  details: renderDetails,
  hole: renderHole,
  thread: renderThread,
};

/** What these need. */
export const styles = [...buttons, mediaStyles, moreStyles, toolsStyles];
