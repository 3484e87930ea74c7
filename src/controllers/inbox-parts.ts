import type { ReactiveControllerHost } from 'lit';
import { type Tag, type TagSettings, usualTagSettings } from '../domain/tags.ts';
import type { Team } from '../domain/teams.ts';
import { type AdapterError, toAdapterError } from '../ports/adapter-error.ts';
import type { MessagingSession } from '../sync/session-api.ts';

/** What all elements of a session know of tags and teams. */
interface Shelf {
  tags: readonly Tag[];
  settings: TagSettings;
  teams: readonly Team[];
  /** Why the tags could not be read the last time. */
  problem: AdapterError | null;
  asking: Promise<void> | null;
}

const shelves = new WeakMap<MessagingSession, Shelf>();

/** Tags and teams of the business: asked for when something needs them, shared by all elements of a session. */
export class InboxParts {
  readonly #host: ReactiveControllerHost;
  readonly #session: () => MessagingSession | null;

  constructor(host: ReactiveControllerHost, session: () => MessagingSession | null) {
    this.#host = host;
    this.#session = session;
  }

  get tags(): readonly Tag[] {
    return this.#shelf?.tags ?? [];
  }

  get tagSettings(): TagSettings {
    return this.#shelf?.settings ?? { ...usualTagSettings, mayCreate: false };
  }

  /** Why the tags could not be read; what was known stays. */
  get tagsProblem(): AdapterError | null {
    return this.#shelf?.problem ?? null;
  }

  get teams(): readonly Team[] {
    return this.#shelf?.teams ?? [];
  }

  /** Asks again. Without an answer there is less to choose from; nothing else depends on it. */
  async load(): Promise<void> {
    const session = this.#session();
    if (!session) return;
    const shelf = this.#shelf ?? { tags: [], settings: usualTagSettings, teams: [], problem: null, asking: null };
    shelves.set(session, shelf);
    shelf.asking ??= fill(session, shelf).finally(() => (shelf.asking = null));
    await shelf.asking;
    this.#host.requestUpdate();
  }

  /** Makes a tag, or finds the one that is the same. */
  async createTag(name: string): Promise<string> {
    const part = this.#session()?.part('tags');
    if (!part) return name;
    const tag = await part.createTag(name);
    await this.load();
    return tag.name;
  }

  get #shelf(): Shelf | undefined {
    const session = this.#session();
    return session ? shelves.get(session) : undefined;
  }
}

async function fill(session: MessagingSession, shelf: Shelf): Promise<void> {
  const parts = session.status.value.backend?.capabilities.parts ?? [];
  const tags = parts.includes('tags') ? session.part('tags') : undefined;
  const teams = parts.includes('teams') ? session.part('teams') : undefined;
  const [known, settings, groups] = await Promise.allSettled([
    tags?.listTags(),
    tags?.getTagSettings(),
    teams?.listTeams(),
  ]);
  shelf.problem = known.status === 'rejected' ? toAdapterError(known.reason) : null;
  if (known.status === 'fulfilled' && known.value) shelf.tags = known.value;
  if (settings.status === 'fulfilled' && settings.value) shelf.settings = settings.value;
  if (groups.status === 'fulfilled' && groups.value) shelf.teams = groups.value;
}
