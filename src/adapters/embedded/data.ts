import type { Branch, Conversation, ConversationTemplate, CoWorker, Message, Recipient } from '../../domain/model.ts';
import type { Tag, TagSettings } from '../../domain/tags.ts';
import type { Team } from '../../domain/teams.ts';

/** What an embedded backend starts with. Everything absent is empty. */
export interface EmbeddedData {
  readonly coWorkers?: readonly CoWorker[];
  readonly branches?: readonly Branch[];
  /** Phone numbers may be spelled in any way; they are stored as E.164 where they can be read. */
  readonly recipients?: readonly Recipient[];
  readonly conversations?: readonly Conversation[];
  /** In any order; each belongs to one of `conversations`. */
  readonly messages?: readonly Message[];
  readonly templates?: readonly ConversationTemplate[];
  /** Code of the invitation template and the WhatsApp number for its link. */
  readonly invitation?: { readonly code: string; readonly whatsappNumber: string } | null;
  readonly tags?: readonly Tag[];
  /** Unless given co-workers may make tags, and archiving needs none. */
  readonly tagSettings?: TagSettings;
  readonly teams?: readonly Team[];
  /** The host's own phone fields as they are spelled there, for the conversion report. */
  readonly phones?: readonly SeedPhone[];
}

/** A phone field of a record of the host. */
export interface SeedPhone {
  readonly recipientId: string;
  readonly value: string;
  /** ISO 3166 code of the country whose national spelling counts for this record. */
  readonly country: string | null;
}
