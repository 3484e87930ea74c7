import { inboxTabs } from './inbox-tabs.ts';
import { flag, idOrNone, listOf, oneOf, timespan, words } from './view-codecs.ts';
import type { Codec } from './view-codecs.ts';
import { channelKinds } from './channel-kinds.ts';
import type { InboxView } from './view-query.ts';

export { viewQuery } from './view-query.ts';
export type { InboxView };

/** A view read from a string, and what in it could not be read. */
export interface ParsedView {
  readonly view: InboxView;
  /** VW3: known fields with a value that is none, left out of the view. */
  readonly problems: readonly { readonly field: string; readonly value: string }[];
}

type Fields = Omit<InboxView, 'unknown'>;

/** In the order in which they are written, so that the same view is always the same string (VW1). */
const fields: { readonly [K in keyof Fields]-?: readonly [name: string, codec: Codec<NonNullable<Fields[K]>>] } = {
  tab: ['tab', oneOf(inboxTabs)],
  scope: ['scope', oneOf(['mine', 'branch', 'all'] as const)],
  sort: ['sort', oneOf(['oldest', 'newest', 'shortest-wait', 'longest-wait'] as const)],
  states: ['state', listOf(oneOf(['new', 'assigned', 'archived', 'spam'] as const))],
  channels: ['channel', listOf(oneOf(channelKinds))],
  coWorkerIds: ['co-worker', listOf(idOrNone())],
  branchIds: ['branch', listOf(idOrNone())],
  teamIds: ['team', listOf(idOrNone())],
  tags: ['tag', listOf(words())],
  unreadOnly: ['unread', flag()],
  started: ['started', timespan()],
  text: ['q', words()],
};
const names = new Map(Object.entries(fields).map(([key, [name]]) => [name, key as keyof Fields]));

/** Writes a view as a string that stands in an address or an attribute as it is (VW1). */
export function formatView(view: InboxView): string {
  const parts = Object.entries(fields).flatMap(([key, [name, codec]]) => {
    const value = view[key as keyof Fields];
    // An empty list narrows nothing: read back, it would hide everything.
    return value === undefined || (Array.isArray(value) && value.length === 0)
      ? []
      : [`${name}=${(codec as Codec<unknown>).write(value)}`];
  });
  return [...parts, ...(view.unknown ?? [])].join('&');
}

/** Reads a view from a string, with or without `?` before it. Never throws: what cannot be read is said (VW2, VW3). */
export function parseView(text: string): ParsedView {
  const found: Partial<Record<keyof Fields, unknown>> = {};
  const unknown: string[] = [];
  const problems: { field: string; value: string }[] = [];
  for (const part of text.replace(/^\?/, '').split('&')) {
    if (part === '') continue;
    const [name, value] = splitOnce(part);
    const key = names.get(name);
    if (!key) unknown.push(part);
    else {
      const read = fields[key][1].read(value);
      if (read === undefined) problems.push({ field: name, value });
      else found[key] = read;
    }
  }
  return { view: { ...(found as Fields), ...(unknown.length > 0 && { unknown }) }, problems };
}

function splitOnce(part: string): readonly [string, string] {
  const at = part.indexOf('=');
  return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
}
