import { AdapterError } from '../../../src/ports/adapter-error.ts';

/** The text of a body, read no further than it may be long. */
export async function readBody(request: Request | Response, mostBytes: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge(mostBytes);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > mostBytes) throw tooLarge(mostBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tooLarge(mostBytes: number): AdapterError {
  return new AdapterError('invalid', `the body is longer than ${mostBytes} bytes`, { path: '' });
}
