import { AdapterError } from '../../../ports/adapter-error.ts';
import { readSetting, writeSetting } from '../settings.ts';
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
  if (invitation === null) return null;
  return ofCode((await readSetting(tx, 'templates')) ?? [], invitation.code).length > 0 ? invitation : null;
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
  if (replaces) await followRename(unit, after, { from: replaces.code, to: code.trim() });
  return ofCode(after, code);
}

async function remove(
  unit: Unit,
  key: TemplateKey,
  ifVersion: number | null,
): Promise<readonly ConversationTemplate[]> {
  const before = (await readSetting(unit.tx, 'templates')) ?? [];
  const after = edited(removeTemplate(before, key, ifVersion));
  await writeSetting(unit.tx, 'templates', after);
  return ofCode(after, key.code);
}

/** When the last text of the invitation's code gets another code, it is still the invitation. */
async function followRename(
  unit: Unit,
  templates: readonly ConversationTemplate[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const invitation = (await readSetting(unit.tx, 'invitation')) ?? null;
  if (invitation === null || fold(invitation.code) !== fold(from) || ofCode(templates, from).length > 0) return;
  await writeSetting(unit.tx, 'invitation', { ...invitation, code: to });
}

async function saveInvitation(unit: Unit, invitation: InvitationSetting | null): Promise<void> {
  if (invitation !== null) {
    const { code, whatsappNumber } = invitation;
    if (ofCode((await readSetting(unit.tx, 'templates')) ?? [], code).length === 0)
      throw invalid('code', 'no template has it');
    if (!/^\+[1-9]\d{5,14}$/.test(whatsappNumber)) throw invalid('whatsappNumber', 'not in the form +31612345678');
  }
  await writeSetting(unit.tx, 'invitation', invitation);
}

function edited(edit: TemplateEdit): readonly ConversationTemplate[] {
  if (edit.ok) return edit.templates;
  if (edit.reason === 'conflict') throw new AdapterError('conflict', 'the template was changed or removed meanwhile');
  const [first] = edit.problems;
  throw invalid(first?.field ?? 'text', first?.type ?? 'refused');
}

function ofCode(templates: readonly ConversationTemplate[], code: string): readonly ConversationTemplate[] {
  return templates.filter((template) => fold(template.code) === fold(code));
}

function fold(code: string): string {
  return code.trim().toLowerCase();
}

function invalid(path: string, message: string): AdapterError {
  return new AdapterError('invalid', `${path}: ${message}`, { path });
}
