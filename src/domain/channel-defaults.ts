import { defaultWindows } from './channel-windows.ts';
import type { ChannelCapabilities, ChannelKind } from './model.ts';

/** Everything but the files a channel carries, which `channel-media` tells: only who has a file needs to know. */
export type ChannelAbilities = Omit<ChannelCapabilities, 'media'>;

const plain: Omit<ChannelAbilities, 'replyWindow'> = {
  maxTextLength: null,
  textUnit: 'characters',
  attachmentsPerMessage: 0,
  captions: false,
  approvedTemplates: false,
  mayStart: 'no',
  receipts: { delivered: false, read: false },
  formatting: 'none',
};

/**
 * What each kind of channel can do where the backend says nothing else. Figures and their sources: `docs/rules.md`.
 * Limits differ per account, so a backend that knows better says so per conversation (`ConversationChannel.overrides`).
 */
export const defaultCapabilities: Readonly<Record<ChannelKind, ChannelAbilities>> = {
  // CH1
  sms: {
    ...plain,
    replyWindow: defaultWindows.sms,
    maxTextLength: 8,
    textUnit: 'sms-parts',
    mayStart: 'free-text',
    receipts: { delivered: true, read: false },
  },
  // CH2
  whatsapp: {
    ...plain,
    replyWindow: defaultWindows.whatsapp,
    maxTextLength: 4096,
    attachmentsPerMessage: 1,
    captions: true,
    maxCaptionLength: 1024,
    approvedTemplates: true,
    mayStart: 'template',
    receipts: { delivered: true, read: true },
    quotes: true, // TL5
    formatting: 'whatsapp',
  },
  // CH3
  viber: {
    ...plain,
    replyWindow: defaultWindows.viber,
    maxTextLength: 1000,
    attachmentsPerMessage: 1,
    mayStart: 'free-text',
    receipts: { delivered: true, read: true },
  },
  // CH4
  rcs: {
    ...plain,
    replyWindow: defaultWindows.rcs,
    maxTextLength: 3072,
    attachmentsPerMessage: 1,
    mayStart: 'free-text',
    receipts: { delivered: true, read: true },
  },
  // CH5
  messenger: {
    ...plain,
    replyWindow: defaultWindows.messenger,
    maxTextLength: 2000,
    attachmentsPerMessage: 1,
    receipts: { delivered: true, read: true },
  },
  // CH6
  instagram: {
    ...plain,
    replyWindow: defaultWindows.instagram,
    maxTextLength: 1000,
    textUnit: 'bytes',
    attachmentsPerMessage: 1,
    receipts: { delivered: false, read: true },
  },
  // CH7
  apple: {
    ...plain,
    replyWindow: defaultWindows.apple,
    maxTextLength: 4096,
    attachmentsPerMessage: 1,
    receipts: { delivered: true, read: false },
  },
  // CH8
  telegram: {
    ...plain,
    replyWindow: defaultWindows.telegram,
    maxTextLength: 4096,
    attachmentsPerMessage: 1,
    captions: true,
    maxCaptionLength: 1024,
  },
  // CH9
  x: {
    ...plain,
    replyWindow: defaultWindows.x,
    maxTextLength: 10_000,
    attachmentsPerMessage: 1,
    captions: true,
    mayStart: 'free-text',
  },
  // CH10
  email: {
    ...plain,
    replyWindow: defaultWindows.email,
    attachmentsPerMessage: 10,
    mayStart: 'free-text',
    formatting: 'html',
  },
};
