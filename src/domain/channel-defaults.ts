import type { ChannelCapabilities, ChannelKind, MediaRule, ReplyWindowRule } from './model.ts';

const hourMs = 3_600_000;
const megabyte = 1_048_576;

const noWindow: ReplyWindowRule = { freeTextMs: null, afterwards: 'nothing', humanAgentMs: null };
const metaWindow: ReplyWindowRule = { freeTextMs: 24 * hourMs, afterwards: 'nothing', humanAgentMs: 7 * 24 * hourMs };

const office = [
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
];
const whatsappAudio = ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'];

/** One size for every family of files; `*` after the slash stands for any subtype. */
function media(megabytes: number, families: Readonly<Partial<Record<MediaRule['kind'], readonly string[]>>>) {
  return (Object.entries(families) as [MediaRule['kind'], readonly string[]][]).map(([kind, mimeTypes]): MediaRule => ({
    kind,
    mimeTypes,
    maxBytes: megabytes * megabyte,
  }));
}

const anything = { image: ['image/*'], video: ['video/*'], audio: ['audio/*'], document: ['application/*', 'text/*'] };

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
    media: [
      ...media(5, { image: ['image/jpeg', 'image/png'] }),
      ...media(16, { video: ['video/mp4', 'video/3gpp'], audio: whatsappAudio }),
      ...media(100, { document: ['text/plain', 'application/pdf', ...office] }),
      { kind: 'sticker', mimeTypes: ['image/webp'], maxBytes: 500 * 1024 },
    ],
    attachmentsPerMessage: 1,
    captions: true,
    replyWindow: { freeTextMs: 24 * hourMs, afterwards: 'template', humanAgentMs: null },
    approvedTemplates: true,
    mayStart: 'template',
    receipts: { delivered: true, read: true },
    formatting: 'whatsapp',
  },
  // CH3
  viber: {
    ...plain,
    maxTextLength: 1000,
    media: media(200, {
      image: ['image/jpeg', 'image/png'],
      video: ['video/mp4'],
      document: ['application/pdf', ...office],
    }),
    attachmentsPerMessage: 1,
    replyWindow: { freeTextMs: 24 * hourMs, afterwards: 'nothing', humanAgentMs: null },
    mayStart: 'free-text',
    receipts: { delivered: true, read: true },
  },
  // CH4
  rcs: {
    ...plain,
    maxTextLength: 3072,
    media: media(100, { image: ['image/*'], video: ['video/*'], audio: ['audio/*'], document: ['application/pdf'] }),
    attachmentsPerMessage: 1,
    mayStart: 'free-text',
    receipts: { delivered: true, read: true },
  },
  // CH5
  messenger: {
    ...plain,
    maxTextLength: 2000,
    media: [
      ...media(8, { image: ['image/*'] }),
      ...media(25, { video: ['video/*'], audio: ['audio/*'], document: ['application/*', 'text/*'] }),
    ],
    attachmentsPerMessage: 1,
    replyWindow: metaWindow, // RW4
    receipts: { delivered: true, read: true },
  },
  // CH6
  instagram: {
    ...plain,
    maxTextLength: 1000,
    textUnit: 'bytes',
    media: [
      ...media(8, { image: ['image/png', 'image/jpeg', 'image/gif'] }),
      ...media(25, { video: ['video/*'], audio: ['audio/*'], document: ['application/pdf'] }),
    ],
    attachmentsPerMessage: 1,
    replyWindow: metaWindow, // RW4
    receipts: { delivered: false, read: true },
  },
  // CH7
  apple: {
    ...plain,
    maxTextLength: 4096,
    media: media(100, anything),
    attachmentsPerMessage: 1,
    receipts: { delivered: true, read: false },
  },
  // CH8
  telegram: {
    ...plain,
    maxTextLength: 4096,
    media: [
      ...media(5, { image: ['image/*'] }),
      ...media(20, { video: ['video/*'], audio: ['audio/*'], document: ['application/*', 'text/*'] }),
    ],
    attachmentsPerMessage: 1,
    captions: true,
  },
  // CH9
  x: {
    ...plain,
    maxTextLength: 10_000,
    media: [
      ...media(5, { image: ['image/jpeg', 'image/png', 'image/webp'] }),
      { kind: 'image', mimeTypes: ['image/gif'], maxBytes: 15 * megabyte },
    ],
    attachmentsPerMessage: 1,
    captions: true,
    mayStart: 'free-text',
  },
  // CH10
  email: {
    ...plain,
    media: media(10, anything),
    attachmentsPerMessage: 10,
    mayStart: 'free-text',
    formatting: 'html',
  },
};
