import { languageForms } from './forms.ts';

const { plural } = languageForms('en');

/** The texts of files in the composer in English; the shape all other languages have. They load with the tools. */
export const composerFilesEn = {
  /** BCP 47 tag of these texts. */
  language: 'en',
  add: 'Attach files',
  added: (count: number) => plural(count, { one: '# file added.', other: '# files added.' }),
  altText: 'Description for people who cannot see it',
  describe: 'Describe',
  describeFile: (name: string) => `Describe ${name}`,
  asJpeg: (size: string) => `Convert to JPEG (about ${size})`,
  camera: 'Take a photo',
  caption: 'Caption',
  captionOf: (name: string) => `Caption of ${name}`,
  drop: 'Drop the files here',
  drawing: 'Making the picture smaller…',
  drawingFailed: 'The picture could not be made smaller.',
  earlier: (name: string) => `Move ${name} earlier`,
  later: (name: string) => `Move ${name} later`,
  leftOut: {
    empty: (name: string) => `Not added: ${name} is empty.`,
    executable: (name: string) => `Not added: ${name} is a program, and programs are not sent.`,
    'too-many': (name: string) => `Not added: ${name}. At most 10 files go together.`,
    unreadable: (name: string) => `Not added: ${name} cannot be read.`,
  },
  list: 'Files to send',
  listen: (name: string) => `Listen to ${name}`,
  messages: (count: number) =>
    plural(count, { one: 'Goes out as # message.', other: 'Goes out as # messages, in this order.' }),
  none: (channel: string) => `No files can be sent by ${channel}.`,
  notKept: 'There is no room for it on this device: it is gone when this page closes.',
  obstacles: {
    refused: 'A file cannot be sent by this channel. Mend or remove it.',
    uploading: 'The files are still being uploaded.',
    paused: 'The upload of a file is paused.',
    failed: 'A file could not be uploaded.',
    'caption-too-long': 'A caption is too long for this channel.',
    'too-many': 'At most 10 files go together.',
    nothing: 'There is nothing to send.',
  },
  pause: (name: string) => `Pause the upload of ${name}`,
  progress: (name: string) => `Upload of ${name}`,
  refusals: {
    empty: 'It is empty.',
    executable: 'Programs are not sent.',
    'no-files': (channel: string) => `No files can be sent by ${channel}.`,
    'too-large': (size: string, limit: string, channel: string) =>
      `Too large for ${channel}: ${size}, at most ${limit}.`,
    'too-many': (limit: number) => plural(limit, { other: 'At most # files go together.' }),
    'unsupported-type': (kind: string, channel: string) => `${kind} cannot be sent by ${channel}.`,
  },
  remove: (name: string) => `Remove ${name}`,
  removed: (name: string) => `${name} removed.`,
  resume: (name: string) => `Go on with the upload of ${name}`,
  retry: 'Try again',
  smaller: (width: string, height: string, size: string) => `Make smaller (${width} × ${height}, about ${size})`,
  states: {
    done: 'Ready',
    failed: 'Not uploaded',
    idle: 'Waiting',
    paused: 'Paused',
    running: (percent: string) => `Uploading, ${percent}%`,
    waiting: 'Waiting for the connection',
  },
  textIsCaption: 'Your text goes with the first file.',
  textIsFirst: 'Your text goes first, as a message of its own.',
  types: { image: 'Such pictures', video: 'Such videos', audio: 'Such sounds', document: 'Such files' },
};

/** The shape of a language: the same keys as English, the same parameters. */
export type ComposerFileTexts = typeof composerFilesEn;
