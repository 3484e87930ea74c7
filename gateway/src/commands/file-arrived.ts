import { applyMessageChange } from '../../../src/domain/conversation-rules.ts';
import type { Attachment, Content, Message } from '../../../src/domain/model.ts';
import { readMessage } from '../store/messages.ts';
import { dropPieces } from '../store/files.ts';
import type { FileFacts } from '../store/files.ts';
import type { Unit } from '../store/unit.ts';

type FileContent = Extract<Content, { attachment: Attachment }>;

/**
 * The bytes of a customer's file are here: its message says from now on what it really is. They are thrown away again when
 * the customer took the message back meanwhile.
 */
export async function fileArrived(unit: Unit, fileId: string, facts: FileFacts): Promise<void> {
  const { mimeType, previewable, sizeBytes } = facts;
  const [row] = await unit.sql.query<{ message_id: string | null; conversation_id: string | null }>(
    'select message_id, conversation_id from file where tenant = $1 and id = $2',
    [unit.tenant, fileId],
  );
  const conversation = row?.conversation_id == null ? null : await unit.conversation(row.conversation_id);
  const kept = await unit.sql.query(
    `update file set state = 'here', mime_type = $3, previewable = $4, size_bytes = $5, holder = null, lease_until = null
     where tenant = $1 and id = $2 and state <> 'gone' returning id`,
    [unit.tenant, fileId, mimeType, previewable, sizeBytes],
  );
  if (kept.length === 0) return dropPieces(unit.sql, unit.tenant, fileId);
  const before = row?.message_id == null ? null : await readMessage(unit.sql, unit.tenant, row.message_id);
  if (!conversation || !before || !isFile(before.content) || before.content.attachment.id !== fileId) return;
  const content = withFacts(before.content, facts);
  const message: Message = { ...before, version: before.version + 1, content };
  await unit.changeMessage(message);
  const next = applyMessageChange(conversation, message);
  if (next !== conversation) await unit.putConversation(next);
}

function isFile(content: Content): content is FileContent {
  return 'attachment' in content;
}

/** What calls itself a picture and is none is a file to download. */
function withFacts(content: FileContent, { mimeType, previewable, sizeBytes }: FileFacts): FileContent {
  const attachment = { ...content.attachment, mimeType, sizeBytes };
  const [family] = mimeType.split('/', 1);
  const shown = family === 'image' || family === 'video' || family === 'audio' ? family : 'document';
  const kind = content.kind === 'sticker' && shown === 'image' ? 'sticker' : shown;
  return { ...content, kind: previewable ? kind : 'document', attachment };
}
