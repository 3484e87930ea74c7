import { capabilitiesOf } from './channels.ts';
import type { ChannelCapabilities, ChannelKind, ConversationChannel, MediaRule } from './model.ts';

type Families = Readonly<Partial<Record<MediaRule['kind'], readonly string[]>>>;

const megabyte = 1_048_576;

const office = [
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
];
const anyImage: Families = { image: ['image/*'] };
const anyOther: Families = { video: ['video/*'], audio: ['audio/*'], document: ['application/*', 'text/*'] };

/** One size for several families of files; `*` after the slash stands for any subtype. */
function upTo(megabytes: number, families: Families): MediaRule[] {
  return (Object.entries(families) as [MediaRule['kind'], readonly string[]][]).map(([kind, mimeTypes]): MediaRule => ({
    kind,
    mimeTypes,
    maxBytes: megabytes * megabyte,
  }));
}

/** The files each kind of channel carries. Sizes and their sources: `docs/rules.md`, CH1 to CH10. */
export const channelMedia: Readonly<Record<ChannelKind, readonly MediaRule[]>> = {
  sms: [],
  whatsapp: [
    ...upTo(5, { image: ['image/jpeg', 'image/png'] }),
    ...upTo(16, {
      video: ['video/mp4', 'video/3gpp'],
      audio: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg; codecs=opus'],
    }),
    ...upTo(100, { document: ['text/plain', 'application/pdf', ...office] }),
    { kind: 'sticker', mimeTypes: ['image/webp'], maxBytes: 500 * 1024 },
  ],
  viber: upTo(200, {
    image: ['image/jpeg', 'image/png'],
    video: ['video/mp4'],
    document: ['application/pdf', ...office],
  }),
  rcs: upTo(100, { ...anyImage, video: ['video/*'], audio: ['audio/*'], document: ['application/pdf'] }),
  messenger: [...upTo(8, anyImage), ...upTo(25, anyOther)],
  instagram: [
    ...upTo(8, { image: ['image/png', 'image/jpeg', 'image/gif'] }),
    ...upTo(25, { video: ['video/*'], audio: ['audio/*'], document: ['application/pdf'] }),
  ],
  apple: upTo(100, { ...anyImage, ...anyOther }),
  telegram: [...upTo(5, anyImage), ...upTo(20, anyOther)],
  x: [...upTo(5, { image: ['image/jpeg', 'image/png', 'image/webp'] }), ...upTo(15, { image: ['image/gif'] })],
  email: upTo(10, { ...anyImage, ...anyOther }),
};

/** What may be sent here, files included: what the backend says of this account goes before the kind (CH11). */
export function fileCapabilitiesOf(channel: ConversationChannel): ChannelCapabilities {
  return { media: channelMedia[channel.channel], ...channel.overrides, ...capabilitiesOf(channel) };
}
