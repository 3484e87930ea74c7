import { AdapterError } from '../../../src/ports/adapter-error.ts';

/** The bytes of a body, read no further than it may be long. */
export async function readBytes(message: Request | Response, mostBytes: number): Promise<Buffer> {
  if (Number(message.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge(mostBytes);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of message.body ?? []) {
    length += chunk.byteLength;
    if (length > mostBytes) throw tooLarge(mostBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(mostBytes: number): AdapterError {
  return new AdapterError('invalid', `the body is longer than ${mostBytes} bytes`, { path: '' });
}
