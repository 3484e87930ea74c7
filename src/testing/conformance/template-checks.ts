import type { ApprovedTemplate } from '../../domain/approved-template.ts';
import type { ConversationTemplate } from '../../domain/model.ts';
import type { TemplatesPart } from '../../ports/adapter.ts';
import type { ApprovedTemplateFilter, ApprovedTemplatesPart } from '../../ports/parts/approved-templates.ts';
import type { TemplateEditingPart } from '../../ports/parts/template-editing.ts';
import type { Bench } from './bench.ts';
import { SkipCheck } from './check.ts';
import type { Check } from './check.ts';
import { equal, ok, rejectsWith } from './expect.ts';

/** Templates of the provider, and editing of the business's own. */
export const templateChecks: readonly Check[] = [
  {
    id: 'PT1',
    title: 'paging one by one gives each approved template once, by name and then language',
    needs: ['approvedTemplates'],
    run: async (bench) => {
      const all = await approved(bench, {}, 100);
      equal(new Set(all.map(({ id }) => id)).size, all.length, 'templates');
      const keys = all.map(({ name, language }) => [name, language]);
      const sorted = [...keys].sort(([a = '', b = ''], [c = '', d = '']) => compare(a, c) || compare(b, d));
      equal(keys, sorted, 'the order');
      equal(await approved(bench, {}, 1), all, 'one by one');
    },
  },
  {
    id: 'PT2',
    title: 'a filter keeps exactly the approved templates that pass it, and one read alone is the one in the list',
    needs: ['approvedTemplates'],
    run: async (bench) => {
      const all = await approved(bench, {}, 100);
      const [first] = all;
      ok(first, 'the backend under test must hold an approved template');
      const filters: readonly [ApprovedTemplateFilter, (template: ApprovedTemplate) => boolean][] = [
        [{ statuses: ['approved'] }, ({ status }) => status === 'approved'],
        [{ name: first.name }, ({ name }) => name === first.name],
        [{ channel: 'sms' }, ({ channel }) => channel === 'sms'],
        [{ accountId: 'nobodys-number' }, ({ accountId }) => accountId === null],
      ];
      for (const [filter, passes] of filters)
        equal(await approved(bench, filter, 2), all.filter(passes), JSON.stringify(filter));
      equal(await approvedPart(bench).get(first.id), first, 'the template read alone');
      await rejectsWith(['not-found'], 'one that is not there', approvedPart(bench).get('nobody-has-this-id'));
    },
  },
  {
    id: 'PE1',
    title: 'a conversation template is saved with a version, and an outdated change is a conflict that changes nothing',
    needs: ['templateEditing', 'templates'],
    run: async (bench) => {
      const part = editing(bench);
      const template = await added(bench);
      const [saved] = await listed(bench, template.code);
      ok(saved?.version !== undefined, 'a saved template has no version');
      const options = { replaces: template, ifVersion: saved.version };
      await part.save({ ...saved, text: 'Changed' }, options);
      await rejectsWith(['conflict'], 'the same version again', part.save({ ...saved, text: 'Late' }, options));
      await rejectsWith(['conflict'], 'removing it', part.remove(template, { ifVersion: saved.version }));
      const [now] = await listed(bench, template.code);
      equal(now?.text, 'Changed', 'the text');
      ok((now?.version ?? 0) > saved.version, 'the version did not grow');
      await rejectsWith(['invalid'], 'a template without a code', part.save({ ...saved, code: ' ' }));
    },
  },
  {
    id: 'PE2',
    title: 'each code has exactly one default, whatever is saved and removed, and removing what is gone succeeds',
    needs: ['templateEditing', 'templates'],
    run: async (bench) => {
      const part = editing(bench);
      const { code } = await added(bench);
      const dutch = { code, language: 'nl', isDefault: true, text: 'Hallo' };
      const defaults = (list: readonly ConversationTemplate[]): readonly string[] =>
        list.filter(({ isDefault }) => isDefault).map(({ language }) => language);
      equal(defaults(await part.save(dutch)), ['nl'], 'the default once another language is it');
      equal(defaults(await listed(bench, code)), ['nl'], 'the default in the list');
      equal(defaults(await part.remove(dutch)), ['en'], 'the default once that is removed');
      equal(defaults(await part.remove(dutch)), ['en'], 'the default after it is removed again');
      equal(await part.remove({ code, language: 'en' }), [], 'what is left of the code');
    },
  },
  {
    id: 'PE3',
    title: 'the invitation is what was set, follows when its code is renamed, and can be switched off',
    needs: ['templateEditing', 'templates'],
    run: async (bench) => {
      const part = editing(bench);
      const template = await added(bench);
      const whatsappNumber = '+31850000001';
      const invitation = (): ReturnType<TemplatesPart['getInvitation']> => templates(bench).getInvitation();
      await part.saveInvitation({ code: template.code, whatsappNumber });
      equal(await invitation(), { code: template.code, whatsappNumber }, 'the invitation');
      const code = bench.text();
      await part.save({ ...template, code }, { replaces: template });
      equal(await invitation(), { code, whatsappNumber }, 'the invitation of the renamed code');
      const unknown = part.saveInvitation({ code: bench.text(), whatsappNumber });
      await rejectsWith(['invalid'], 'an invitation without a template', unknown);
      await part.saveInvitation(null);
      equal(await invitation(), null, 'the invitation that is switched off');
    },
  },
];

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function approvedPart({ adapter }: Bench): ApprovedTemplatesPart {
  const part = adapter.part('approvedTemplates');
  if (!part) throw new SkipCheck('there are no approved templates');
  return part;
}

function editing({ adapter }: Bench): TemplateEditingPart {
  const part = adapter.part('templateEditing');
  if (!part) throw new SkipCheck('templates cannot be changed');
  return part;
}

function templates({ adapter }: Bench): TemplatesPart {
  const part = adapter.part('templates');
  if (!part) throw new SkipCheck('there are no templates');
  return part;
}

async function approved(
  bench: Bench,
  filter: ApprovedTemplateFilter,
  limit: number,
): Promise<readonly ApprovedTemplate[]> {
  const found: ApprovedTemplate[] = [];
  let cursor: string | null = null;
  do {
    const page = await approvedPart(bench).list(filter, { limit, ...(cursor !== null && { cursor }) });
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && found.length < 400);
  return found;
}

/** A template that nobody made before, in English. */
async function added(bench: Bench): Promise<ConversationTemplate> {
  const template = { code: bench.text(), language: 'en', isDefault: false, text: 'Hello' };
  await editing(bench).save(template);
  return template;
}

async function listed(bench: Bench, wanted: string): Promise<readonly ConversationTemplate[]> {
  return (await templates(bench).listConversationTemplates()).filter(({ code }) => code === wanted);
}
