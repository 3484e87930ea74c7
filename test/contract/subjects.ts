import type { EmbeddedData } from '../../src/adapters/embedded/data.ts';
import type { Provider } from '../../src/adapters/embedded/provider.ts';
import type { EarlierText } from '../../src/domain/model.ts';
import { createMemoryBackend } from '../../src/adapters/memory/index.ts';
import {
  aBranch,
  anApprovedTemplate,
  aQuickReplyGroup,
  aConversation,
  aCoWorker,
  aMessage,
  aPreview,
  aRecipient,
  aRecipientSummary,
  aTemplate,
  builtAt,
} from '../../src/testing/builders.ts';
import type { ConformanceSubject } from '../../src/testing/conformance/subject.ts';
import type { MessagingAdapter } from '../../src/ports/adapter.ts';
import { customerOf } from './customer.ts';
import { claimsCapabilities, lying, lyingSubject } from './lying.ts';
import { manualClock } from '../../src/testing/manual-clock.ts';

const hour = 3_600_000;

const people = [
  { name: 'Anna de Vries', number: '+31612345678', state: 'assigned', coWorkerId: 'agent-1', tags: ['vip'] },
  { name: 'Björn Öztürk', number: '+31687654321', state: 'new', coWorkerId: null, tags: [] },
  { name: 'Chantal Janssens', number: '+32470123456', state: 'assigned', coWorkerId: 'agent-2', tags: ['vip', 'late'] },
  { name: 'Dieter Schäfer', number: '+4915112345678', state: 'archived', coWorkerId: 'agent-1', tags: [] },
  { name: 'Prize Winner', number: '+31699999999', state: 'spam', coWorkerId: null, tags: [] },
] as const;
/** Conversations by person: Anna wrote before, and that conversation is archived. */
const talks = [...people, { ...people[0], state: 'archived', coWorkerId: 'agent-2', tags: [] }] as const;

/** A small business: six conversations in every state, two agents, two branches. */
export function smallBusiness(): EmbeddedData {
  const coWorkers = [
    aCoWorker({ id: 'agent-1', name: 'Sanne Bakker', branchId: 'branch-1' }),
    aCoWorker({ id: 'agent-2', name: 'Tim Smit', branchId: 'branch-2' }),
  ];
  const recipients = people.map(({ name, number }, index) =>
    aRecipient({
      id: `recipient-${index + 1}`,
      name,
      firstName: name.split(' ')[0] ?? null,
      addresses: [{ channel: 'phone', value: number }],
    }),
  );
  const messages = talks.map((_, index) => {
    const at = builtAt - (index + 1) * hour;
    return aMessage({
      id: `message-${index + 1}`,
      conversationId: `conversation-${index + 1}`,
      recipientId: recipientOf(index),
      position: 1,
      at,
      text: `Good morning ${index + 1}`,
      ...(index === 0 && { editedAt: at + 120_000, earlier: [said(at, 'Morning'), said(at + 60_000, 'Good day')] }),
    });
  });
  const conversations = talks.map(({ number, state, coWorkerId, tags }, index) => {
    const last = messages[index];
    const waits = state === 'new' || state === 'assigned';
    const channel = { accountId: null, address: number, consent: 'unknown', overrides: null } as const;
    return aConversation({
      id: `conversation-${index + 1}`,
      recipient: aRecipientSummary(recipients[index % people.length]),
      state,
      coWorkerId,
      branchId: index % 2 === 0 ? 'branch-1' : 'branch-2',
      tags,
      channels: [
        ...(state === 'archived' ? [] : [{ ...channel, channel: 'sms', lastIncomingAt: null } as const]),
        { ...channel, channel: 'whatsapp', lastIncomingAt: last?.at ?? null },
      ],
      startedAt: builtAt - (index + 1) * 24 * hour,
      lastActivityAt: last?.at ?? builtAt,
      lastMessage: last ? aPreview(last) : null,
      unreadCount: waits ? 1 : 0,
      firstUnreadMessageId: waits ? (last?.id ?? null) : null,
      waitingSince: waits ? (last?.at ?? null) : null,
    });
  });
  return {
    coWorkers,
    branches: [aBranch({ id: 'branch-1', name: 'Utrecht' }), aBranch({ id: 'branch-2', name: 'Gent' })],
    recipients,
    conversations,
    messages,
    templates: [
      aTemplate({ code: 'INVITE', language: 'nl', isDefault: true, text: 'App ons op WhatsApp' }),
      aTemplate({ code: 'INVITE', language: 'en', isDefault: false, text: 'Write to us on WhatsApp' }),
    ],
    quickReplies: [
      aQuickReplyGroup({ id: 'group-1', name: 'Greetings' }),
      aQuickReplyGroup({ id: 'group-2', name: 'Prices', text: 'A boiler is serviced for 120 euros' }),
    ],
    approvedTemplates: [
      anApprovedTemplate({ id: 'template-1', name: 'order_ready', language: 'nl' }),
      anApprovedTemplate({ id: 'template-2', name: 'order_ready', language: 'en' }),
      anApprovedTemplate({ id: 'template-3', name: 'appointment', accountId: 'number-1' }),
      anApprovedTemplate({ id: 'template-4', name: 'review', status: 'paused' }),
    ],
    invitation: { code: 'INVITE', whatsappNumber: '+31850000000' },
  };
}

