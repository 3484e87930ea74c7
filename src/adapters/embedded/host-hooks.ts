import { call } from './calls.ts';
import { withAddresses } from './seed.ts';
import type { EmbeddedBackend } from './backend.ts';
import type { SeedPhone } from './data.ts';
import type { Recipient } from '../../domain/model.ts';

/** The side of the backend that faces the host application: what its own server would call. */
export interface HostHooks {
  /**
   * Adds recipients to the directory, or replaces those with the same id, as a host does whenever a card is made or saved:
   * from then on they are found, can be written to, linked, and are matched with who writes. Phone numbers in any spelling.
   *
   * @param phones - the host's own phone fields as they are spelled there, for the conversion report
   */
  putRecipients(recipients: readonly Recipient[], phones?: readonly SeedPhone[]): Promise<void>;
}

/** The host's side of a backend. */
export function hostHooks(backend: EmbeddedBackend): HostHooks {
  return {
    putRecipients: (recipients, phones = []) => call(undefined, () => putRecipients(backend, recipients, phones)),
  };
}

async function putRecipients(
  backend: EmbeddedBackend,
  recipients: readonly Recipient[],
  phones: readonly SeedPhone[],
): Promise<void> {
  const addresses = await backend.addresses();
  await backend.write(async (unit) => {
    for (const recipient of recipients) await unit.putRecipient(withAddresses(recipient, addresses));
    for (const { recipientId, value, country } of phones) {
      const row = await unit.tx.get('recipients', recipientId);
      if (row) await unit.tx.put('recipients', { ...row, phone: { value, country } });
    }
  });
}
