import type { Attachment } from '../../../src/domain/model.ts';
import { type Ending, type EndingChoice, endingCodes } from './endings.ts';
import type { PhoneLine, PhoneLineEvents, PhoneMessage, PhonePage, PhoneReply } from './phone-line.ts';
import type { PhoneFailure } from './texts.ts';

const place = '/simulator';

/** The simulator's switches, those this page knows. */
interface Switches {
  readonly silence: boolean;
  readonly ending: Exclude<Ending, 'silence'>;
  readonly failCode: string;
}

/** The line to the simulated provider: its ledger is what arrives, its webhook brings what is written. */
export class GatewayLine implements PhoneLine {
  lately: readonly string[] = [];

  async start(events: PhoneLineEvents): Promise<void> {
    // It comes back by itself after a break, and says so: then everything is looked at again.
    const stream = new EventSource(`${place}/phones/events`);
    stream.addEventListener('changed', () => {
      void this.#lookAtLately().then(() => events.changed());
    });
    stream.addEventListener('reset', () => {
      void this.#lookAtLately().then(() => events.reset());
    });
    await this.#lookAtLately();
  }

  async page(number: string, older?: string): Promise<PhonePage> {
    const asked = older === undefined ? '' : `?before=${older}`;
    const page = (await ask(`/phones/${encodeURIComponent(number)}${asked}`)) as {
      readonly messages: readonly PhoneMessage[];
      readonly older: number | null;
    };
    return { messages: page.messages, older: page.older === null ? null : String(page.older) };
  }

  async write({ channel, from, fromName: name, to, at, content, answers, revision }: PhoneReply): Promise<void> {
    const known = {
      channel,
      from,
      to,
      at,
      ...(name !== null && { name }),
      ...(answers !== null && { answers }),
      revision,
    };
    await ask('/inbound', { method: 'POST', body: { ...known, ...saidIn(content) } });
  }

  /** The simulator has each file of a phone. */
  fileUrl(attachmentId: string): Promise<string> {
    return Promise.resolve(`${place}/media/${encodeURIComponent(attachmentId)}`);
  }

  async keepFile(_number: string, file: File): Promise<Attachment> {
    const headers = { 'content-type': file.type || 'application/octet-stream' };
    const address = `${place}/media?name=${encodeURIComponent(file.name)}`;
    const response = await fetch(address, { method: 'POST', body: file, headers });
    if (!response.ok) throw new Error(`the simulator says ${response.status}`);
    const { id, name, mimeType, sizeBytes } = (await response.json()) as Pick<
      Attachment,
      'id' | 'name' | 'mimeType' | 'sizeBytes'
    >;
    return { id, name, mimeType, sizeBytes, url: null, thumbnailUrl: null, altText: null, durationMs: null };
  }

  async choice(): Promise<EndingChoice> {
    const { silence, ending, failCode } = (await ask('/faults')) as Switches;
    const [reason] = Object.entries(endingCodes).find(([, [code]]) => code === failCode) ?? ['unreachable'];
    return { ending: silence ? 'silence' : ending, reason: reason as PhoneFailure };
  }

  /** The other switches stay as somebody has set them. */
  async choose({ ending, reason }: EndingChoice): Promise<void> {
    const [failCode, failDescription] = endingCodes[reason];
    const silence = ending === 'silence';
    const switches = { ...((await ask('/faults')) as Switches), silence, failCode, failDescription };
    await ask('/faults', { method: 'PUT', body: silence ? switches : { ...switches, ending } });
  }

  async #lookAtLately(): Promise<void> {
    const { numbers } = (await ask('/phones/lately')) as { readonly numbers: readonly string[] };
    this.lately = numbers;
  }
}

/** What is said, as the simulator wants it. */
function saidIn(content: PhoneReply['content']): Readonly<Record<string, unknown>> {
  switch (content.kind) {
    case 'text':
      return { text: content.text };
    case 'location': {
      const { latitude, longitude, label } = content;
      return { location: { latitude, longitude, label } };
    }
    case 'contacts':
      return { contacts: content.contacts };
    case 'choice':
      return { choice: { title: content.title, description: content.description } };
    case 'reaction':
      return { reaction: content.emoji ?? '' };
    default: {
      const { attachment, caption } = content;
      return { media: { id: attachment.id, caption } };
    }
  }
}

async function ask(path: string, { method = 'GET', body }: { method?: string; body?: unknown } = {}): Promise<unknown> {
  const response = await fetch(place + path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  if (!response.ok) throw new Error(`the simulator says ${response.status}`);
  return response.json();
}
