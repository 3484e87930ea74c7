import { html, render, type TemplateResult } from 'lit';
import type { CoWorker, RecipientSummary } from '../../src/domain/model.ts';
import { parseView } from '../../src/domain/saved-view.ts';
import type { ViewCommand } from '../../src/elements/events.ts';
import type { Backend } from './backend.ts';
import { Figures, type FigureValues } from './figures.ts';
import type { PageOptions } from './page-options.ts';
import type { NewContact } from './contacts.ts';
import type { ErpRecord, Records } from './records.ts';
import { conversationsRoute, hashOf, parseRoute, type Route } from './router.ts';
import { coWorkers } from './seed/settings.ts';
import type { Texts } from './text/en.ts';
import type { View } from './view.ts';
import { conversationsView, logView } from './views/conversations.ts';
import { conversionView, monitorView } from './views/supervision.ts';
import { newContactView } from './views/new-contact.ts';
import { recordCardView } from './views/record-card.ts';
import { recordListView } from './views/record-list.ts';
import { roleCentreView } from './views/role-centre.ts';
import { shell } from './views/shell.ts';

/** What pages of the ERP may know and do. */
export type AppContext = Pick<
  App,
  | 'texts'
  | 'records'
  | 'agent'
  | 'hour'
  | 'month'
  | 'figures'
  | 'commands'
  | 'monthName'
  | 'displayName'
  | 'go'
  | 'replace'
  | 'update'
  | 'openConversation'
  | 'openCue'
  | 'takeCommands'
  | 'keepConversation'
  | 'keepView'
  | 'writeTo'
  | 'saveContact'
  | 'leaveForm'
>;

/** The ERP page: where one is, what it shows, and what the elements ask of their host. */
export class App {
  readonly options: PageOptions;
  readonly texts: Texts;
  readonly records: Records;
  readonly agent: CoWorker;
  readonly backend: Backend;
  readonly #root: HTMLElement;
  readonly #figures: Figures;
  readonly #displayNames: Readonly<Record<'region' | 'language', Intl.DisplayNames>>;
  route: Route;
  /** Something to tell that belongs to no element. */
  notice: string | null = null;
  /** What the conversation screen can do now (D11). */
  commands: readonly ViewCommand[] = [];
  /** Told when the next page has been arrived at. */
  #noticeThere: string | null = null;
  /** Where a card was asked for. */
  #askedFrom: Route | null = null;
  #isQueued = false;

