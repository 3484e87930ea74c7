import type { ConversationChannel } from '../../../src/domain/model.ts';
import { templateMessageProblem } from '../../../src/domain/template-message.ts';
import type { OutgoingMessage } from '../../../src/ports/adapter.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import { findApprovedTemplate } from '../store/approved-templates.ts';
import type { Unit } from '../store/unit.ts';

/** Refuses a template that the provider would not take. */
export async function checkTemplate(
  { sql, tenant }: Unit,
  { channel, accountId, content }: OutgoingMessage,
  target: ConversationChannel,
): Promise<void> {
  if (content.kind !== 'template') return;
  const { filling } = content;
  const template = filling ? await findApprovedTemplate(sql, tenant, filling.templateId) : null;
  const problem = templateMessageProblem(template, { channel, accountId: accountId ?? target.accountId, content });
  if (problem) throw new AdapterError('invalid', `${problem.path}: ${problem.detail}`, { path: problem.path });
}
