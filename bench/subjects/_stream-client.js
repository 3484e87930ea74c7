// StreamChat client without a server: HTTP verbs are stubbed, state and events are the SDK's own code.
import { StreamChat } from 'stream-chat';
export const ME = { id: 'agent0', name: 'Agent', role: 'user' };
export const CUST = { id: 'cust', name: 'Customer', role: 'user' };
export const wire = (m, cid) => ({
  id: m.id,
  cid,
  type: 'regular',
  text: m.text,
  html: '',
  user: m.dir === 'out' ? ME : CUST,
  attachments: m.image ? [{ type: 'image', image_url: location.origin + m.imageUrl, fallback: 'photo' }] : [],
  latest_reactions: [],
  own_reactions: [],
  reaction_counts: {},
  reaction_scores: {},
  mentioned_users: [],
  reply_count: 0,
  silent: false,
  pinned: false,
  shadowed: false,
  created_at: new Date(m.ts).toISOString(),
  updated_at: new Date(m.ts).toISOString(),
});
export function makeClient(onQuery) {
  const c = new StreamChat('bench-key', {
    allowServerSideConnect: true,
    enableInsights: false,
    enableWSFallback: false,
  });
  c._setUser(ME);
  c.userID = ME.id;
  c.user = { ...ME, mutes: [], channel_mutes: [], devices: [] };
  c._user = c.user;
  c.wsPromise = Promise.resolve();
  c.wsConnection = {
    connectionID: 'bench',
    isHealthy: true,
    on() {},
    off() {},
    disconnect() {
      return Promise.resolve();
    },
  };
  c._hasConnectionID = () => true;
  c._getConnectionID = () => 'bench';
  c.tokenManager.token = 'x';
  c.tokenManager.tokenReady = () => Promise.resolve('x');
  c.tokenManager.getToken = () => 'x';
  const stub = async (url, data) => (/\/query$/.test(url) ? onQuery(url, data) : {});
  c.post = stub;
  c.get = async () => ({ app: {} });
  c.put = async () => ({});
  c.patch = async () => ({});
  c.delete = async () => ({});
  c.getAppSettings = async () => ({ app: {} });
  return c;
}
export const channelData = (id, extra = {}) => ({
  id,
  type: 'messaging',
  cid: 'messaging:' + id,
  name: 'Room ' + id,
  own_capabilities: ['read-events', 'send-message', 'typing-events', 'delivery-events'],
  config: {
    read_events: true,
    delivery_events: true,
    typing_events: false,
    connect_events: false,
    reactions: true,
    replies: true,
    quotes: true,
    search: true,
    commands: [],
    name: 'messaging',
    url_enrichment: false,
    uploads: true,
    max_message_length: 5000,
  },
  created_at: '2020-01-01T00:00:00.000Z',
  updated_at: '2020-01-01T00:00:00.000Z',
  disabled: false,
  frozen: false,
  hidden: false,
  member_count: 2,
  ...extra,
});
export const members = () => [
  {
    user: ME,
    user_id: ME.id,
    role: 'owner',
    created_at: '2020-01-01T00:00:00.000Z',
    updated_at: '2020-01-01T00:00:00.000Z',
    channel_role: 'channel_member',
  },
  {
    user: CUST,
    user_id: CUST.id,
    role: 'member',
    created_at: '2020-01-01T00:00:00.000Z',
    updated_at: '2020-01-01T00:00:00.000Z',
    channel_role: 'channel_member',
  },
];