  constructor(
    root: HTMLElement,
    options: PageOptions,
    { backend, texts, records }: Pick<App, 'backend' | 'texts' | 'records'>,
  ) {
    this.#root = root;
    this.options = options;
    this.backend = backend;
    this.texts = texts;
    this.records = records;
    this.agent = agentOf(options.agent);
    this.route = parseRoute(location.hash);
    this.#figures = new Figures(backend.session, this.update);
    const { locale } = this.texts;
    this.#displayNames = {
      region: new Intl.DisplayNames(locale, { type: 'region' }),
      language: new Intl.DisplayNames(locale, { type: 'language' }),
    };
  }

  start(): void {
    addEventListener('hashchange', () => this.#arrive());
    this.#root.addEventListener('source-open-request', (event) => this.#openSource(event.detail.recipient));
    this.#root.addEventListener('recipient-create-request', (event) => this.#newContact(event));
    this.backend.session.status.subscribe(this.update);
    this.backend.onOfflineChange(this.update);
    this.#render();
  }

  get hour(): number {
    return new Date().getHours();
  }

  /** This month, 1–12. */
  get month(): number {
    return new Date().getMonth() + 1;
  }

  get figures(): FigureValues {
    return this.#figures.values;
  }

  readonly monthName = (month: number): string =>
    new Intl.DateTimeFormat(this.texts.locale, { month: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2026, month - 1, 15),
    );

  /** A country or language in this page's language. */
  readonly displayName = (kind: 'region' | 'language', code: string): string =>
    this.#displayNames[kind].of(code) ?? code;

  /** Goes to another place; the way back is kept. */
  readonly go = (route: Route): void => {
    location.hash = hashOf(route);
  };

  /** Changes the place without a step back. */
  readonly replace = (route: Route): void => this.#stay(route, 'replaceState');

  /** Renders soon, once. */
  readonly update = (): void => {
    if (this.#isQueued) return;
    this.#isQueued = true;
    queueMicrotask(() => {
      this.#isQueued = false;
      this.#render();
    });
  };

  /** A row of a list was opened: the conversation is shown in the message centre. */
  readonly openConversation = (event: HTMLElementEventMap['conversation-open-request']): void => {
    event.preventDefault();
    const { conversationId, recipient } = event.detail;
    const { route } = this;
    const isAboutOne = route.page === 'card' || (route.page === 'log' && route.recipientId !== null);
    const scope = route.page === 'log' ? route.scope : route.page === 'monitor' ? 'all' : 'mine';
    this.go(conversationsRoute({ conversationId, scope, recipientId: isAboutOne ? recipient.id : null }));
  };

  readonly takeCommands = (event: HTMLElementEventMap['command-state-change']): void => {
    this.commands = event.detail.commands;
    this.update();
  };

  /** Another conversation was chosen on the screen: a reload should show it again. */
  readonly keepConversation = (event: HTMLElementEventMap['conversation-change']): void => {
    const { route } = this;
    const { conversationId } = event.detail;
    if (route.page === 'conversations' && route.conversationId !== conversationId)
      this.replace({ ...route, conversationId });
  };

  /**
   * An element is looked at in another way: the address keeps it, so that reload, back and forward find it again. The
   * elements leave the address alone; what to keep of it is the page's to decide.
   */
  readonly keepView = (event: HTMLElementEventMap['view-change']): void => {
    const { route } = this;
    const { view } = event.detail;
    if ((route.page !== 'home' && route.page !== 'conversations') || route.view === view) return;
    // Each letter of a search is no step back of its own.
    if (textIn(route.view) === textIn(view)) this.#stay({ ...route, view }, 'pushState');
    else this.replace({ ...route, view });
  };

  /** A tile of the role centre was pressed: the monitor shows what is behind it. */
  readonly openCue = (event: HTMLElementEventMap['cue-open-request']): void =>
    this.go({ page: 'monitor', cue: event.detail.cue });

  /** *Send SMS/WhatsApp* on a card: the conversation with that recipient, begun if there is none. */
  readonly writeTo = async (record: ErpRecord): Promise<void> => {
    try {
      const { id } = await this.backend.session.open({ recipientId: record.id });
      this.go(conversationsRoute({ conversationId: id, recipientId: record.id }));
    } catch {
      this.say(this.texts.actions.openFailed);
    }
  };

  /** A card is made of what the form says, and the sender of the conversation is linked to it (D10). */
  readonly saveContact = async (contact: NewContact, conversationId: string): Promise<void> => {
    let record: ErpRecord;
    try {
      record = await this.backend.contacts.save(contact);
    } catch {
      this.say(this.texts.contact.saveFailed);
      return;
    }
    this.records.add(record);
    const isLinked = await this.backend.session.update(conversationId, { recipientId: record.id }).then(
      () => true,
      () => false,
    );
    this.leaveForm(conversationId);
    const { saved, linkFailed } = this.texts.contact;
    this.#noticeThere = isLinked ? saved(record.name, record.number) : linkFailed(record.name, record.number);
  };

  /** Back to the conversation, where it was left. */
  readonly leaveForm = (conversationId: string): void => {
    this.go(this.#askedFrom ?? conversationsRoute({ conversationId, scope: 'all' }));
  };

  #newContact(event: HTMLElementEventMap['recipient-create-request']): void {
    event.preventDefault();
    const { conversationId, channel, address, name } = event.detail;
    this.#askedFrom = this.route;
    this.go({ page: 'new-contact', conversationId, channel, address, name: name ?? '' });
  }

  say(notice: string | null): void {
    this.notice = notice;
    this.update();
  }

  #openSource(recipient: RecipientSummary): void {
    if (this.records.get(recipient.id)) this.go({ page: 'card', id: recipient.id });
    else this.say(this.texts.conversations.noCard(recipient.name));
  }

  /**
   * The page shows this already: the address says so too, at once. An address that is heard of later can be left before it
   * was, and the element would keep what the way back undid.
   */
  #stay(route: Route, write: 'pushState' | 'replaceState'): void {
    history[write](history.state, '', hashOf(route));
    this.route = route;
    this.update();
  }

  #arrive(): void {
    const before = this.route;
    this.route = parseRoute(location.hash);
    this.notice = this.#noticeThere;
    this.#noticeThere = null;
    if (this.route.page !== 'conversations') this.commands = [];
    this.#render();
    // Another look at the same page: the agent stays where they are.
    if (before.page === this.route.page && (this.route.page === 'conversations' || this.route.page === 'home')) return;
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    document.querySelector('main')?.scrollTo(0, 0);
  }

  #render(): void {
    this.#figures.watch(this.route.page === 'home');
    const view = this.#view();
    document.title = `${view.title} · ${this.texts.company} ${this.texts.product}`;
    render(this.#page(view), this.#root);
  }

  #page(view: View): TemplateResult {
    const { session } = this.backend;
    return html`<conversation-provider .session=${session} locale=${this.texts.locale}>
      ${shell(this, view, session.status.value.phase === 'failed')}
    </conversation-provider>`;
  }

  #view(): View {
    const { route } = this;
    switch (route.page) {
      case 'contacts':
      case 'resources':
        return recordListView(this, route);
      case 'card':
        return recordCardView(this, route.id);
      case 'new-contact':
        return newContactView(this, route);
      case 'conversations':
        return conversationsView(this, route);
      case 'log':
        return logView(this, route);
      case 'monitor':
        return monitorView(this, route);
      case 'conversion':
        return conversionView(this);
      case 'home':
        return roleCentreView(this, route);
    }
  }
}

function textIn(view: string | undefined): string {
  return parseView(view ?? '').view.text ?? '';
}

function agentOf(number: number): CoWorker {
  const agent = coWorkers[number - 1] ?? coWorkers[0];
  if (!agent) throw new RangeError('there are no co-workers');
  return agent;
}
