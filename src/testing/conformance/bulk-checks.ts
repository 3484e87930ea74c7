import { seenOf } from '../../domain/archiving.ts';
import type { SeenConversation } from '../../domain/archiving.ts';
import type { BulkResult } from '../../domain/bulk.ts';
import type { Conversation } from '../../domain/model.ts';
import { changesOf, planConversion, reversed } from '../../domain/phone-conversion.ts';
import type { PhoneRecord } from '../../domain/phone-conversion.ts';
import { phoneMetadata as metadata } from '../../domain/phone-metadata.ts';
import type { BulkPart, BulkRequest } from '../../ports/parts/bulk.ts';
import type { PhoneConversionPart } from '../../ports/parts/phone-conversion.ts';
import type { Bench } from './bench.ts';
import { SkipCheck } from './check.ts';
import type { Check } from './check.ts';
import { equal, ok, rejectsWith } from './expect.ts';

const open = { scope: { kind: 'all' }, sort: 'oldest', states: ['new', 'assigned'] } as const;

/** Actions on many conversations, and the conversion of phone fields. */
export const bulkChecks: readonly Check[] = [
  {
    id: 'PB1',
    title: 'an action on a question changes exactly what answered it, with a result for each and progress to the end',
    needs: ['bulk', 'tag'],
    run: async (bench) => {
      const wanted = idsOf(await bench.conversations(open));
      const tag = bench.text();
      const heard: number[] = [];
      const report = await bulk(bench).run(tagging(bench, tag), {
        onProgress: ({ done, skipped, failed }) => heard.push(done + skipped + failed),
      });
      equal(report.state, 'finished', 'the state');
      equal(report.progress, { total: wanted.length, done: wanted.length, skipped: 0, failed: 0 }, 'the progress');
      equal(idsOf(await bench.conversations({ tags: [tag] })).sort(), [...wanted].sort(), 'what was changed');
      equal((await results(bench, report.operationId)).map(outcomeOf).sort(), wanted.map(done).sort(), 'the results');
      ok(heard.at(-1) === wanted.length, `progress ended at ${String(heard.at(-1))} of ${wanted.length}`);
      ok(
        heard.every((count, at) => at === 0 || count >= (heard[at - 1] ?? 0)),
        'progress went back',
      );
    },
  },
  {
    id: 'PB2',
    title: 'what is so already is left as it is, and what does not exist fails alone',
    needs: ['bulk', 'tag'],
    run: async (bench) => {
      const [first, second] = idsOf(await bench.conversations(open));
      ok(first !== undefined && second !== undefined, 'the backend under test must hold two open conversations');
      const tag = bench.text();
      const before = await bench.updateCurrent(first, { addTags: [tag] });
      const ids = [first, 'nobody-has-this-id', second];
      const { operationId } = await bulk(bench).run({ ...tagging(bench, tag), target: { ids } });
      const found = await results(bench, operationId);
      equal(
        found.map(({ conversationId, outcome }) => [conversationId, outcome]),
        [
          [first, 'skipped'],
          ['nobody-has-this-id', 'failed'],
          [second, 'done'],
        ],
        'the results',
      );
      equal((await bench.adapter.getConversation(first)).version, before.version, 'the version of what was so already');
    },
  },
  {
    id: 'PB3',
    title: 'undo takes back what was done, but not from a conversation that was changed since, and does so once',
    needs: ['bulk', 'tag'],
    run: async (bench) => {
      const tag = bench.text();
      const { operationId, progress } = await bulk(bench).run(tagging(bench, tag));
      const [kept] = idsOf(await bench.conversations({ tags: [tag] }));
      ok(kept !== undefined, 'nothing was changed');
      await bench.updateCurrent(kept, { addTags: [bench.text()] });
      const undone = await bulk(bench).undo(operationId);
      equal(undone.progress.done, progress.done - 1, 'how many were taken back');
      equal(idsOf(await bench.conversations({ tags: [tag] })), [kept], 'what still has the tag');
      await bulk(bench).run(tagging(bench, tag));
      await bulk(bench).undo(operationId);
      const after = await bench.conversations({ tags: [tag] });
      equal(after.length, progress.done, 'what has the tag after it was put on anew and the first action undone again');
    },
  },
  {
    id: 'PB4',
    title: 'the same operation again does nothing and gives the first report',
    needs: ['bulk', 'tag'],
    run: async (bench) => {
      const tag = bench.text();
      const request = tagging(bench, tag);
      const [first, meanwhile] = await Promise.all([bulk(bench).run(request), bulk(bench).run(request)]);
      const [untagged] = idsOf(await bench.conversations({ tags: [tag] }));
      ok(untagged !== undefined, 'nothing was changed');
      await bench.updateCurrent(untagged, { removeTags: [tag] });
      const again = await bulk(bench).run(request);
      equal([meanwhile, again], [first, first], 'the reports');
      ok(!(await bench.adapter.getConversation(untagged)).tags.includes(tag), 'it was done a second time');
    },
  },
  {
    id: 'PB5',
    title: 'an operation that nobody began is not-found',
    needs: ['bulk'],
    run: async (bench) => {
      const id = bench.clientId();
      await rejectsWith(['not-found'], 'undoing it', bulk(bench).undo(id));
      await rejectsWith(['not-found'], 'stopping it', bulk(bench).stop(id));
      await rejectsWith(['not-found'], 'its results', bulk(bench).listResults(id));
    },
  },
  {
    id: 'PB6',
    title: 'archiving leaves out what the customer wrote in after the agent looked, and says so',
    needs: ['bulk', 'archive', 'incoming'],
    run: async (bench) => {
      const { conversationId: id } = await bench.incoming();
      const seen = seenOf(await bench.adapter.getConversation(id));
      const { conversationId: again } = await bench.incoming();
      equal(again, id, 'the conversation of the second message');
      const archive = (known: SeenConversation): BulkRequest => ({
        operationId: bench.clientId(),
        target: { ids: [id] },
        action: { type: 'archive', addTags: [bench.text()], seen: [known] },
      });
      const held = await bulk(bench).run(archive(seen));
      equal(
        await results(bench, held.operationId),
        [{ conversationId: id, outcome: 'skipped', reason: 'customer-wrote' }],
        'the results',
      );
      const now = await bench.adapter.getConversation(id);
      ok(now.state !== 'archived', 'it was archived over what the customer wrote');
      const { operationId } = await bulk(bench).run(archive(seenOf(now)));
      equal((await results(bench, operationId)).map(outcomeOf), [done(id)], 'the results once it was seen');
      await bulk(bench).undo(operationId);
    },
  },
  {
    id: 'PC1',
    title: 'paging two by two gives the phone field of each record once, filtered as asked',
    needs: ['phoneConversion'],
    run: async (bench) => {
      const all = await records(bench, 100);
      ok(all.length > 0, 'there are no phone fields');
      const names = (list: readonly PhoneRecord[]) => list.map(({ recipientId }) => recipientId).sort();
      equal(names(await records(bench, 2)), names(all), 'two by two');
      const { items } = await conversion(bench).listPhoneRecords({ kinds: ['resource'] });
      equal(names(items), names(all.filter(({ kind }) => kind === 'resource')), 'resources');
    },
  },
  {
    id: 'PC2',
    title: 'a phone field is written while it holds what the report saw, and can be taken back',
    needs: ['phoneConversion'],
    run: async (bench) => {
      const [record] = await records(bench, 100);
      ok(record, 'there are no phone fields');
      const { recipientId, value: from } = record;
      const changes = changesOf(
        planConversion([record], { defaultCountry: 'NL', metadata, format: from.startsWith('+') ? '00' : 'e164' }),
        new Set([recipientId]),
      );
      if (changes.length === 0) throw new SkipCheck('the first phone field holds no number');
      const stale = [{ recipientId, from: `${from} `, to: '+31600000000' }];
      const missing = [{ recipientId: 'nobody-has-this-id', from: '', to: '+31600000000' }];
      const write = async (list: typeof changes) =>
        (await conversion(bench).writePhoneChanges(list)).map(({ outcome }) => outcome);
      equal(await write([...stale, ...missing]), ['changed-since', 'not-found'], 'what cannot be written');
      equal((await valueOf(bench, recipientId)) === from, true, 'a field that was left alone is as it was');
      equal(await write(changes), ['written'], 'the change');
      equal(await valueOf(bench, recipientId), changes[0]?.to, 'the field');
      equal(await write(changes), ['changed-since'], 'the change a second time');
      equal(await write(reversed(changes)), ['written'], 'taking it back');
      equal(await valueOf(bench, recipientId), from, 'the field after that');
    },
  },
];

