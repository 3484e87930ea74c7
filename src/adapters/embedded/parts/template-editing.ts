import { AdapterError } from '../../../ports/adapter-error.ts';
import { readSetting, writeSetting } from '../settings.ts';
import {
  invitationAfterRename,
  invitationInForce,
  invitationProblem,
  templatesOfCode,
} from '../../../domain/invitation-setting.ts';
import { removeTemplate, saveTemplate } from '../../../domain/template-editing.ts';
import type { PartAccess } from './access.ts';
import type { EmbeddedTransaction } from '../store.ts';
import type { Unit } from '../unit.ts';
import type { TemplateEdit, TemplateKey } from '../../../domain/template-editing.ts';
import type { ConversationTemplate } from '../../../domain/model.ts';
import type {
  InvitationSetting,
  SaveTemplateOptions,
  TemplateEditingPart,
} from '../../../ports/parts/template-editing.ts';

/** Editing of conversation templates and of the invitation. */
export function templateEditingPart({ command }: PartAccess): TemplateEditingPart {
  return {
    save: (template, options) => command(options, (unit) => save(unit, template, options ?? {})),
    remove: (key, options) => command(options, (unit) => remove(unit, key, options?.ifVersion ?? null)),
    saveInvitation: (invitation, options) => command(options, (unit) => saveInvitation(unit, invitation)),
  };
}

/** The invitation, unless nothing is left of its template. */
export async function readInvitation(tx: EmbeddedTransaction): Promise<InvitationSetting | null> {
  const invitation = (await readSetting(tx, 'invitation')) ?? null;
  return invitationInForce(invitation, (await readSetting(tx, 'templates')) ?? []);
}

async function save(
  unit: Unit,
  template: ConversationTemplate,
  options: SaveTemplateOptions,
): Promise<readonly ConversationTemplate[]> {
  const { replaces = null } = options;
  const ifVersion = options.ifVersion ?? null;
  const before = (await readSetting(unit.tx, 'templates')) ?? [];
  const { code, language, isDefault, text } = template;
  const after = edited(saveTemplate(before, { code, language, isDefault, text }, { replaces, ifVersion }));
  await writeSetting(unit.tx, 'templates', after);
  const invitation = (await readSetting(unit.tx, 'invitation')) ?? null;
  const renamed = replaces && invitationAfterRename(invitation, after, { from: replaces.code, to: code });
  if (replaces && renamed !== invitation) await writeSetting(unit.tx, 'invitation', renamed);
  return templatesOfCode(after, code);
}

async function remove(
  unit: Unit,
  key: TemplateKey,
  ifVersion: number | null,
): Promise<readonly ConversationTemplate[]> {
  const before = (await readSetting(unit.tx, 'templates')) ?? [];
  const after = edited(removeTemplate(before, key, ifVersion));
  await writeSetting(unit.tx, 'templates', after);
  return templatesOfCode(after, key.code);
}

async function saveInvitation(unit: Unit, invitation: InvitationSetting | null): Promise<void> {
  const problem = invitation && invitationProblem(invitation, (await readSetting(unit.tx, 'templates')) ?? []);
  if (problem) throw invalid(problem.path, problem.detail);
  await writeSetting(unit.tx, 'invitation', invitation);
}

function edited(edit: TemplateEdit): readonly ConversationTemplate[] {
  if (edit.ok) return edit.templates;
  if (edit.reason === 'conflict') throw new AdapterError('conflict', 'the template was changed or removed meanwhile');
  const [first] = edit.problems;
  throw invalid(first?.field ?? 'text', first?.type ?? 'refused');
}

function invalid(path: string, message: string): AdapterError {
  return new AdapterError('invalid', `${path}: ${message}`, { path });
}
