/** A stretch of a message text. `href` has passed `safeUrl`. */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string; readonly type: 'url' | 'email' | 'phone' };

/** Cuts a text into parts; joined they are the text. */
export type Linkifier = (text: string) => readonly TextPart[];

let loaded: Linkifier | null = null;
let loading: Promise<Linkifier> | null = null;

/** Loads the link finder once, as a chunk of its own. After a failure the next call tries again. */
export function loadLinkifier(): Promise<Linkifier> {
  loading ??= import('./link-finder.ts').then(
    ({ findLinks }) => (loaded = findLinks),
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** The parts of a text with its web addresses, e-mail addresses and phone numbers; plain text until it has loaded. */
export function linkify(text: string): readonly TextPart[] {
  return loaded ? loaded(text) : [{ kind: 'text', text }];
}

/** Whether a text could hold a link at all: spares loading the finder for most messages. */
export function mayHaveLinks(text: string): boolean {
  return /[.:@]\S|(?<!\d)[+0(][\d\s()./-]{5}/.test(text);
}
