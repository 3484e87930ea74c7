import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Gateway } from '../../../gateway/src/gateway.ts';
import { cardOf, type NewContact, recipientOf } from '../contact-data.ts';
import type { ErpRecord } from '../seed/people.ts';

/** How the ERP's server reaches the gateway. */
export interface GatewayWay {
  readonly gateway: Gateway;
  readonly url: string;
  /** `null` for somebody who does not work here. */
  readonly mint: (agentId: string) => string | null;
}

/** The ERP's own cards that were made by hand, kept in a file; the gateway's directory is told of each. */
export class ContactBook {
  readonly #file: string;
  readonly #way: GatewayWay;
  #last: Promise<unknown> = Promise.resolve();

  constructor(file: string, way: GatewayWay) {
    this.#file = file;
    this.#way = way;
  }

  all(): readonly ErpRecord[] {
    try {
      return JSON.parse(readFileSync(this.#file, 'utf8')) as readonly ErpRecord[];
    } catch {
      return [];
    }
  }

  /** Makes a card in the name of a co-worker; `null` for somebody who does not work here. One after the other: each has a number. */
  save(contact: NewContact, agentId: string): Promise<ErpRecord | null> {
    const saved = this.#last.then(() => this.#save(contact, agentId));
    this.#last = saved.catch(() => undefined);
    return saved;
  }

  clear(): void {
    rmSync(this.#file, { force: true });
  }

  async #save(contact: NewContact, agentId: string): Promise<ErpRecord | null> {
    const token = this.#way.mint(agentId);
    if (token === null) return null;
    const made = this.all();
    const record = cardOf(contact, made, new Date().getMonth() + 1);
    const { id, mobile, country } = record;
    const phones = [{ recipientId: id, value: mobile, country }];
    await this.#tell(token, { recipients: [recipientOf(record, contact.sender)], phones });
    writeFileSync(`${this.#file}.new`, JSON.stringify([...made, record]));
    renameSync(`${this.#file}.new`, this.#file);
    return record;
  }

  /** As any host's server does it: with a token that has the role `admin`. */
  async #tell(token: string, data: object): Promise<void> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const request = new Request(`${this.#way.url}/v1/import`, { method: 'POST', headers, body: JSON.stringify(data) });
    const response = await this.#way.gateway.app.fetch(request);
    if (!response.ok) throw new Error(`the gateway did not take the contact: ${response.status}`);
  }
}
