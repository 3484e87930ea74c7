import {
  invitationAfterRename,
  invitationInForce,
  invitationProblem,
  templatesOfCode,
} from '../../../src/domain/invitation-setting.ts';
import type { InvitationSetting } from '../../../src/domain/invitation-setting.ts';
import type { ConversationTemplate } from '../../../src/domain/model.ts';
import { removeTemplate, saveTemplate } from '../../../src/domain/template-editing.ts';
import type { TemplateEdit, TemplateKey } from '../../../src/domain/template-editing.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { Sql } from '../db/db.ts';
import { listTemplates } from '../store/directory.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Unit } from '../store/unit.ts';

type Templates = readonly ConversationTemplate[];

/** What a change of a template is based on. */
export interface TemplateBasis {
  readonly replaces: TemplateKey | null;
  readonly ifVersion: number | null;
}

/** The invitation, unless nothing is left of its template. */
export async function getInvitation(sql: Sql, tenant: string): Promise<InvitationSetting | null> {
  return invitationInForce(await readSetting(sql, tenant, 'invitation'), await listTemplates(sql, tenant));
}

/** Saves a text of a conversation template; gives all languages of its code. */
export async function saveConversationTemplate(
  unit: Unit,
  { code, language, isDefault, text }: ConversationTemplate,
  basis: TemplateBasis,
): Promise<Templates> {
  const { sql, tenant } = unit;
  const after = await edit(unit, (before) => saveTemplate(before, { code, language, isDefault, text }, basis));
  if (basis.replaces) {
    const invitation = await readSetting(sql, tenant, 'invitation');
    const renamed = invitationAfterRename(invitation, after, { from: basis.replaces.code, to: code });
    if (renamed !== invitation) await writeSetting(sql, tenant, 'invitation', renamed);
  }
  return templatesOfCode(after, code);
}

/** Removes a text; gives what is left of its code. */
export async function removeConversationTemplate(
  unit: Unit,
  key: TemplateKey,
  ifVersion: number | null,
): Promise<Templates> {
  return templatesOfCode(await edit(unit, (before) => removeTemplate(before, key, ifVersion)), key.code);
}

/** Sets the invitation; `null` switches it off. */
export async function saveInvitation(unit: Unit, invitation: InvitationSetting | null): Promise<void> {
  const { sql, tenant } = unit;
  await unit.lock('templates');
  const problem = invitation && invitationProblem(invitation, await listTemplates(sql, tenant));
  if (problem) throw new AdapterError('invalid', `${problem.path}: ${problem.detail}`, { path: problem.path });
  await writeSetting(sql, tenant, 'invitation', invitation);
}

async function edit(unit: Unit, make: (before: Templates) => TemplateEdit): Promise<Templates> {
  await unit.lock('templates');
  const before = await listTemplates(unit.sql, unit.tenant);
  const made = make(before);
  if (!made.ok) throw refusal(made);
  for (const { code, language } of before.filter((template) => !made.templates.includes(template))) {
    await unit.sql.query('delete from conversation_template where tenant = $1 and code = $2 and language = $3', [
      unit.tenant,
      code,
      language,
    ]);
  }
  for (const template of made.templates.filter((one) => !before.includes(one))) await putTemplate(unit, template);
  return made.templates;
}

/** Writes a text of a conversation template. */
export async function putTemplate({ sql, tenant }: Unit, template: ConversationTemplate): Promise<void> {
  await sql.query(
    `insert into conversation_template (tenant, code, language, data) values ($1, $2, $3, $4::text::json)
     on conflict (tenant, code, language) do update set data = excluded.data`,
    [tenant, template.code, template.language, JSON.stringify(template)],
  );
}

function refusal(edit: Extract<TemplateEdit, { readonly ok: false }>): AdapterError {
  if (edit.reason === 'conflict') return new AdapterError('conflict', 'the template was changed or removed meanwhile');
  const { field = 'text', type = 'refused' } = edit.problems[0] ?? {};
  return new AdapterError('invalid', `${field}: ${type}`, { path: field });
}