const said = (at: number, text: string): EarlierText => ({ at, text });

function recipientOf(talk: number): string {
  return `recipient-${(talk % people.length) + 1}`;
}

/** A provider that takes everything and remembers it by client id. */
export function rememberingProvider(): { readonly provider: Provider; readonly clientIds: string[] } {
  const clientIds: string[] = [];
  return {
    clientIds,
    provider: {
      send: ({ reference }) => {
        clientIds.push(reference.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
        return Promise.resolve({ status: 'sent' });
      },
    },
  };
}

/** The memory adapter as the kit sees it. */
export function memorySubject(): ConformanceSubject {
  const clock = manualClock();
  const { provider, clientIds } = rememberingProvider();
  const backend = createMemoryBackend({ clock, data: smallBusiness(), provider });
  const adapter = backend.adapter({ agentId: 'agent-1' });
  return {
    adapter,
    second: backend.adapter({ agentId: 'agent-2' }),
    ...customerOf(adapter, { receive: (body) => backend.receive(body), now: () => clock.now() }),
    advance: (ms) => clock.advance(ms),
    dispatched: () => Promise.resolve(clientIds),
    dispose: () => backend.close(),
  };
}

/** A memory backend that a restart brings back as it was, as a durable one would. */
export function restartingSubject(): ConformanceSubject {
  const clock = manualClock();
  const backend = createMemoryBackend({ clock, data: smallBusiness() });
  const claim = claimsCapabilities({ durable: true });
  const adapter = (): MessagingAdapter => {
    const honest = backend.adapter({ agentId: 'agent-1' });
    return lying(honest, claim(honest, subject));
  };
  const subject: ConformanceSubject = {
    ...memorySubject(),
    adapter: backend.adapter({ agentId: 'agent-1' }),
    advance: (ms) => clock.advance(ms),
    restart: () => Promise.resolve(adapter()),
    dispose: () => backend.close(),
  };
  return { ...subject, adapter: adapter() };
}

/** A memory backend whose streams cannot resume and say so. */
export function resettingSubject(): ConformanceSubject {
  const subject = memorySubject();
  return lyingSubject(subject, (honest) => ({
    ...claimsCapabilities({ resume: 'reset' })(honest, subject),
    subscribe: (scope, sink, from) => {
      if (from !== null) queueMicrotask(() => sink.reset(null));
      return honest.subscribe(scope, sink, null);
    },
  }));
}
