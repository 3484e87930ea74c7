import type { ReactiveControllerHost } from 'lit';
import type { ApprovedTemplate } from '../domain/approved-template.ts';
import type { ChannelKind } from '../domain/model.ts';
import { recall, remember } from '../dom/remembered.ts';
import type { MessagingSession } from '../sync/session-api.ts';
import { FreshAnswer } from './fresh-answer.ts';

type Answer = FreshAnswer<readonly ApprovedTemplate[]>;

/** What all composers of a session know of the templates of each channel. */
const answers = new WeakMap<MessagingSession, Map<ChannelKind, Answer>>();
/** A business has a few hundred; whoever has more finds them by searching where they are made. */
const mostPages = 40;

/**
 * The approved templates of a backend (B7): loaded when first needed, shared by all composers of a session; and which of
 * them this agent prefers and used last, remembered by this browser.
 */
export class ApprovedTemplatesController {
  readonly #host: ReactiveControllerHost;
  readonly #session: () => MessagingSession | null;

  constructor(host: ReactiveControllerHost, session: () => MessagingSession | null) {
    this.#host = host;
    this.#session = session;
  }

  /** Whether the backend has approved templates at all. */
  get isOffered(): boolean {
    return this.#session()?.status.value.backend?.capabilities.parts.includes('approvedTemplates') ?? false;
  }

  /** Those of a channel; `null` while they were never loaded. */
  of(channel: ChannelKind): readonly ApprovedTemplate[] | null {
    return this.#answer(channel)?.value ?? null;
  }

  /** Whether the last attempt failed; what was loaded before is still there. */
  hasFailed(channel: ChannelKind): boolean {
    return this.#answer(channel)?.hasFailed ?? false;
  }

  /** Names of the templates the agent marked. */
  get favourites(): ReadonlySet<string> {
    const kept = recall(this.#name('favourite-templates'));
    return new Set(Array.isArray(kept) ? kept.filter((name) => typeof name === 'string') : []);
  }

  /** When the agent sent each last, by name, epoch ms. */
  get lastUsed(): ReadonlyMap<string, number> {
    const kept = recall(this.#name('last-templates'));
    const entries = kept !== null && typeof kept === 'object' ? Object.entries(kept) : [];
    return new Map(entries.filter((entry): entry is [string, number] => Number.isFinite(entry[1])));
  }

  toggleFavourite(name: string): void {
    const { favourites } = this;
    const next = favourites.has(name) ? [...favourites].filter((one) => one !== name) : [...favourites, name];
    remember(this.#name('favourite-templates'), next);
    this.#host.requestUpdate();
  }

  /** Notes that a template was sent now. */
  used(name: string): void {
    const now = this.#session()?.clock.now() ?? 0;
    remember(this.#name('last-templates'), Object.fromEntries(new Map([...this.lastUsed, [name, now]])));
  }

  /**
   * Loads those of a channel unless they are there and fresh. Resolves when that is done, also if it failed.
   *
   * @param anew - also when they are fresh
   */
  async load(channel: ChannelKind, anew?: 'anew'): Promise<void> {
    const session = this.#session();
    if (!session?.part('approvedTemplates')) return;
    const { clock } = session;
    const answer = this.#answer(channel) ?? new FreshAnswer();
    const all = answers.get(session) ?? new Map<ChannelKind, Answer>();
    answers.set(session, all.set(channel, answer));
    if (!anew && answer.isFresh(clock)) return;
    const asking = answer.ask(() => everyTemplate(session, channel), clock);
    this.#host.requestUpdate();
    await asking;
    this.#host.requestUpdate();
  }

  #answer(channel: ChannelKind): Answer | undefined {
    const session = this.#session();
    return session ? answers.get(session)?.get(channel) : undefined;
  }

  /** Each agent of each tenant has their own. */
  #name(what: string): string {
    const backend = this.#session()?.status.value.backend;
    return `${what}/${encodeURIComponent(backend?.tenantId ?? '')}/${encodeURIComponent(backend?.agent.id ?? '')}`;
  }
}

async function everyTemplate(session: MessagingSession, channel: ChannelKind): Promise<readonly ApprovedTemplate[]> {
  const part = session.part('approvedTemplates');
  const limit = session.status.value.backend?.capabilities.limits.maxPageSize ?? 50;
  const found: ApprovedTemplate[] = [];
  let cursor: string | undefined;
  for (let page = 0; part && page < mostPages; page += 1) {
    const { items, nextCursor } = await part.list({ channel }, { limit, ...(cursor !== undefined && { cursor }) });
    found.push(...items);
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  return found;
}
