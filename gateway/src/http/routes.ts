import type { Route } from './route.ts';
import { administrationRoutes } from './routes/administration.ts';
import { attachmentRoutes } from './routes/attachments.ts';
import { bulkRoutes } from './routes/bulk.ts';
import { conversationRoutes } from './routes/conversations.ts';
import { directoryRoutes } from './routes/directory.ts';
import { inboundRoutes } from './routes/inbound.ts';
import { inboxRoutes } from './routes/inbox.ts';
import { messageRoutes } from './routes/messages.ts';
import { presenceRoutes } from './routes/presence.ts';
import { quickReplyRoutes } from './routes/quick-replies.ts';
import { scheduleRoutes } from './routes/schedule.ts';
import { sessionRoutes } from './routes/session.ts';
import { templateRoutes } from './routes/templates.ts';

/** Everything that can be asked, in the order of the documentation. */
export const routes: readonly Route[] = [
  ...sessionRoutes,
  ...conversationRoutes,
  ...messageRoutes,
  ...scheduleRoutes,
  ...directoryRoutes,
  ...inboxRoutes,
  ...templateRoutes,
  ...quickReplyRoutes,
  ...bulkRoutes,
  ...attachmentRoutes,
  ...presenceRoutes,
  ...inboundRoutes,
  ...administrationRoutes,
];
