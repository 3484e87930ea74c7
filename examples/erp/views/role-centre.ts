import { html, nothing, type TemplateResult } from 'lit';
import type { AppContext } from '../app.ts';
import { hasUsableMobile } from '../records.ts';
import { conversationsRoute, hashOf, listRoute, logRoute, type Route } from '../router.ts';
import type { View } from '../view.ts';

interface Tile {
  readonly id: string;
  readonly label: string;
  /** `null` while it is being counted. */
  readonly count: number | null;
  readonly route: Route;
  /** Something waits for the co-worker. */
  readonly calls?: boolean;
}

/** How the table is looked at before the agent chose anything; going back comes to it again. */
const firstLook = 'scope=mine';

/** Where the day begins: greeting, what waits, and my conversations. */
export function roleCentreView(app: AppContext, route: Extract<Route, { page: 'home' }>): View {
  const { texts, agent } = app;
  return {
    title: greeting(app),
    subtitle: headline(app),
    groups: [],
    content: html`<div class="role-centre">
      ${agent.permissions.includes('supervise') ? watching(app) : nothing}
      ${tileGroup(texts.tiles.messages, messageTiles(app))} ${tileGroup(texts.tiles.service, serviceTiles(app))}
      <section class="part" aria-labelledby="my-conversations-title">
        <h2 id="my-conversations-title">${texts.myConversations}</h2>
        <my-conversations
          .view=${route.view ?? firstLook}
          @view-change=${app.keepView}
          @conversation-open-request=${app.openConversation}
        ></my-conversations>
      </section>
    </div>`,
  };
}

/** What a supervisor looks at first. */
function watching({ texts, openCue }: AppContext): TemplateResult {
  return html`<section class="part" aria-labelledby="cues-title">
    <h2 id="cues-title">${texts.nav.monitor}</h2>
    <conversation-cues @cue-open-request=${openCue}></conversation-cues>
  </section>`;
}

function greeting({ texts, agent, hour }: AppContext): string {
  const name = agent.name.split(' ')[0] ?? agent.name;
  if (hour < 12) return texts.greeting.morning(name);
  return hour < 18 ? texts.greeting.afternoon(name) : texts.greeting.evening(name);
}

function headline({ texts, figures }: AppContext): string {
  if (figures.unreadMine === null) return texts.headline.loading;
  return figures.unreadMine === 0 ? texts.headline.none : texts.headline.unread(figures.unreadMine);
}

function messageTiles({ texts, figures }: AppContext): readonly Tile[] {
  return [
    {
      id: 'unread-mine',
      label: texts.tiles.unreadMine,
      count: figures.unreadMine,
      route: logRoute({ scope: 'mine', unreadOnly: true }),
      calls: true,
    },
    {
      id: 'unread-branch',
      label: texts.tiles.unreadBranch,
      count: figures.unreadBranch,
      route: logRoute({ scope: 'branch', unreadOnly: true }),
      calls: true,
    },
    { id: 'mine', label: texts.tiles.mine, count: figures.mine, route: conversationsRoute() },
    { id: 'branch', label: texts.tiles.branch, count: figures.branch, route: conversationsRoute({ scope: 'branch' }) },
  ];
}

function serviceTiles({ texts, records, month, monthName }: AppContext): readonly Tile[] {
  const contacts = records.all.filter(({ kind }) => kind === 'contact');
  return [
    {
      id: 'service-due',
      label: texts.tiles.serviceDue(monthName(month)),
      count: contacts.filter(({ serviceMonth }) => serviceMonth === month).length,
      route: { page: 'contacts', search: '', serviceMonth: month, noMobile: false },
    },
    {
      id: 'no-mobile',
      label: texts.tiles.noMobile,
      count: contacts.filter((record) => !hasUsableMobile(record)).length,
      route: { page: 'contacts', search: '', serviceMonth: null, noMobile: true },
    },
    { id: 'contacts', label: texts.tiles.contacts, count: contacts.length, route: listRoute('contacts') },
    { id: 'resources', label: texts.tiles.resources, count: records.count('resource'), route: listRoute('resources') },
  ];
}

function tileGroup(title: string, tiles: readonly Tile[]): TemplateResult {
  return html`<section class="tile-group" aria-label=${title}>
    <h2>${title}</h2>
    <div class="tiles">${tiles.map(tileLink)}</div>
  </section>`;
}

function tileLink({ id, label, count, route, calls }: Tile): TemplateResult {
  const kind = calls && count !== null && count > 0 ? 'calls' : '';
  return html`<a class="tile ${kind}" href=${hashOf(route)} data-tile=${id}>
    <span class="tile-count">${count ?? nothing}</span><span class="tile-label">${label}</span>
  </a>`;
}