function bulk({ adapter }: Bench): BulkPart {
  const part = adapter.part('bulk');
  if (!part) throw new SkipCheck('there are no bulk actions');
  return part;
}

function conversion({ adapter }: Bench): PhoneConversionPart {
  const part = adapter.part('phoneConversion');
  if (!part) throw new SkipCheck('there is no conversion');
  return part;
}

function tagging(bench: Bench, tag: string): BulkRequest {
  return { operationId: bench.clientId(), target: { query: open }, action: { type: 'tag', add: [tag], remove: [] } };
}

async function results(bench: Bench, operationId: string): Promise<readonly BulkResult[]> {
  const found: BulkResult[] = [];
  let cursor: string | null = null;
  do {
    const page = await bulk(bench).listResults(operationId, { limit: 2, ...(cursor !== null && { cursor }) });
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && found.length < 400);
  return found;
}

async function records(bench: Bench, limit: number): Promise<readonly PhoneRecord[]> {
  const found: PhoneRecord[] = [];
  let cursor: string | null = null;
  do {
    const page = await conversion(bench).listPhoneRecords({}, { limit, ...(cursor !== null && { cursor }) });
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && found.length < 400);
  return found;
}

async function valueOf(bench: Bench, wanted: string): Promise<string | undefined> {
  return (await records(bench, 100)).find(({ recipientId }) => recipientId === wanted)?.value;
}

function idsOf(conversations: readonly Conversation[]): string[] {
  return conversations.map(({ id }) => id);
}

function outcomeOf({ conversationId, outcome }: BulkResult): string {
  return `${conversationId} ${outcome}`;
}

function done(id: string): string {
  return `${id} done`;
}
