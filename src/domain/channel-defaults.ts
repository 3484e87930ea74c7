import { channelMedia } from './channel-media.ts';
import type { ChannelCapabilities, ChannelKind, ReplyWindowRule } from './model.ts';

const dayMs = 86_400_000;

const noWindow: ReplyWindowRule = { freeTextMs: null, afterwards: 'nothing', humanAgentMs: null };
const metaWindow: ReplyWindowRule = { freeTextMs: dayMs, afterwards: 'nothing', humanAgentMs: 7 * dayMs };

const plain: ChannelCapabilities = {
  maxTextLength: null,
  textUnit: 'characters',
  media: [],
  attachmentsPerMessage: 0,
  captions: false,
  replyWindow: noWindow,
  approvedTemplates: false,
  mayStart: 'no',
  receipts: { delivered: false, read: false },
  formatting: 'none',
};

/**
 * What each kind of channel can do where the backend says nothing else. Figures and their sources: `docs/rules.md`.
 * Limits differ per account, so a backend that knows better says so per conversation (`ConversationChannel.overrides`).
 */
export const defaultCapabilities: Readonly<Record<ChannelKind, ChannelCapabilities>> = {
  // CH1
  sms: {
    ...plain,
    maxTextLength: 8,
    textUnit: 'sms-parts',
    mayStart: 'free-text',
    receipts: { delivered: true, read: false },
  },
  // CH2
  whatsapp: {
    ...plain,
    maxTextLength: 4096,
    media: channelMedia.whatsapp,
    attachmentsPerMessage: 1,
    captions: true,
    maxCaptionLength: 1024,
    replyWindow: { freeTextMs: dayMs, afterwards: 'template', humanAgentMs: null },
    approvedTemplates: true,
    mayStart: 'template',
    receipts: { delivered: true, read: true },
    quotes: true, // TL5
    formatting: 'whatsapp',
  },
  // CH3
  viber: {
    ...plain,
    maxTextLength: 1000,
    media: channelMedia.viber,
    attachmentsPerMessage: 1,
    replyWindow: { freeTextMs: dayMs, afterwards: 'nothing', humanAgentMs: null },
    mayStart: 'free-text',
    receipts: { delivered: true, read: true },
  },
  // CH4
  rcs: {
    ...plain,
    maxTextLength: 3072,
    media: channelMedia.rcs,
    attachmentsPerMessage: 1,
    mayStart: 'free-text',
    receipts: { delivered: true, read: true },
  },
  // CH5
  messenger: {
    ...plain,
    maxTextLength: 2000,
    media: channelMedia.messenger,
    attachmentsPerMessage: 1,
    replyWindow: metaWindow, // RW4
    receipts: { delivered: true, read: true },
  },
  // CH6
  instagram: {
    ...plain,
    maxTextLength: 1000,
    textUnit: 'bytes',
    media: channelMedia.instagram,
    attachmentsPerMessage: 1,
    replyWindow: metaWindow, // RW4
    receipts: { delivered: false, read: true },
  },
  // CH7
  apple: {
    ...plain,
    maxTextLength: 4096,
    media: channelMedia.apple,
    attachmentsPerMessage: 1,
    receipts: { delivered: true, read: false },
  },
  // CH8
  telegram: {
    ...plain,
    maxTextLength: 4096,
    media: channelMedia.telegram,
    attachmentsPerMessage: 1,
    captions: true,
    maxCaptionLength: 1024,
  },
  // CH9
  x: {
    ...plain,
    maxTextLength: 10_000,
    media: channelMedia.x,
    attachmentsPerMessage: 1,
    captions: true,
    mayStart: 'free-text',
  },
  // CH10
  email: {
    ...plain,
    media: channelMedia.email,
    attachmentsPerMessage: 10,
    mayStart: 'free-text',
    formatting: 'html',
  },
};
