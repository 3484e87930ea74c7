import { languageForms } from './forms.ts';

const { plural } = languageForms('en');

/** The notices above the panes of `conversation-view`, in English. */
export const bannersEn = {
  banners: {
    givenBack: 'Somebody changed this conversation meanwhile: look at it again. Your text is kept.',
    lastFailed: 'That did not work.',
    notLoaded:
      'A part of this page could not be loaded. It is tried again; until then nothing is sent. If this stays, reload the page: what you typed is kept.',
    offlineSince: (time: string) => `Offline since ${time}.`,
    queued: (count: number) =>
      plural(count, {
        one: '# message waits and is sent as soon as the connection is back.',
        other: '# messages wait and are sent as soon as the connection is back.',
      }),
    queuedForSignIn: (count: number) =>
      plural(count, { one: '# message waits for a new sign-in.', other: '# messages wait for a new sign-in.' }),
    signIn: 'Your sign-in has expired.',
    starting: 'The server cannot be reached. It is tried again by itself.',
    storage: {
      'best-effort': 'Drafts and unsent messages are kept in this browser, but it may remove them when space runs out.',
      none: 'Drafts and unsent messages are lost when this page closes: this browser does not store them.',
    },
    storageBlocked: 'Another tab with an older version blocks the storage. Close it, then reload this page.',
    storageNewer: 'A newer version of this page has stored data here. Reload this page.',
    storageQuota: 'The storage of this browser is full.',
    takenBy: (name: string) => `${name} was quicker: this conversation is theirs now. Your text is kept.`,
  },
};

/** The shape of these texts. */
export type BannerTexts = typeof bannersEn;
