import type { ImportData } from '../../../gateway/src/commands/import.ts';
import type { EmbeddedData, SeedFile } from '../../../src/adapters/embedded/data.ts';
import type { Message } from '../../../src/domain/model.ts';

/** The seed of the embedded backend as a gateway takes it: files as text, each with the conversation that carries it. */
export async function importOf({ files = [], ...data }: EmbeddedData): Promise<ImportData> {
  const places = new Map((data.messages ?? []).flatMap(placeOfFile));
  return { ...data, files: await Promise.all(files.map((file) => importedFile(file, places))) };
}

async function importedFile(
  { attachment, bytes }: SeedFile,
  places: ReadonlyMap<string, string>,
): Promise<NonNullable<ImportData['files']>[number]> {
  const base64 = Buffer.from(await bytes.arrayBuffer()).toString('base64');
  return { attachment, conversationId: places.get(attachment.id) ?? null, base64 };
}

function placeOfFile({ content, conversationId }: Message): readonly (readonly [string, string])[] {
  return 'attachment' in content ? [[content.attachment.id, conversationId]] : [];
}
