import { createHmac } from 'node:crypto';
import { askOutside, Refused } from '../files/ask-outside.ts';
import type { BotAnswer } from '../commands/bot-answer.ts';
import { mustMatch } from '../http/schema-check.ts';

/** What a chatbot is asked. */
export interface BotQuestion {
  readonly url: string;
  readonly secret: string;
  /** Names what it is told, the same when it is told again. */
  readonly id: string;
  readonly body: string;
  /** Epoch ms. */
  readonly now: number;
  readonly trusted: ReadonlySet<string>;
  readonly signal: AbortSignal;
}

const mostBytes = 256 * 1024;

/**
 * Tells a chatbot something, signed over time and bytes, and reads what it wants done. `Refused` when telling it again
 * would not help; any other error when it may.
 */
export async function askBot(question: BotQuestion): Promise<BotAnswer> {
  const { url, secret, id, body, now, trusted, signal } = question;
  const timestamp = String(now);
  const mark = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': id,
    'x-timestamp': timestamp,
    'x-signature-256': `sha256=${mark}`,
  };
  const response = await askOutside(url, { method: 'POST', headers, body, trusted, signal });
  const { statusCode: status = 0 } = response;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostBytes) throw new Refused('too long an answer');
    chunks.push(chunk);
  }
  if (status >= 500 || status === 429 || status === 408) throw new Error(`HTTP ${status}`);
  if (status < 200 || status > 299) throw new Refused(`HTTP ${status}`);
  return answerIn(Buffer.concat(chunks).toString('utf8'));
}

/** Nothing said is nothing to do: the chatbot may answer later by itself. */
function answerIn(text: string): BotAnswer {
  if (text.trim() === '') return { actions: [] };
  try {
    const answer: unknown = JSON.parse(text);
    mustMatch('BotAnswer', answer);
    return answer as BotAnswer;
  } catch {
    throw new Refused('an answer that cannot be read');
  }
}
