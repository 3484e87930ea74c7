import type { LocalAdapter } from '../../src/adapters/local/index.ts';
import { cardOf, type NewContact, recipientOf } from './contact-data.ts';
import type { ErpRecord } from './seed/people.ts';

export type { NewContact } from './contact-data.ts';

/** Cards that were made by hand: the ERP's own data, told to the message centre's directory as well. */
export interface Contacts {
  all(): Promise<readonly ErpRecord[]>;
  save(contact: NewContact): Promise<ErpRecord>;
}

/** Where the ERP is only this browser. */
export function localContacts(adapter: LocalAdapter, place: string): Contacts {
  const key = `erp-demo-contacts-${place}`;
  const kept = (): readonly ErpRecord[] => JSON.parse(localStorage.getItem(key) ?? '[]') as readonly ErpRecord[];
  return {
    all: () => Promise.resolve(kept()),
    async save(contact) {
      const made = kept();
      const record = cardOf(contact, made, new Date().getMonth() + 1);
      const { id, mobile, country } = record;
      await adapter.putRecipients([recipientOf(record, contact.sender)], [{ recipientId: id, value: mobile, country }]);
      localStorage.setItem(key, JSON.stringify([...made, record]));
      return record;
    },
  };
}

/** Where the ERP has a server: that one keeps the card and tells the gateway. */
export function gatewayContacts(agentId: string): Contacts {
  const ask = async <T>(request?: RequestInit): Promise<T> => {
    const response = await fetch('/demo/contacts', request);
    if (!response.ok) throw new Error(`the ERP's server said ${response.status}`);
    return (await response.json()) as T;
  };
  return {
    all: () => ask<readonly ErpRecord[]>(),
    save: (contact) =>
      ask<ErpRecord>({ method: 'POST', headers: { 'x-co-worker': agentId }, body: JSON.stringify(contact) }),
  };
}
