import type { Lie } from './lying.ts';
import { tells, unless } from './lying.ts';

/** Lies about files, by the check that must catch them. */
export const fileLies: Readonly<Record<string, Readonly<Record<string, Lie>>>> = {
  PA1: {
    'has another file at the address': tells('attachments', () => ({
      url: () => Promise.resolve({ url: URL.createObjectURL(new Blob(['?'])), thumbnailUrl: null, expiresAt: null }),
    })),
    'tells no progress': tells('attachments', (honest) => ({ put: (id, piece) => honest.put(id, piece) })),
    'makes a file of the first piece': tells('attachments', (honest) => {
      let first: Awaited<ReturnType<typeof honest.begin>> | null = null;
      return {
        begin: async (request) => (first = await honest.begin(request)),
        put: (id) => {
          const { clientId: none, ...file } = {
            clientId: '',
            name: 'boiler.jpg',
            mimeType: 'image/jpeg',
            altText: null,
          };
          const attachment = { id: id + none, ...file, sizeBytes: 1, url: null, thumbnailUrl: null, durationMs: null };
          return Promise.resolve({ ...first!, id, receivedBytes: 1, attachment });
        },
      };
    }),
  },
  PA2: {
    'begins anew instead of going on': tells('attachments', (honest) => {
      let count = 0;
      return {
        begin: (request) => honest.begin({ ...request, clientId: `${request.clientId}-${(count += 1)}` }),
      };
    }),
    'takes a piece wherever it belongs': tells('attachments', (honest) => {
      let last: Awaited<ReturnType<typeof honest.put>> | null = null;
      return {
        put: (id, piece, options) =>
          unless(
            'conflict',
            honest.put(id, piece, options).then((upload) => (last = upload)),
            () => last!,
          ),
      };
    }),
  },
  PA3: {
    'takes another file under the same id': tells('attachments', (honest) => ({
      begin: (request) =>
        unless('key-reused', honest.begin(request), () =>
          honest.begin({ ...request, clientId: `${request.clientId}!` }),
        ),
    })),
    'believes what a file is called': tells('attachments', (honest) => ({
      put: (id, piece, options) =>
        unless('invalid', honest.put(id, piece, options), () => {
          const file = { name: 'boiler.jpg', mimeType: 'image/jpeg', sizeBytes: piece.bytes.size, altText: null };
          const attachment = { id, ...file, url: null, thumbnailUrl: null, durationMs: null };
          return { id, receivedBytes: piece.bytes.size, chunkBytes: 1e6, expiresAt: null, attachment };
        }),
    })),
  },
  PA4: {
    'sends the file as text': (honest) => ({
      send: (message, options) =>
        honest.send(
          message.content.kind === 'image' ? { ...message, content: { kind: 'text', text: '[file]' } } : message,
          options,
        ),
    }),
    'takes away what a message carries': tells('attachments', (honest) => ({
      remove: (id) => unless('conflict', honest.remove(id), () => undefined),
    })),
  },
  PA5: {
    'does not remove': tells('attachments', () => ({ remove: () => Promise.resolve() })),
    'minds what is gone': tells('attachments', (honest) => ({
      remove: async (id) => {
        await honest.url(id);
        await honest.remove(id);
      },
    })),
  },
};
