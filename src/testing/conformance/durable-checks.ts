import type { Check } from './check.ts';
import { equal, ok, rejectsWith } from './expect.ts';

/** What survives a restart, and the optional parts. */
export const durableChecks: readonly Check[] = [
  {
    id: 'DU1',
    title: 'what send resolved for survives a restart of the backend',
    needs: ['durable', 'restart'],
    run: async (bench) => {
      const sent = await bench.send();
      const restarted = await bench.connect(await bench.subject.restart?.());
      const stored = (await bench.targetHistory(restarted)).find(({ id }) => id === sent.id);
      equal(stored?.content, sent.content, 'the message after the restart');
    },
  },
  {
    id: 'DU2',
    title: 'a client id is recognised across a restart',
    needs: ['durable', 'restart', 'idempotency'],
    run: async (bench) => {
      const outgoing = await bench.outgoing();
      const { id } = await bench.adapter.send(outgoing);
      const restarted = await bench.connect(await bench.subject.restart?.());
      equal((await restarted.send(outgoing)).id, id, 'the message that came back');
      const copies = (await bench.targetHistory(restarted)).filter(({ clientId }) => clientId === outgoing.clientId);
      equal(copies.length, 1, 'copies in the history');
    },
  },
  {
    id: 'DU3',
    title: 'a stream resumes across a restart, or says reset',
    needs: ['durable', 'restart', 'realtime'],
    run: async (bench) => {
      const before = await bench.listen();
      const { clientId } = await bench.send();
      await bench.eventually('it is heard', () => ok(before.clientIds.includes(clientId), 'it never came'));
      before.stop();
      const missed = await bench.send();
      await bench.settled();
      const restarted = await bench.connect(await bench.subject.restart?.());
      const after = await bench.listen(before.cursor, { adapter: restarted });
      await bench.eventually('the stream brings what was missed, or resets', () =>
        ok(after.resets.length > 0 || after.clientIds.includes(missed.clientId), 'it did neither'),
      );
    },
  },
  {
    id: 'DI1',
    title: 'the recipient of a conversation is in the directory, and nobody else is',
    needs: ['directory'],
    run: async (bench) => {
      const { recipient } = (await bench.target()).conversation;
      const directory = bench.adapter.part('directory');
      const { id, name, kind } = (await directory?.getRecipient(recipient.id)) ?? recipient;
      equal({ id, name, kind }, { id: recipient.id, name: recipient.name, kind: recipient.kind }, 'the recipient');
      for (const nobody of ['nobody-has-this-id', '__proto__'])
        await rejectsWith(['not-found'], nobody, directory?.getRecipient(nobody) ?? Promise.resolve());
    },
  },
  {
    id: 'DI2',
    title: 'recipients are found by name in any case and by number in any spelling, page by page',
    needs: ['directory'],
    run: async (bench) => {
      const { conversation } = await bench.target();
      const directory = bench.adapter.part('directory');
      const recipient = await directory?.getRecipient(conversation.recipient.id);
      ok(directory && recipient, 'there is no directory');
      const number = recipient.addresses.map(({ value }) => value).find((value) => /^\+\d{8,}$/.test(value));
      const spellings = [recipient.name.toUpperCase(), ...(number ? [number, number.slice(-7)] : [])];
      for (const text of spellings) {
        let cursor: string | null = null;
        const found: string[] = [];
        do {
          const page = await directory.searchRecipients(text, { limit: 2, ...(cursor !== null && { cursor }) });
          ok(page.items.length <= 2, `2 were asked for, ${page.items.length} came`);
          found.push(...page.items.map(({ id }) => id));
          cursor = page.nextCursor;
        } while (cursor !== null && found.length < 400);
        ok(found.includes(recipient.id), `"${text}" does not find ${recipient.id}`);
        equal(new Set(found).size, found.length, 'different recipients found');
      }
    },
  },
  {
    id: 'DI3',
    title: 'co-workers and branches are listed once each, the agent among them',
    needs: ['directory'],
    run: async ({ adapter, session }) => {
      const directory = adapter.part('directory');
      const coWorkers = (await directory?.listCoWorkers())?.map(({ id }) => id) ?? [];
      ok(coWorkers.includes(session.agent.id), 'the agent is not among the co-workers');
      equal(new Set(coWorkers).size, coWorkers.length, 'different co-workers');
      const branches = (await directory?.listBranches())?.map(({ id }) => id) ?? [];
      equal(new Set(branches).size, branches.length, 'different branches');
      const { branchId } = session.agent;
      ok(branchId === null || branches.includes(branchId), 'the agent’s branch is not among the branches');
    },
  },
  {
    id: 'TE1',
    title: 'each template stands once per code and language, with at most one default per code',
    needs: ['templates'],
    run: async ({ adapter }) => {
      const templates = (await adapter.part('templates')?.listConversationTemplates()) ?? [];
      const keys = templates.map(({ code, language }) => `${code}\n${language.toLowerCase()}`);
      equal(new Set(keys).size, keys.length, 'different templates');
      const defaults = templates.filter(({ isDefault }) => isDefault).map(({ code }) => code);
      equal(new Set(defaults).size, defaults.length, 'codes with a default');
    },
  },
  {
    id: 'TE2',
    title: 'the invitation names a template that is there and a number that can be called',
    needs: ['templates'],
    run: async ({ adapter }) => {
      const part = adapter.part('templates');
      const invitation = (await part?.getInvitation()) ?? null;
      if (invitation === null) return;
      const codes = (await part?.listConversationTemplates())?.map(({ code }) => code) ?? [];
      ok(codes.includes(invitation.code), `there is no template ${invitation.code}`);
      ok(/^\+\d{6,15}$/.test(invitation.whatsappNumber), 'the WhatsApp number is not E.164');
    },
  },
];
