import { AdapterError } from '../../../ports/adapter-error.ts';
import { templateMessageProblem } from '../../../domain/template-message.ts';
import type { Unit } from '../unit.ts';
import type { ConversationChannel } from '../../../domain/model.ts';
import type { OutgoingMessage } from '../../../ports/adapter.ts';

/** Refuses a template that the provider would not take. */
export async function checkTemplate(
  unit: Unit,
  { channel, accountId, content }: OutgoingMessage,
  target: ConversationChannel,
): Promise<void> {
  if (content.kind !== 'template') return;
  const row = content.filling ? await unit.tx.get('approvedTemplates', content.filling.templateId) : null;
  const from = accountId ?? target.accountId;
  const problem = templateMessageProblem(row?.template ?? null, { channel, accountId: from, content });
  if (problem) throw new AdapterError('invalid', `${problem.path}: ${problem.detail}`, { path: problem.path });
}
