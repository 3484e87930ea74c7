import { html, nothing, type TemplateResult } from 'lit';
import type { AppContext } from '../app.ts';
import { branchName, coWorkerName, type ErpRecord, hasUsableMobile, matchedNumber } from '../records.ts';
import { listRoute, logRoute } from '../router.ts';
import type { ActionGroup, View } from '../view.ts';

type Field = readonly [label: string, value: string | TemplateResult | null];

/** The card of a contact or resource. */
export function recordCardView(app: AppContext, id: string): View {
  const { texts, records } = app;
  const record = records.get(id);
  if (!record)
    return {
      title: texts.card.notFound,
      groups: [backGroup(app, 'contacts')],
      content: html`<p class="empty">${app.texts.card.notFound}</p>`,
    };
  return {
    title: record.name,
    kicker: `${texts.values[record.kind]} · ${record.number}`,
    ...(record.organisation && { subtitle: record.organisation }),
    groups: actionGroups(app, record),
    content: html`<div class="card-page">
      <div class="fast-tabs">
        ${fastTab(texts.card.general, generalFields(app, record))}
        ${fastTab(texts.card.communication, communicationFields(app, record))}
        ${record.kind === 'contact' ? fastTab(texts.card.installation, installationFields(app, record)) : nothing}
      </div>
      <section class="fact-box" aria-labelledby="fact-box-title">
        <h2 id="fact-box-title">${texts.card.conversations}</h2>
        <conversation-list
          scope="recipient"
          recipient-id=${record.id}
          sort="newest"
          density="compact"
          @conversation-open-request=${app.openConversation}
        ></conversation-list>
      </section>
    </div>`,
  };
}

function actionGroups(app: AppContext, record: ErpRecord): readonly ActionGroup[] {
  const { texts, records } = app;
  const isReachable = matchedNumber(record) !== null;
  const go = (to: ErpRecord | null) => () => {
    if (to) app.replace({ page: 'card', id: to.id });
  };
  const previous = records.neighbour(record, -1);
  const next = records.neighbour(record, 1);
  return [
    backGroup(app, record.kind === 'contact' ? 'contacts' : 'resources'),
    {
      label: texts.actions.communication,
      actions: [
        {
          id: 'write',
          label: texts.actions.send,
          icon: 'compose',
          primary: true,
          enabled: isReachable,
          ...(!isReachable && { hint: texts.values.noMobile }),
          run: () => void app.writeTo(record),
        },
        {
          id: 'log',
          label: texts.actions.log,
          icon: 'log',
          enabled: true,
          run: () => app.go(logRoute({ recipientId: record.id })),
        },
      ],
    },
    {
      label: texts.actions.navigate,
      actions: [
        {
          id: 'previous',
          label: texts.actions.previous,
          icon: 'previous',
          enabled: previous !== null,
          run: go(previous),
        },
        { id: 'next', label: texts.actions.next, icon: 'next', enabled: next !== null, run: go(next) },
      ],
    },
  ];
}

function backGroup(app: AppContext, page: 'contacts' | 'resources'): ActionGroup {
  const { texts } = app;
  return {
    label: texts.actions.back,
    actions: [{ id: 'back', label: texts.nav[page], icon: 'back', enabled: true, run: () => app.go(listRoute(page)) }],
  };
}

function generalFields({ texts, displayName }: AppContext, record: ErpRecord): readonly Field[] {
  const { fields } = texts;
  return [
    [fields.number, record.number],
    [fields.name, record.name],
    [fields.firstName, record.firstName],
    [fields.organisation, record.organisation],
    [fields.address, record.address],
    [fields.postcode, record.postcode],
    [fields.town, record.town],
    [fields.country, displayName('region', record.country)],
    [fields.coWorker, coWorkerName(record)],
    [fields.branch, branchName(record)],
  ];
}

function communicationFields({ texts, displayName }: AppContext, record: ErpRecord): readonly Field[] {
  const { fields, values } = texts;
  const matched = matchedNumber(record);
  const problem = record.mobile === '' ? values.noMobile : hasUsableMobile(record) ? null : values.unreadable;
  return [
    [fields.mobile, record.mobile === '' ? null : html`<bdi dir="ltr">${record.mobile}</bdi>`],
    [
      fields.matched,
      html`${matched === null ? nothing : html`<bdi dir="ltr">${matched}</bdi> `}${
        problem === null ? nothing : html`<span class="caution">${problem}</span>`
      }`,
    ],
    [fields.email, html`<a href="mailto:${record.email}">${record.email}</a>`],
    [fields.language, displayName('language', record.language)],
  ];
}

function installationFields(app: AppContext, record: ErpRecord): readonly Field[] {
  const { fields, values } = app.texts;
  return [
    [fields.device, values[record.device]],
    [fields.serviceMonth, app.monthName(record.serviceMonth)],
    [fields.contract, values.contracts[record.contract]],
  ];
}

function fastTab(title: string, fields: readonly Field[]): TemplateResult {
  return html`<details class="fast-tab" open>
    <summary><h2>${title}</h2></summary>
    <dl>
      ${fields.map(
        ([label, value]) =>
          html`<div class="field">
            <dt>${label}</dt>
            <dd>
              ${value === null || value === '' ? '–' : typeof value === 'string' ? html`<bdi>${value}</bdi>` : value}
            </dd>
          </div>`,
      )}
    </dl>
  </details>`;
}
